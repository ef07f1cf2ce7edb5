package org.gradientkata.sequence;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.TimedSymbol;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Exercise(
    value = "21 history-compressor",
    answers = {SequencePredictor.class, HistoryCompressor.class},
    after = "15 rnn-cell",
    shape = 2,
    forward = 6,
    gradient = 10,
    edge = 2)
@DisplayName("21 history-compressor")
class HistoryCompressorTest {
  /** Five steps of products, each with its own rounding, against PyTorch in double precision. */
  private static final double AGREEMENT = 1e-11;

  private static final double THRESHOLD = 0.8;

  /** The long-lag task of the 1992 paper: a or x, then always the same LAG symbols. */
  private static final int LAG = 20;

  /** Units of the level that learns it. */
  private static final int LOWEST = 8;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("each event is predicted from those before it, with their times")
  void predictsFromThePast() {
    Golden golden = Golden.read("history-compressor");

    DMatrixRMaj predictions = predictor(golden).predictions(events(golden));

    assertThat("predictions", predictions)
        .because("predictions")
        .isCloseTo(golden.matrix("predictions"), AGREEMENT);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the final state is that after the last event")
  void readsTheWholeSequence() {
    Golden golden = Golden.read("history-compressor");

    DMatrixRMaj state = predictor(golden).finalState(events(golden));

    assertThat("h(T)", state)
        .because("final-state")
        .isCloseTo(golden.matrix("final-state"), AGREEMENT);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("what had got less than the threshold goes up, with its time")
  void passesOnWhatWasNotPredicted() {
    List<TimedSymbol> events = events(new int[] {2, 5, 6, 9, 12}, new int[] {0, 1, 2, 1, 0});
    DMatrixRMaj predictions =
        new DMatrixRMaj(
            new double[][] {
              {0.3, 0.3, 0.4},
              {0.1, 0.85, 0.05},
              {0.9, 0.05, 0.05},
              {0.1, 0.7, 0.2},
              {0.8, 0.1, 0.1}
            });

    List<TimedSymbol> up = HistoryCompressor.unpredicted(events, predictions, THRESHOLD);

    assertEvents(up, List.of(events.get(0), events.get(2), events.get(3)), "surprise");
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("each level reads what the one below failed to predict")
  void filtersLevelByLevel() {
    // constant predictors, by their biases alone: level 0 expects symbol 0, level 1 symbol 1
    HistoryCompressor hierarchy = hierarchy(3, List.of(2, 2), 1);
    hierarchy.parameters().forEach(DMatrixRMaj::zero);
    hierarchy.parameters().get(4).set(0, 0, 20);
    hierarchy.parameters().get(9).set(0, 1, 20);
    int[] sequence = {0, 0, 2, 1, 0, 1, 2};

    assertEvents(
        hierarchy.input(0, sequence), events(new int[] {0, 1, 2, 3, 4, 5, 6}, sequence), "input");
    assertEvents(
        hierarchy.input(1, sequence),
        events(new int[] {2, 3, 5, 6}, new int[] {2, 1, 1, 2}),
        "input");
    assertEvents(hierarchy.input(2, sequence), events(new int[] {2, 6}, new int[] {2, 2}), "input");
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the output unit reads the final states of all levels")
  void readsAllLevels() {
    HistoryCompressor hierarchy = hierarchy(2, List.of(1, 1), 1);
    hierarchy.parameters().forEach(DMatrixRMaj::zero);
    hierarchy.parameters().get(2).set(0, 0, 0.5); // b of level 0, so its state is tanh(0.5)
    hierarchy.parameters().get(7).set(0, 0, -1); // b of level 1
    hierarchy.parameters().get(10).setTo(new DMatrixRMaj(new double[][] {{2, 3}}));
    hierarchy.parameters().get(11).set(0, 0, 0.25);

    // σ(2 tanh 0.5 + 3 tanh(−1) + 0.25); both symbols have probability ½, so all goes up
    assertThat("probability", hierarchy.probability(new int[] {0, 1, 1}))
        .because("output")
        .isCloseTo(0.24776870995663433, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradient of the prediction's loss is PyTorch's")
  void learnsToPredict() {
    Golden golden = Golden.read("history-compressor");
    SequencePredictor predictor = predictor(golden);
    predictor.gradient(events(new int[] {0, 1}, new int[] {1, 2}));

    double loss = predictor.gradient(events(golden));

    assertThat("loss", loss).because("loss").isCloseTo(golden.number("loss"), AGREEMENT);
    assertGradients(predictor, golden, "d", "loss");
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a gradient at the final state goes back through the whole sequence")
  void sendsBackFromTheFinalState() {
    Golden golden = Golden.read("history-compressor");
    SequencePredictor predictor = predictor(golden);
    DMatrixRMaj up = golden.matrix("up");
    predictor.gradient(events(golden));

    predictor.gradientOfFinalState(events(golden), up);

    assertGradients(predictor, golden, "final-d", "final-gradient");
    assertThat("dh", up).isUnchangedFrom(golden.matrix("up"));
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("training a level moves that level alone, and it predicts better")
  void trainsOneLevel() {
    HistoryCompressor hierarchy = hierarchy(3, List.of(4, 3), 2);
    List<int[]> sequences = List.of(new int[] {0, 1, 2, 0, 1, 2}, new int[] {1, 2, 0, 1, 2, 0});
    List<DMatrixRMaj> before = copies(hierarchy);

    double first = hierarchy.trainLevel(1, sequences);
    double last = first;
    for (int epoch = 0; epoch < 50; epoch++) {
      last = hierarchy.trainLevel(1, sequences);
    }

    for (int p : new int[] {0, 1, 2, 3, 4, 10, 11}) {
      DMatrixRMaj parameter = hierarchy.parameters().get(p);
      require(same(parameter, before.get(p)), "one-level", p);
    }
    require(!same(hierarchy.parameters().get(5), before.get(5)), "learns", first, last);
    require(last < first / 2, "learns", first, last);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("fine-tuning is a step down the slope for the output unit and every level")
  void fineTunesEverything() {
    double rate = 1e-3;
    int[] sequence = {0, 2, 1, 0, 2};
    HistoryCompressor hierarchy =
        new HistoryCompressor(3, List.of(3, 2), THRESHOLD, rate, new RandomSource(3));
    hierarchy.parameters().get(10).setTo(GradientCheck.gaussian(1, 5, 4));
    List<DMatrixRMaj> before = copies(hierarchy);

    double loss = hierarchy.fineTune(sequence, 1);

    List<DMatrixRMaj> after = copies(hierarchy);
    for (int p = 0; p < before.size(); p++) {
      hierarchy.parameters().get(p).setTo(before.get(p));
    }
    assertThat("loss", loss)
        .because("fine-tune")
        .isCloseTo(-Math.log(hierarchy.probability(sequence)), ROUNDING);
    List<String> names = new ArrayList<>();
    List<DMatrixRMaj> slopes = new ArrayList<>();
    for (int p = 0; p < before.size(); p++) {
      DMatrixRMaj slope = before.get(p).copy();
      for (int i = 0; i < slope.getNumElements(); i++) {
        slope.data[i] = (slope.data[i] - after.get(p).data[i]) / rate;
      }
      names.add("−Δparameters().get(" + p + ")/η");
      slopes.add(slope);
    }
    GradientCheck.check(
        names, hierarchy.parameters(), () -> -Math.log(hierarchy.probability(sequence)), slopes);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("two levels learn over a lag of 20 what one level can't")
  void bridgesALongLag() {
    int[] a = lagged(0);
    int[] x = lagged(1);
    RandomSource random = new RandomSource(1);
    List<DMatrixRMaj> lowest = lowestLevel(a, x, random);
    HistoryCompressor one = tuned(List.of(LOWEST), lowest, a, x, random);
    HistoryCompressor two = tuned(List.of(LOWEST, 4), lowest, a, x, random);

    // over 24 seeds the difference is under 1e-6, p₂(a) at least 0.963, p₂(x) at most 0.036
    require(two.input(1, a).size() == 1, "compressed", two.input(1, a).size());
    assertThat("p₁(a) − p₁(x)", one.probability(a) - one.probability(x))
        .because("one-level-fails")
        .isBetween(-0.05, 0.05);
    assertThat("p₂(a)", two.probability(a)).because("long-lag").isBetween(0.95, 1);
    assertThat("p₂(x)", two.probability(x)).because("long-lag").isBetween(0, 0.05);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a sequence of any length has one prediction an event, and they sum to 1")
  void predictsEveryEvent() {
    SequencePredictor predictor = new SequencePredictor(4, 3, new RandomSource(5));
    for (int length : new int[] {1, 2, 7, 0}) {
      int[] symbols = IntStream.range(0, length).map(t -> t % 4).toArray();
      List<TimedSymbol> events = events(IntStream.range(0, length).toArray(), symbols);

      DMatrixRMaj predictions = predictor.predictions(events);

      assertThat("predictions", predictions).because("predictions").hasShape(length, 4);
      assertThat("h(T)", predictor.finalState(events)).because("final-state").hasShape(1, 3);
      for (int t = 0; t < length; t++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += predictions.get(t, k);
        }
        assertThat("Σ predictions(" + t + ")", sum).because("predictions").isCloseTo(1, ROUNDING);
      }
    }
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("asking changes nothing: sequences and parameters stay as they are")
  void askingChangesNothing() {
    HistoryCompressor hierarchy = hierarchy(3, List.of(3, 2), 6);
    List<DMatrixRMaj> before = copies(hierarchy);
    int[] sequence = {0, 2, 1};

    double first = hierarchy.probability(sequence);
    hierarchy.input(2, sequence);

    require(first == hierarchy.probability(sequence), "asking");
    require(Arrays.equals(sequence, new int[] {0, 2, 1}), "asking");
    for (int p = 0; p < before.size(); p++) {
      assertThat("parameters().get(" + p + ")", hierarchy.parameters().get(p))
          .isUnchangedFrom(before.get(p));
    }
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("an empty sequence, or one of which nothing goes up, is no trouble")
  @CsvSource({"0", "1"})
  void nothingMayGoUp(int level) {
    HistoryCompressor hierarchy = hierarchy(2, List.of(2, 2), 7);
    hierarchy.parameters().forEach(DMatrixRMaj::zero);
    hierarchy.parameters().get(4).set(0, 0, 50); // level 0 is sure of symbol 0
    int[] sequence = level == 0 ? new int[0] : new int[] {0, 0, 0};

    assertEvents(hierarchy.input(level, sequence), List.of(), "nothing-up");
    assertThat("loss", hierarchy.trainLevel(level, List.of(sequence)))
        .because("nothing-up")
        .isCloseTo(0, ROUNDING);
    assertThat("loss", hierarchy.fineTune(sequence, 1))
        .because("nothing-up")
        .isCloseTo(Math.log(2), ROUNDING);
    hierarchy.parameters().forEach(DMatrixRMaj::zero);
    assertThat("loss", hierarchy.trainLevel(0, List.of(new int[0], new int[] {1})))
        .because("mean-of-some")
        .isCloseTo(Math.log(2), ROUNDING);
    hierarchy.parameters().forEach(DMatrixRMaj::zero);
    assertThat("loss of class 0 at p = 1/2", hierarchy.fineTune(sequence, 0))
        .because("fine-tune")
        .isCloseTo(Math.log(2), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the loss of a level is the mean over its sequences, one step after the other")
  void lossIsTheMeanOverSequences() {
    int[] first = {0, 1, 1};
    int[] second = {1};
    HistoryCompressor apart = hierarchy(2, List.of(2), 9);

    double expected =
        (apart.trainLevel(0, List.of(first)) + apart.trainLevel(0, List.of(second))) / 2;
    double mean = hierarchy(2, List.of(2), 9).trainLevel(0, List.of(first, second));

    assertThat("loss of two sequences", mean).because("mean-of-all").isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("huge scores don't overflow, levels and lists that don't fit are refused")
  void holdsAtTheExtremes() {
    SequencePredictor predictor = new SequencePredictor(2, 2, new RandomSource(8));
    predictor.parameters().get(4).set(0, 0, 1000);
    HistoryCompressor hierarchy = hierarchy(2, List.of(2), 8);

    DMatrixRMaj predictions = predictor.predictions(events(new int[] {0, 1}, new int[] {0, 1}));

    assertThat("predictions", predictions)
        .because("overflow")
        .isCloseTo(new DMatrixRMaj(new double[][] {{1, 0}, {1, 0}}), ROUNDING);
    requireRefusal("level", () -> hierarchy.input(2, new int[] {0}));
    requireRefusal("level", () -> hierarchy.input(-1, new int[] {0}));
    requireRefusal(
        "predictions", () -> HistoryCompressor.unpredicted(List.of(), predictions, THRESHOLD));
  }

  private static void assertEvents(
      List<TimedSymbol> seen, List<TimedSymbol> expected, String because) {
    require(expected.equals(seen), because, seen, expected);
  }

  private static void assertGradients(
      SequencePredictor predictor, Golden golden, String prefix, String because) {
    List<String> names = List.of("Wx", "Wh", "b", "V", "c");
    for (int p = 0; p < names.size(); p++) {
      assertThat("d" + names.get(p), predictor.gradients().get(p))
          .because(because)
          .isCloseTo(golden.matrix(prefix + names.get(p)), AGREEMENT);
    }
  }

  private static SequencePredictor predictor(Golden golden) {
    SequencePredictor predictor = new SequencePredictor(3, 4, new RandomSource(1));
    List<String> names = List.of("Wx", "Wh", "b", "V", "c");
    for (int p = 0; p < names.size(); p++) {
      predictor.parameters().get(p).setTo(golden.matrix(names.get(p)));
    }
    return predictor;
  }

  private static HistoryCompressor hierarchy(int symbols, List<Integer> hidden, long seed) {
    return new HistoryCompressor(symbols, hidden, THRESHOLD, 0.3, new RandomSource(seed));
  }

  /** The parameters of a level that has read both sequences a hundred times, without labels. */
  private static List<DMatrixRMaj> lowestLevel(int[] a, int[] x, RandomSource random) {
    HistoryCompressor level = new HistoryCompressor(LAG + 2, List.of(LOWEST), THRESHOLD, 1, random);
    List<int[]> both = List.of(a, x);
    level.trainLevel(0, Collections.nCopies(100, both).stream().flatMap(List::stream).toList());
    return copies(level).subList(0, 5);
  }

  /** With that lowest level, 60 times both sequences with their labels. */
  private static HistoryCompressor tuned(
      List<Integer> hidden, List<DMatrixRMaj> lowest, int[] a, int[] x, RandomSource random) {
    HistoryCompressor hierarchy = new HistoryCompressor(LAG + 2, hidden, THRESHOLD, 0.2, random);
    for (int p = 0; p < lowest.size(); p++) {
      hierarchy.parameters().get(p).setTo(lowest.get(p));
    }
    for (int round = 0; round < 60; round++) {
      hierarchy.fineTune(a, 1);
      hierarchy.fineTune(x, 0);
    }
    return hierarchy;
  }

  private static int[] lagged(int first) {
    return IntStream.rangeClosed(0, LAG).map(t -> t == 0 ? first : t + 1).toArray();
  }

  private static List<TimedSymbol> events(Golden golden) {
    DMatrixRMaj times = golden.matrix("times");
    DMatrixRMaj symbols = golden.matrix("symbols");
    return IntStream.range(0, times.numCols)
        .mapToObj(t -> new TimedSymbol((int) times.data[t], (int) symbols.data[t]))
        .toList();
  }

  private static List<TimedSymbol> events(int[] times, int[] symbols) {
    return IntStream.range(0, times.length)
        .mapToObj(t -> new TimedSymbol(times[t], symbols[t]))
        .toList();
  }

  private static List<DMatrixRMaj> copies(HistoryCompressor hierarchy) {
    return hierarchy.parameters().stream().map(p -> p.copy()).toList();
  }

  private static boolean same(DMatrixRMaj a, DMatrixRMaj b) {
    return Arrays.equals(a.data, b.data);
  }
}
