package org.gradientkata.data;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Exercise(
    value = "10 input-scaling",
    answers = InputScaling.class,
    shape = 2,
    forward = 5,
    edge = 4)
@DisplayName("10 input-scaling")
class InputScalingTest {
  /** NumPy adds in another order: sums of 50 numbers agree to about 50 · 2⁻⁵² relative. */
  private static final double OTHER_ORDER = 1e-12;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("min-max takes the smallest of a column to 0 and the largest to 1")
  void minMaxByHand() {
    DMatrixRMaj train = matrix(new double[][] {{250, -4}, {1250, -1}, {500, -2}});

    DMatrixRMaj scaled = InputScaling.minMax(train).apply(train);

    DMatrixRMaj expected = matrix(new double[][] {{0, 0}, {1, 1}, {0.25, 2.0 / 3}});
    assertThat("scaled", scaled).because("min-max").isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("standardization gives every column mean 0 and variance 1")
  void standardizationByHand() {
    // deviations −3, −1, 1, 3: variance 20/4 = 5; the second column is ten times the first, minus 7
    DMatrixRMaj train = matrix(new double[][] {{1, 3}, {3, 23}, {5, 43}, {7, 63}});

    DMatrixRMaj scaled = InputScaling.standardization(train).apply(train);

    double r = 1 / Math.sqrt(5);
    DMatrixRMaj expected =
        matrix(new double[][] {{-3 * r, -3 * r}, {-r, -r}, {r, r}, {3 * r, 3 * r}});
    assertThat("scaled", scaled).because("standardization").isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("training and test data are scaled alike, by the figures of the training data")
  @CsvSource({"minMax, train", "minMax, test", "standardization, train", "standardization, test"})
  void scalesByTheTrainingData(String kind, String data) {
    Golden golden = Golden.read("input-scaling");
    InputScaling scaling = learned(kind, golden.matrix("train"));

    DMatrixRMaj scaled = scaling.apply(golden.matrix(data));

    assertThat(kind + " of the " + data + " data", scaled)
        .because("training-figures")
        .isCloseTo(golden.matrix(kind + "." + data), OTHER_ORDER);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("test data may leave the range of the training data")
  void testDataMayLeaveTheRange() {
    InputScaling scaling = InputScaling.minMax(matrix(new double[][] {{10}, {20}}));

    DMatrixRMaj scaled = scaling.apply(matrix(new double[][] {{5}, {15}, {40}}));

    assertThat("scaled", scaled)
        .because("out-of-range")
        .isCloseTo(matrix(new double[][] {{-0.5}, {0.5}, {3}}), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("neither the training data nor X is modified, and the result is a new matrix")
  @CsvSource({"minMax", "standardization"})
  void modifiesNothing(String kind) {
    DMatrixRMaj train = Golden.read("input-scaling").matrix("train");
    DMatrixRMaj before = train.copy();
    DMatrixRMaj X = Golden.read("input-scaling").matrix("test");
    DMatrixRMaj given = X.copy();

    InputScaling scaling = learned(kind, train);
    DMatrixRMaj first = scaling.apply(X);
    DMatrixRMaj second = scaling.apply(X);

    assertThat("train", train).isUnchangedFrom(before);
    assertThat("X", X).isUnchangedFrom(given);
    assertThat("scaled", first).isNotTheSameMatrixAs("X", X);
    assertThat("the second result", second).isNotTheSameMatrixAs("the first result", first);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("what was learned doesn't change when the training data or another scaling does")
  @CsvSource({"minMax", "standardization"})
  void keepsWhatItLearned(String kind) {
    DMatrixRMaj train = matrix(new double[][] {{0}, {10}});
    InputScaling scaling = learned(kind, train);
    DMatrixRMaj X = matrix(new double[][] {{5}, {10}});
    DMatrixRMaj before = scaling.apply(X).copy();

    train.set(1, 0, 1000);
    learned(kind, matrix(new double[][] {{-3}, {99}}));

    assertThat("scaled", scaling.apply(X)).because("kept").isCloseTo(before, 0);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a constant column becomes 0, whatever value it has later")
  @CsvSource({"minMax, 7", "standardization, 7", "minMax, 0", "standardization, 0"})
  void constantColumnsBecomeZero(String kind, double constant) {
    DMatrixRMaj train = matrix(new double[][] {{1, constant}, {2, constant}, {3, constant}});
    InputScaling scaling = learned(kind, train);

    DMatrixRMaj scaled = scaling.apply(matrix(new double[][] {{2, constant}, {2, 100}}));

    assertThat("scaled[0, 1]", scaled.get(0, 1)).because("constant").isCloseTo(0, 0);
    assertThat("scaled[1, 1]", scaled.get(1, 1)).because("constant").isCloseTo(0, 0);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a column of 0.1 is constant, although its mean is rounded")
  @CsvSource({"minMax", "standardization"})
  void recognisesConstantsDespiteRounding(String kind) {
    // 0.1 + 0.1 + 0.1 is 0.30000000000000004, so the computed mean is not 0.1
    DMatrixRMaj train = matrix(new double[][] {{0.1}, {0.1}, {0.1}});

    DMatrixRMaj scaled = learned(kind, train).apply(train);

    assertThat("scaled", scaled).because("rounded-mean").isCloseTo(new DMatrixRMaj(3, 1), 0);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("small differences between large numbers are not lost")
  void keepsSmallDifferences() {
    DMatrixRMaj train = matrix(new double[][] {{1e9}, {1e9 + 1}, {1e9 + 2}});

    DMatrixRMaj scaled = InputScaling.standardization(train).apply(train);

    double r = Math.sqrt(1.5);
    assertThat("scaled", scaled)
        .because("cancellation")
        .isCloseTo(matrix(new double[][] {{-r}, {0}, {r}}), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("one row, no rows to scale and no features work")
  @CsvSource({"minMax", "standardization"})
  void worksForEveryShape(String kind) {
    DMatrixRMaj oneRow = matrix(new double[][] {{3, -4, 5}});

    assertThat("one row", learned(kind, oneRow).apply(oneRow))
        .because("constant")
        .isCloseTo(new DMatrixRMaj(1, 3), 0);
    assertThat("no rows", learned(kind, oneRow).apply(new DMatrixRMaj(0, 3))).hasShape(0, 3);
    assertThat("no features", learned(kind, new DMatrixRMaj(2, 0)).apply(new DMatrixRMaj(4, 0)))
        .hasShape(4, 0);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("only the matrix's own elements count")
  @CsvSource({"minMax, 1", "standardization, 1"})
  void countsWithinTheMatrix(String kind, double expected) {
    DMatrixRMaj train = new DMatrixRMaj(5, 5); // an array longer than what the matrix will hold
    train.fill(1e6);
    train.reshape(2, 1);
    train.set(0, 0, kind.equals("minMax") ? 10 : 0);
    train.set(1, 0, 20);

    DMatrixRMaj scaled = learned(kind, train).apply(train);

    assertThat("scaled", scaled).hasShape(2, 1);
    assertThat("scaled[1, 0]", scaled.get(1, 0))
        .because("all-elements")
        .isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("training data without rows and X with other features are refused by name")
  @CsvSource({"minMax", "standardization"})
  void refusesBadInput(String kind) {
    InputScaling scaling = learned(kind, matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}));

    requireRefused(() -> learned(kind, new DMatrixRMaj(0, 3)), "train");
    requireRefused(() -> scaling.apply(new DMatrixRMaj(2, 4)), "X is 2x4");
    requireRefused(() -> scaling.apply(new DMatrixRMaj(3, 2)), "X is 3x2");
  }

  private static InputScaling learned(String kind, DMatrixRMaj train) {
    return kind.equals("minMax") ? InputScaling.minMax(train) : InputScaling.standardization(train);
  }

  private static void requireRefused(Runnable call, String part) {
    String message = "";
    try {
      call.run();
    } catch (IllegalArgumentException e) {
      message = String.valueOf(e.getMessage());
    }
    require(message.contains(part), "refused", part);
  }

  private static DMatrixRMaj matrix(double[][] rows) {
    return new DMatrixRMaj(rows);
  }
}
