package org.gradientkata.data;

import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Exercise(value = "12 mini-batches", answers = MiniBatches.class, shape = 2, forward = 7, edge = 3)
@DisplayName("12 mini-batches")
class MiniBatchesTest {
  /** An order that never comes, or comes twice as often, is off by 0.17; five errors are 0.13. */
  private static final int ORDERS = 200;

  private static final int EXAMPLES = 500;

  /** The places are counted by tenths of the epoch, and so are the examples. */
  private static final int TENTHS = 10;

  /**
   * So many that a shuffle which swaps with any place, not only with those that are left, has a χ²
   * of 280 ± 31: each tenth is off by a tenth or so, and hundreds of little errors add up.
   */
  private static final int EPOCHS = 40;

  /**
   * Of a fair shuffle χ² of 10 tenths on 10 tenths has 9² degrees of freedom: 81 on average, and
   * more than this less than once in a million tests.
   */
  private static final double LARGEST_CHI_SQUARE = 157;

  private static final int DRAWS = 30;

  /**
   * How many standard errors √(p(1 − p)/n) a frequency may be off. A right answer misses five of
   * them less than once in a million tests; whatever way it shuffles.
   */
  private static final double STANDARD_ERRORS = 5;

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("a slice is the half-open range from start to start + batchSize")
  @CsvSource(
      textBlock =
          """
          # start, batchSize, first row, rows
            0, 3, 0, 3
            1, 3, 1, 3
            3, 3, 3, 3
            4, 2, 4, 2
            0, 7, 0, 7
            5, 1, 5, 1
          """)
  void slicesAHalfOpenRange(int start, int batchSize, int first, int rows) {
    DMatrixRMaj X = numbered(7, 4);
    DMatrixRMaj before = X.copy();

    DMatrixRMaj batch = MiniBatches.slice(X, start, batchSize);

    assertThat("batch", batch).because("half-open").isCloseTo(rowsOf(X, first, rows), 0);
    assertThat("X", X).isUnchangedFrom(before);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("labels are cut like the data")
  void slicesLabelsAlike() {
    int[] labels = {3, 1, 4, 1, 5, 9, 2};

    int[] batch = MiniBatches.slice(labels, 2, 3);

    requireEqual(new int[] {4, 1, 5}, batch);
    requireEqual(new int[] {3, 1, 4, 1, 5, 9, 2}, labels);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the last batch is short")
  void lastBatchIsShort() {
    DMatrixRMaj X = numbered(7, 4);

    DMatrixRMaj last = MiniBatches.slice(X, 6, 3);

    assertThat("last batch", last).because("short").isCloseTo(rowsOf(X, 6, 1), 0);
    requireEqual(new int[] {9, 2}, MiniBatches.slice(new int[] {3, 1, 4, 1, 5, 9, 2}, 5, 3));
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("an epoch sees every example exactly once")
  @CsvSource({"10, 5", "10, 3", "10, 4", "1, 1", "5, 8", "100, 7", "3, 1"})
  void epochSeesEachExampleOnce(int count, int batchSize) {
    List<int[]> batches = MiniBatches.shuffledEpoch(count, batchSize, new RandomSource(12));

    int[] seen = batches.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    boolean each = seen.length == count;
    for (int i = 0; each && i < count; i++) {
      each = seen[i] == i;
    }
    require(each, "each-once", count, Arrays.toString(seen));
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("all batches of an epoch are full but the last")
  @CsvSource({"10, 5, 2, 5", "10, 3, 4, 1", "10, 4, 3, 2", "5, 8, 1, 5", "1, 1, 1, 1"})
  void onlyTheLastBatchIsShort(int count, int batchSize, int number, int sizeOfLast) {
    List<int[]> batches = MiniBatches.shuffledEpoch(count, batchSize, new RandomSource(13));

    int[] expected = new int[number];
    Arrays.fill(expected, batchSize);
    expected[number - 1] = sizeOfLast;
    int[] sizes = batches.stream().mapToInt(b -> b.length).toArray();
    require(
        Arrays.equals(expected, sizes),
        "sizes",
        count,
        batchSize,
        Arrays.toString(expected),
        Arrays.toString(sizes));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("every order of three examples is equally likely")
  void everyOrderIsEquallyLikely() {
    RandomSource random = new RandomSource(14);
    int[] counts = new int[27];

    for (int i = 0; i < ORDERS; i++) {
      List<int[]> batches = MiniBatches.shuffledEpoch(3, 2, random);
      int[] order = batches.stream().flatMapToInt(Arrays::stream).toArray();
      require(order.length == 3 && inRange(order, 3), "each-once", 3, Arrays.toString(order));
      counts[9 * order[0] + 3 * order[1] + order[2]]++;
    }

    double p = 1.0 / 6;
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      double share = (double) counts[9 * order[0] + 3 * order[1] + order[2]] / ORDERS;
      assertThat("share of the order " + Arrays.toString(order), share)
          .because("equally-likely")
          .isCloseTo(p, STANDARD_ERRORS * Math.sqrt(p * (1 - p) / ORDERS));
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("every example comes to every place equally often")
  void everyPlaceIsEquallyLikely() {
    RandomSource random = new RandomSource(18);
    int[][] counts = new int[TENTHS][TENTHS];
    int tenth = EXAMPLES / TENTHS;

    for (int i = 0; i < EPOCHS; i++) {
      List<int[]> batches = MiniBatches.shuffledEpoch(EXAMPLES, 64, random);
      int[] order = batches.stream().flatMapToInt(Arrays::stream).toArray();
      require(
          order.length == EXAMPLES && inRange(order, EXAMPLES),
          "each-once",
          EXAMPLES,
          Arrays.toString(order));
      for (int place = 0; place < EXAMPLES; place++) {
        counts[place / tenth][order[place] / tenth]++;
      }
    }

    double expected = (double) EPOCHS * tenth / TENTHS;
    double sum = 0;
    for (int[] row : counts) {
      for (int seen : row) {
        sum += (seen - expected) * (seen - expected) / expected;
      }
    }
    // rows and columns add up to the same, which takes a little of the freedom
    assertThat("χ² of all places", sum * (EXAMPLES - 1) / EXAMPLES)
        .because("every-place")
        .isBetween(0, LARGEST_CHI_SQUARE);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a long epoch doesn't keep neighbours together")
  void shufflesExamplesNotBatches() {
    int[] order =
        MiniBatches.shuffledEpoch(1000, 10, new RandomSource(15)).stream()
            .flatMapToInt(Arrays::stream)
            .toArray();

    int neighbours = 0;
    for (int i = 1; i < order.length; i++) {
      neighbours += order[i] == order[i - 1] + 1 ? 1 : 0;
    }
    // each of 999 places has a neighbour with probability 1/1000: one is expected, ten are 1e-7
    require(neighbours <= 10, "neighbours", neighbours);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("with replacement every draw chooses among all examples")
  void drawsAmongAllExamples() {
    int count = 4;
    RandomSource random = new RandomSource(16);
    int[] drawn = new int[count];
    int twice = 0;

    for (int i = 0; i < DRAWS; i++) {
      int[] batch = MiniBatches.sampleWithReplacement(count, 200, random);
      require(batch.length == 200 && inRange(batch, count), "range", Arrays.toString(batch));
      for (int k = 0; k < 200; k += 2) {
        drawn[batch[k + 1]]++;
        twice += batch[k] == batch[k + 1] ? 1 : 0;
      }
    }

    int pairs = 100 * DRAWS;
    double p = 1.0 / count;
    double tolerance = STANDARD_ERRORS * Math.sqrt(p * (1 - p) / pairs);
    for (int index = 0; index < count; index++) {
      assertThat("share of index " + index, (double) drawn[index] / pairs)
          .because("equally-drawn")
          .isCloseTo(p, tolerance);
    }
    assertThat("share of pairs with the same index twice", (double) twice / pairs)
        .because("replaced")
        .isCloseTo(p, tolerance);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a slice is a copy, not a view")
  void slicesACopy() {
    DMatrixRMaj X = numbered(4, 3);
    DMatrixRMaj before = X.copy();
    int[] labels = {1, 2, 3, 4};

    DMatrixRMaj whole = MiniBatches.slice(X, 0, 4);
    whole.fill(-1);
    int[] all = MiniBatches.slice(labels, 0, 4);
    Arrays.fill(all, -1);

    assertThat("batch", whole).isNotTheSameMatrixAs("X", X);
    assertThat("X", X).because("copy").isUnchangedFrom(before);
    requireEqual(new int[] {1, 2, 3, 4}, labels);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the same seed gives the same batches, and the source moves on")
  void followsTheSource() {
    RandomSource random = new RandomSource(17);

    List<int[]> first = MiniBatches.shuffledEpoch(50, 50, random);
    List<int[]> second = MiniBatches.shuffledEpoch(50, 50, random);
    int[] draws = MiniBatches.sampleWithReplacement(50, 40, random);
    int[] others = MiniBatches.sampleWithReplacement(50, 40, random);

    int[] again = MiniBatches.shuffledEpoch(50, 50, new RandomSource(17)).get(0);
    require(Arrays.equals(first.get(0), again), "same-seed");
    require(!Arrays.equals(first.get(0), second.get(0)), "moves-on");
    require(!Arrays.equals(draws, others), "moves-on");
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("batchSize may be larger than any number of examples")
  void takesAllTheRest() {
    DMatrixRMaj X = numbered(5, 2);

    DMatrixRMaj rest = MiniBatches.slice(X, 2, Integer.MAX_VALUE);
    List<int[]> epoch = MiniBatches.shuffledEpoch(5, Integer.MAX_VALUE, new RandomSource(1));

    assertThat("rest", rest).because("overflow").isCloseTo(rowsOf(X, 2, 3), 0);
    requireEqual(new int[] {7, 8}, MiniBatches.slice(new int[] {6, 7, 8}, 1, Integer.MAX_VALUE));
    require(epoch.size() == 1 && epoch.get(0).length == 5, "overflow");
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("nothing gives nothing")
  void worksForNoExamples() {
    DMatrixRMaj X = numbered(3, 2);

    assertThat("slice at the end", MiniBatches.slice(X, 3, 2)).because("empty").hasShape(0, 2);
    assertThat("slice of no rows", MiniBatches.slice(new DMatrixRMaj(0, 2), 0, 2))
        .because("empty")
        .hasShape(0, 2);
    requireEqual(new int[0], MiniBatches.slice(new int[0], 0, 1));
    require(MiniBatches.shuffledEpoch(0, 3, new RandomSource(1)).isEmpty(), "empty");
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("only the matrix's own rows count")
  void slicesWithinTheMatrix() {
    DMatrixRMaj X = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
    X.reshape(3, 2);
    X.setTo(numbered(3, 2));

    assertThat("batch", MiniBatches.slice(X, 2, 5)).because("short").isCloseTo(rowsOf(X, 2, 1), 0);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("more draws than examples are possible")
  void drawsMoreThanThereAre() {
    int[] batch = MiniBatches.sampleWithReplacement(3, 10, new RandomSource(1));

    require(batch.length == 10 && inRange(batch, 3), "range", Arrays.toString(batch));
    requireEqual(new int[4], MiniBatches.sampleWithReplacement(1, 4, new RandomSource(1)));
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("impossible ranges and sizes are refused by name")
  void refusesBadInput() {
    DMatrixRMaj X = numbered(3, 2);
    int[] labels = {1, 2, 3};
    RandomSource random = new RandomSource(1);

    requireRefused(() -> MiniBatches.slice(X, -1, 2), "start");
    requireRefused(() -> MiniBatches.slice(X, 4, 2), "start");
    requireRefused(() -> MiniBatches.slice(X, 0, 0), "batchSize");
    requireRefused(() -> MiniBatches.slice(labels, -1, 2), "start");
    requireRefused(() -> MiniBatches.slice(labels, 4, 2), "start");
    requireRefused(() -> MiniBatches.slice(labels, 0, -3), "batchSize");
    requireRefused(() -> MiniBatches.shuffledEpoch(-1, 2, random), "count");
    requireRefused(() -> MiniBatches.shuffledEpoch(3, 0, random), "batchSize");
    requireRefused(() -> MiniBatches.sampleWithReplacement(0, 2, random), "count");
    requireRefused(() -> MiniBatches.sampleWithReplacement(3, 0, random), "batchSize");
  }

  private static void requireRefused(Runnable call, String name) {
    String message = "";
    try {
      call.run();
    } catch (IllegalArgumentException e) {
      message = String.valueOf(e.getMessage());
    }
    require(message.contains(name), "refused", name);
  }

  private static void requireEqual(int[] expected, int[] seen) {
    require(
        Arrays.equals(expected, seen), "labels", Arrays.toString(expected), Arrays.toString(seen));
  }

  private static boolean inRange(int[] indices, int count) {
    return Arrays.stream(indices).allMatch(i -> i >= 0 && i < count);
  }

  /** Row r, column c holds 10r + c, so that a wrong row shows at once. */
  private static DMatrixRMaj numbered(int rows, int columns) {
    DMatrixRMaj X = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < X.getNumElements(); i++) {
      X.data[i] = 10 * (i / columns) + i % columns;
    }
    return X;
  }

  private static DMatrixRMaj rowsOf(DMatrixRMaj X, int first, int rows) {
    DMatrixRMaj expected = new DMatrixRMaj(rows, X.numCols);
    for (int i = 0; i < expected.getNumElements(); i++) {
      expected.data[i] = 10 * (first + i / X.numCols) + i % X.numCols;
    }
    return expected;
  }
}
