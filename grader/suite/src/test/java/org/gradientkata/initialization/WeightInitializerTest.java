package org.gradientkata.initialization;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(
    value = "09 weight-initializer",
    answers = WeightInitializer.class,
    shape = 2,
    forward = 8,
    edge = 2)
@DisplayName("09 weight-initializer")
class WeightInitializerTest {
  /**
   * How many standard errors a sample may be off. A right answer misses five of them less than once
   * in a million tests; whatever order it draws its numbers in.
   */
  private static final double STANDARD_ERRORS = 5;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("zeros are zeros, one row per input and one column per unit")
  void zerosAreZeros() {
    DMatrixRMaj W = WeightInitializer.zeros(2, 3);

    assertThat("zeros(2, 3)", W).because("fans").isCloseTo(new DMatrixRMaj(2, 3), 0);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("gaussian weights have mean 0 and the standard deviation asked for")
  @ValueSource(doubles = {1, 0.01, 0.25, 3})
  void gaussianHasTheStandardDeviation(double std) {
    DMatrixRMaj W = WeightInitializer.gaussian(200, 100, std, new RandomSource(9));

    assertThat("gaussian(200, 100, " + std + ")", W).because("fans").hasShape(200, 100).isFinite();
    // standard errors of a mean and of a standard deviation: σ/√n and σ/√(2n)
    int n = W.getNumElements();
    assertThat("mean/std", mean(W) / std)
        .because("mean")
        .isCloseTo(0, STANDARD_ERRORS / Math.sqrt(n));
    assertThat("standard deviation/std", deviation(W) / std)
        .because("std")
        .isCloseTo(1, STANDARD_ERRORS / Math.sqrt(2.0 * n));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("gaussian weights are normally distributed")
  void gaussianIsNormal() {
    DMatrixRMaj W = WeightInitializer.gaussian(200, 100, 0.5, new RandomSource(10));

    // standard error of the kurtosis of a normal sample: √(24/n)
    assertThat("kurtosis", kurtosis(W))
        .because("normal")
        .isCloseTo(3, STANDARD_ERRORS * Math.sqrt(24.0 / W.getNumElements()));
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("Xavier's standard deviation is 1/√fanIn")
  @CsvSource({"100, 200", "200, 100", "784, 25", "25, 784", "1, 20000"})
  void xavierDividesByTheRootOfFanIn(int fanIn, int fanOut) {
    DMatrixRMaj W = WeightInitializer.xavier(fanIn, fanOut, new RandomSource(11));

    assertThat("xavier(" + fanIn + ", " + fanOut + ")", W)
        .because("fans")
        .hasShape(fanIn, fanOut)
        .isFinite();
    int n = W.getNumElements();
    assertThat("standard deviation · √fanIn", deviation(W) * Math.sqrt(fanIn))
        .because("xavier", fanIn, fanOut)
        .isCloseTo(1, STANDARD_ERRORS / Math.sqrt(2.0 * n));
    assertThat("kurtosis", kurtosis(W))
        .because("normal")
        .isCloseTo(3, STANDARD_ERRORS * Math.sqrt(24.0 / n));
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("He's standard deviation is √(2/fanIn)")
  @CsvSource({"100, 200", "200, 100", "784, 25", "25, 784", "1, 20000"})
  void heHasTwiceTheVariance(int fanIn, int fanOut) {
    DMatrixRMaj W = WeightInitializer.he(fanIn, fanOut, new RandomSource(12));

    assertThat("he(" + fanIn + ", " + fanOut + ")", W)
        .because("fans")
        .hasShape(fanIn, fanOut)
        .isFinite();
    int n = W.getNumElements();
    assertThat("standard deviation · √(fanIn/2)", deviation(W) * Math.sqrt(fanIn / 2.0))
        .because("he", fanIn, fanOut)
        .isCloseTo(1, STANDARD_ERRORS / Math.sqrt(2.0 * n));
    assertThat("kurtosis", kurtosis(W))
        .because("normal")
        .isCloseTo(3, STANDARD_ERRORS * Math.sqrt(24.0 / n));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("Xavier's sums are as large as their inputs")
  void xavierKeepsTheSignal() {
    int fanOut = 5_000;
    double[] x = inputOfMeanSquareOne(20);

    double[] sums = sums(x, WeightInitializer.xavier(20, fanOut, new RandomSource(13)));

    // each sum is N(0, 1), so the mean of n squares has the standard error √(2/n)
    double meanSquare = Arrays.stream(sums).map(s -> s * s).sum() / fanOut;
    assertThat("mean square of the sums", meanSquare)
        .because("keeps-signal")
        .isCloseTo(1, STANDARD_ERRORS * Math.sqrt(2.0 / fanOut));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("after ReLU He's outputs are as large as their inputs")
  void heKeepsTheSignalThroughRelu() {
    int fanOut = 5_000;
    double[] x = inputOfMeanSquareOne(20);

    double[] sums = sums(x, WeightInitializer.he(20, fanOut, new RandomSource(14)));

    // each sum s is N(0, 2); max(s, 0)² has mean 1 and variance 3·2²/2 − 1 = 5
    double meanSquare = Arrays.stream(sums).map(s -> s > 0 ? s * s : 0).sum() / fanOut;
    assertThat("mean square after ReLU", meanSquare)
        .because("keeps-signal-relu")
        .isCloseTo(1, STANDARD_ERRORS * Math.sqrt(5.0 / fanOut));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("every weight is drawn on its own")
  void everyWeightIsDrawn() {
    DMatrixRMaj W = WeightInitializer.gaussian(20, 30, 1, new RandomSource(15));

    assertThat("gaussian(20, 30, 1)", W).hasShape(20, 30);
    long different = Arrays.stream(W.data, 0, 600).distinct().count();
    require(different == 600, "drawn", different);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("units are counted once where their columns are equal")
  void countsDifferentColumns() {
    DMatrixRMaj W =
        new DMatrixRMaj(
            new double[][] {
              {1, 2, 1, 1, 3, 2},
              {4, 5, 4, 6, 4, 5},
              {7, 8, 7, 7, 7, 8}
            });
    DMatrixRMaj before = W.copy();

    int units = WeightInitializer.distinctUnits(W);

    // columns 0 and 2 are equal, and so are 1 and 5; 3 and 4 stand alone
    assertThat("distinctUnits", units).because("distinct").isCloseTo(4, 0);
    assertThat("W", W).isUnchangedFrom(before);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a layer of equal weights is worth one unit")
  void equalWeightsAreWorthOneUnit() {
    DMatrixRMaj zeros = new DMatrixRMaj(4, 7);
    DMatrixRMaj halves = new DMatrixRMaj(4, 7);
    halves.fill(0.5);
    DMatrixRMaj oneRow = new DMatrixRMaj(new double[][] {{3, 1, 3, 2}});

    assertThat("distinctUnits of zeros", WeightInitializer.distinctUnits(zeros))
        .because("symmetry")
        .isCloseTo(1, 0);
    assertThat("distinctUnits of 0.5 everywhere", WeightInitializer.distinctUnits(halves))
        .because("symmetry")
        .isCloseTo(1, 0);
    assertThat("distinctUnits of (3 1 3 2)", WeightInitializer.distinctUnits(oneRow))
        .because("distinct")
        .isCloseTo(3, 0);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the same seed gives the same weights, and the source moves on")
  void followsTheSource() {
    RandomSource random = new RandomSource(16);

    DMatrixRMaj first = WeightInitializer.he(3, 5, random);
    DMatrixRMaj second = WeightInitializer.he(3, 5, random);
    DMatrixRMaj again = WeightInitializer.he(3, 5, new RandomSource(16));

    assertThat("he(3, 5)", first).because("fans").hasShape(3, 5);
    assertThat("he(3, 5) with the same seed", again).because("same-seed").isCloseTo(first, 0);
    require(second.get(0, 0) != first.get(0, 0), "moves-on");
    assertThat("second", second).isNotTheSameMatrixAs("first", first);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("each rule can be chosen by name")
  @CsvSource({"zeros, 0", "0.5, 0.5", "xavier, 0.1", "he, 0.1414213562373095"})
  void rulesAreChosenByName(String rule, double std) {
    DMatrixRMaj W = WeightInitializer.of(InitialValue.parse(rule), 100, 200, new RandomSource(17));

    assertThat(rule, W).because("fans").hasShape(100, 200);
    assertThat("standard deviation of " + rule, deviation(W))
        .because("by-name")
        .isCloseTo(std, STANDARD_ERRORS * std / Math.sqrt(2.0 * W.getNumElements()) + ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a layer of one weight works, and so does std = 0")
  void worksForOneWeight() {
    assertThat("zeros(1, 1)", WeightInitializer.zeros(1, 1)).because("fans").hasShape(1, 1);
    assertThat("xavier(1, 1)", WeightInitializer.xavier(1, 1, new RandomSource(1)))
        .hasShape(1, 1)
        .isFinite();
    assertThat("he(1, 1)", WeightInitializer.he(1, 1, new RandomSource(1))).hasShape(1, 1);
    assertThat("std = 0", WeightInitializer.gaussian(2, 3, 0, new RandomSource(1)))
        .because("std")
        .isCloseTo(new DMatrixRMaj(2, 3), 0);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("only the matrix's own elements count, and no columns are no units")
  void countsWithinTheMatrix() {
    DMatrixRMaj W = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
    for (int i = 0; i < 100; i++) {
      W.data[i] = i;
    }
    W.reshape(2, 3);

    assertThat("distinctUnits of 2x3", WeightInitializer.distinctUnits(W))
        .because("distinct")
        .isCloseTo(3, 0);
    assertThat("distinctUnits of 0x0", WeightInitializer.distinctUnits(new DMatrixRMaj(0, 0)))
        .because("distinct")
        .isCloseTo(0, 0);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a layer without inputs or units is refused by name")
  @CsvSource({"0, 3, fanIn", "3, 0, fanOut", "-1, 3, fanIn", "3, -2, fanOut"})
  void refusesBadSizes(int fanIn, int fanOut, String name) {
    RandomSource random = new RandomSource(1);

    requireRefused(() -> WeightInitializer.zeros(fanIn, fanOut), name);
    requireRefused(() -> WeightInitializer.gaussian(fanIn, fanOut, 1, random), name);
    requireRefused(() -> WeightInitializer.xavier(fanIn, fanOut, random), name);
    requireRefused(() -> WeightInitializer.he(fanIn, fanOut, random), name);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a standard deviation that is none is refused by name")
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBadDeviation(double std) {
    requireRefused(() -> WeightInitializer.gaussian(2, 3, std, new RandomSource(1)), "std");
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

  private static double[] inputOfMeanSquareOne(int size) {
    double[] x = new RandomSource(18).doubles(size, -1, 1).toArray();
    double meanSquare = Arrays.stream(x).map(v -> v * v).sum() / size;
    return Arrays.stream(x).map(v -> v / Math.sqrt(meanSquare)).toArray();
  }

  private static double[] sums(double[] x, DMatrixRMaj W) {
    assertThat("W", W).because("fans").hasShape(x.length, W.numCols);
    double[] sums = new double[W.numCols];
    for (int row = 0; row < x.length; row++) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += x[row] * W.get(row, column);
      }
    }
    return sums;
  }

  private static double mean(DMatrixRMaj W) {
    double sum = 0;
    for (int i = 0; i < W.getNumElements(); i++) {
      sum += W.data[i];
    }
    return sum / W.getNumElements();
  }

  private static double deviation(DMatrixRMaj W) {
    return Math.sqrt(moment(W, 2));
  }

  private static double kurtosis(DMatrixRMaj W) {
    double variance = moment(W, 2);
    return moment(W, 4) / (variance * variance);
  }

  private static double moment(DMatrixRMaj W, int power) {
    double mean = mean(W);
    double sum = 0;
    for (int i = 0; i < W.getNumElements(); i++) {
      sum += Math.pow(W.data[i] - mean, power);
    }
    return sum / W.getNumElements();
  }
}
