package org.gradientkata.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.CellGradients;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.SequenceGradients;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What an RNN's numbers are, for telling one mistake from another. */
public final class RnnCellProbes implements Probes {
  private static final int BATCH = 3;
  private static final int INPUTS = 2;
  private static final int UNITS = 4;
  private static final int STEPS = 5;
  private static final int BLOCK = 3;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "RnnCell.forward", Probe.exact(RnnCellProbes::cellForward),
        "RnnCell.backward", Probe.exact(RnnCellProbes::cellBackward),
        "TimeRnn.forward", Probe.exact(RnnCellProbes::sequenceForward),
        "TimeRnn.backward", Probe.exact(RnnCellProbes::sequenceBackward));
  }

  private static double[] cellForward(RandomSource random) {
    List<DMatrixRMaj> weights = weights(random);
    RnnCell cell = new RnnCell(weights.get(0), weights.get(1), weights.get(2));
    return numbers(
        List.of(cell.forward(filled(BATCH, INPUTS, random), filled(BATCH, UNITS, random))));
  }

  /** Two backward passes, and the weights' gradients after the second. */
  private static double[] cellBackward(RandomSource random) {
    List<DMatrixRMaj> weights = weights(random);
    RnnCell cell = new RnnCell(weights.get(0), weights.get(1), weights.get(2));
    cell.forward(filled(BATCH, INPUTS, random), filled(BATCH, UNITS, random));
    CellGradients first = cell.backward(filled(BATCH, UNITS, random));
    List<DMatrixRMaj> all = new ArrayList<>(List.of(first.dx(), first.dhPrev()));
    cell.backward(filled(BATCH, UNITS, random));
    all.addAll(cell.gradients());
    return numbers(all);
  }

  private static double[] sequenceForward(RandomSource random) {
    List<DMatrixRMaj> weights = weights(random);
    TimeRnn rnn = new TimeRnn(weights.get(0), weights.get(1), weights.get(2), BLOCK);
    return numbers(rnn.forward(sequence(INPUTS, random), filled(BATCH, UNITS, random)));
  }

  /** Two backward passes, the weights' gradients after each, and what became of the argument. */
  private static double[] sequenceBackward(RandomSource random) {
    List<DMatrixRMaj> weights = weights(random);
    TimeRnn rnn = new TimeRnn(weights.get(0), weights.get(1), weights.get(2), BLOCK);
    rnn.forward(sequence(INPUTS, random), filled(BATCH, UNITS, random));
    List<DMatrixRMaj> all = new ArrayList<>();
    for (int call = 0; call < 2; call++) {
      List<DMatrixRMaj> dhs = sequence(UNITS, random);
      SequenceGradients gradients = rnn.backward(dhs);
      all.addAll(gradients.dxs());
      all.add(gradients.dh0());
      rnn.gradients().forEach(g -> all.add(g.copy()));
      all.addAll(dhs);
    }
    return numbers(all);
  }

  private static List<DMatrixRMaj> weights(RandomSource random) {
    return List.of(
        filled(INPUTS, UNITS, random), filled(UNITS, UNITS, random), filled(1, UNITS, random));
  }

  private static List<DMatrixRMaj> sequence(int columns, RandomSource random) {
    List<DMatrixRMaj> matrices = new ArrayList<>();
    for (int t = 0; t < STEPS; t++) {
      matrices.add(filled(BATCH, columns, random));
    }
    return matrices;
  }

  private static DMatrixRMaj filled(int rows, int columns, RandomSource random) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = 0.7 * random.nextGaussian();
    }
    return matrix;
  }

  private static double[] numbers(List<DMatrixRMaj> matrices) {
    return matrices.stream()
        .flatMapToDouble(m -> DoubleStream.of(m.data).limit(m.getNumElements()))
        .toArray();
  }
}
