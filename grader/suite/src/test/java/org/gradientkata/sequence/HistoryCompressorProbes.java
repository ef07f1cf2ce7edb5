package org.gradientkata.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.TimedSymbol;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What a hierarchy of predictors does, in numbers, for telling one mistake from another. */
public final class HistoryCompressorProbes implements Probes {
  private static final int SYMBOLS = 3;
  private static final double THRESHOLD = 0.4;
  private static final double RATE = 0.1;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "SequencePredictor.predictions", Probe.exact(HistoryCompressorProbes::predictions),
        "SequencePredictor.gradient", Probe.exact(HistoryCompressorProbes::gradient),
        "SequencePredictor.finalState", Probe.exact(HistoryCompressorProbes::finalState),
        "SequencePredictor.gradientOfFinalState", Probe.exact(HistoryCompressorProbes::ofFinal),
        "HistoryCompressor.unpredicted", Probe.exact(HistoryCompressorProbes::unpredicted),
        "HistoryCompressor.input", Probe.exact(HistoryCompressorProbes::input),
        "HistoryCompressor.trainLevel", Probe.exact(HistoryCompressorProbes::trainLevel),
        "HistoryCompressor.probability", Probe.exact(HistoryCompressorProbes::probability),
        "HistoryCompressor.fineTune", Probe.exact(HistoryCompressorProbes::fineTune));
  }

  private static double[] predictions(RandomSource random) {
    return numbers(List.of(predictor(random).predictions(events(random))));
  }

  private static double[] gradient(RandomSource random) {
    SequencePredictor predictor = predictor(random);
    predictor.gradient(events(random));
    double loss = predictor.gradient(events(random));
    return DoubleStream.concat(
            DoubleStream.of(loss), DoubleStream.of(numbers(predictor.gradients())))
        .toArray();
  }

  private static double[] finalState(RandomSource random) {
    return numbers(List.of(predictor(random).finalState(events(random))));
  }

  private static double[] ofFinal(RandomSource random) {
    SequencePredictor predictor = predictor(random);
    predictor.gradient(events(random));
    DMatrixRMaj dh = new DMatrixRMaj(1, 4);
    fill(dh, random);
    predictor.gradientOfFinalState(events(random), dh);
    return numbers(predictor.gradients());
  }

  private static double[] unpredicted(RandomSource random) {
    List<TimedSymbol> events = events(random);
    DMatrixRMaj predictions = predictor(random).predictions(events);
    return events(HistoryCompressor.unpredicted(events, predictions, THRESHOLD)).toArray();
  }

  private static double[] input(RandomSource random) {
    HistoryCompressor hierarchy = hierarchy(random);
    int[] sequence = sequence(40, random);
    return Stream.of(0, 1, 2, 3)
        .flatMapToDouble(level -> events(hierarchy.input(level, sequence)))
        .toArray();
  }

  /** The losses, with an empty sequence among the others, and all parameters afterwards. */
  private static double[] trainLevel(RandomSource random) {
    HistoryCompressor hierarchy = hierarchy(random);
    List<int[]> sequences = List.of(sequence(20, random), new int[0], sequence(20, random));
    double[] losses = {hierarchy.trainLevel(1, sequences), hierarchy.trainLevel(0, sequences)};
    return DoubleStream.concat(
            DoubleStream.of(losses), DoubleStream.of(numbers(hierarchy.parameters())))
        .toArray();
  }

  private static double[] probability(RandomSource random) {
    HistoryCompressor hierarchy = hierarchy(random);
    return new double[] {
      hierarchy.probability(sequence(20, random)), hierarchy.probability(sequence(5, random))
    };
  }

  private static double[] fineTune(RandomSource random) {
    HistoryCompressor hierarchy = hierarchy(random);
    double[] losses = {
      hierarchy.fineTune(sequence(20, random), 1), hierarchy.fineTune(sequence(20, random), 0)
    };
    return DoubleStream.concat(
            DoubleStream.of(losses), DoubleStream.of(numbers(hierarchy.parameters())))
        .toArray();
  }

  private static SequencePredictor predictor(RandomSource random) {
    SequencePredictor predictor = new SequencePredictor(SYMBOLS, 4, random);
    predictor.parameters().forEach(p -> fill(p, random));
    return predictor;
  }

  private static HistoryCompressor hierarchy(RandomSource random) {
    HistoryCompressor hierarchy =
        new HistoryCompressor(SYMBOLS, List.of(4, 3, 2), THRESHOLD, RATE, random);
    hierarchy.parameters().forEach(p -> fill(p, random));
    return hierarchy;
  }

  private static void fill(DMatrixRMaj matrix, RandomSource random) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = 0.7 * random.nextGaussian();
    }
  }

  private static int[] sequence(int length, RandomSource random) {
    return random.ints(length, 0, SYMBOLS).toArray();
  }

  private static List<TimedSymbol> events(RandomSource random) {
    List<TimedSymbol> events = new ArrayList<>();
    int time = 0;
    for (int symbol : sequence(12, random)) {
      events.add(new TimedSymbol(time, symbol));
      time += 1 + random.nextInt(3);
    }
    return events;
  }

  private static DoubleStream events(List<TimedSymbol> events) {
    return events.stream().flatMapToDouble(e -> DoubleStream.of(e.time(), e.symbol()));
  }

  private static double[] numbers(List<DMatrixRMaj> matrices) {
    return matrices.stream()
        .flatMapToDouble(m -> DoubleStream.of(m.data).limit(m.getNumElements()))
        .toArray();
  }
}
