package org.gradientkata.activation;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.TWO_DIGITS;
import static org.gradientkata.suite.KataAssertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(value = "02 tanh", answers = Tanh.class, shape = 1, forward = 4, gradient = 4, edge = 1)
@DisplayName("02 tanh")
class TanhTest {
  /** Document 001: np.round(np.tanh(h), 2) for h = np.arange(-5.0, 5.0, 0.1). */
  private static final String PRINTED_TANH =
      """
        -1.   -1.   -1.   -1.   -1.   -1.   -1.   -1.   -1.   -1.
        -1.   -1.   -1.   -1.   -1.   -1.   -1.   -1.   -1.   -1.
        -1. -0.99 -0.99 -0.99 -0.99 -0.99 -0.98 -0.98 -0.98 -0.97
      -0.96 -0.96 -0.95 -0.94 -0.92 -0.91 -0.89 -0.86 -0.83  -0.8
      -0.76 -0.72 -0.66  -0.6 -0.54 -0.46 -0.38 -0.29  -0.2  -0.1
        -0.   0.1   0.2  0.29  0.38  0.46  0.54   0.6  0.66  0.72
       0.76   0.8  0.83  0.86  0.89  0.91  0.92  0.94  0.95  0.96
       0.96  0.97  0.98  0.98  0.98  0.99  0.99  0.99  0.99  0.99
         1.    1.    1.    1.    1.    1.    1.    1.    1.    1.
         1.    1.    1.    1.    1.    1.    1.    1.    1.    1.
      """;

  /** Document 001: np.round(1 - y**2, 2) for the same h, with y = np.tanh(h). */
  private static final String PRINTED_DERIVATIVE =
      """
         0.    0.    0.    0.    0.    0.    0.    0.    0.    0.
         0.    0.    0.    0.    0.    0.    0.  0.01  0.01  0.01
       0.01  0.01  0.01  0.02  0.02  0.03  0.03  0.04  0.05  0.06
       0.07  0.09   0.1  0.13  0.15  0.18  0.22  0.26  0.31  0.36
       0.42  0.49  0.56  0.63  0.71  0.79  0.86  0.92  0.96  0.99
         1.  0.99  0.96  0.92  0.86  0.79  0.71  0.63  0.56  0.49
       0.42  0.36  0.31  0.26  0.22  0.18  0.15  0.13   0.1  0.09
       0.07  0.06  0.05  0.04  0.03  0.03  0.02  0.02  0.01  0.01
       0.01  0.01  0.01  0.01    0.    0.    0.    0.    0.    0.
         0.    0.    0.    0.    0.    0.    0.    0.    0.    0.
      """;

  /**
   * All points are compared with two digits; every third one is asked for by itself and in full.
   */
  private static final int EVERY = 3;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("tanh follows the printed table from -5.0 to 4.9, two digits")
  void followsThePrintedTable() {
    DMatrixRMaj h = Golden.read("tanh").matrix("h");
    DMatrixRMaj y = new DMatrixRMaj(1, 1);
    double[] printed = numbers(PRINTED_TANH);

    new Tanh().value(h, y);

    for (int i = 0; i < printed.length; i++) {
      assertThat(at("tanh", h.data[i]), y.data[i])
          .because("table")
          .isCloseTo(printed[i], TWO_DIGITS);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("tanh is exact at the points of the table, in full precision")
  void isExactInFullPrecision() {
    Tanh tanh = new Tanh();
    Golden golden = Golden.read("tanh");
    DMatrixRMaj h = golden.matrix("h");
    DMatrixRMaj y = golden.matrix("y");

    for (int i = 0; i < h.getNumElements(); i += EVERY) {
      assertThat(at("tanh", h.data[i]), tanh.value(h.data[i]))
          .because("curve")
          .isCloseTo(y.data[i], ROUNDING);
    }
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("tanh is odd: tanh(−x) is −tanh(x), and tanh(0) is 0")
  @ValueSource(doubles = {0, 0.05, 1, 4, 30})
  void isOdd(double x) {
    Tanh tanh = new Tanh();

    assertThat("tanh(-" + x + ")", tanh.value(-x))
        .because("odd")
        .isCloseTo(-tanh.value(x), ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative follows the printed table from -5.0 to 4.9, two digits")
  void derivativeFollowsThePrintedTable() {
    Golden golden = Golden.read("tanh");
    DMatrixRMaj h = golden.matrix("h");
    DMatrixRMaj slopes = new DMatrixRMaj(1, 1);
    double[] printed = numbers(PRINTED_DERIVATIVE);

    new Tanh().derivative(h, golden.matrix("y"), slopes);

    for (int i = 0; i < printed.length; i++) {
      assertThat(at("tanh′", h.data[i]), slopes.data[i])
          .because("derivative-table")
          .isCloseTo(printed[i], TWO_DIGITS);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative is the slope of the curve, in full precision")
  void derivativeIsTheSlope() {
    Tanh tanh = new Tanh();
    Golden golden = Golden.read("tanh");
    DMatrixRMaj h = golden.matrix("h");
    DMatrixRMaj y = golden.matrix("y");
    DMatrixRMaj slope = golden.matrix("slope");

    for (int i = 0; i < h.getNumElements(); i += EVERY) {
      assertThat(at("tanh′", h.data[i]), tanh.derivativeFromValue(y.data[i]))
          .because("slope")
          .isCloseTo(slope.data[i], ROUNDING);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative is 1 at the middle and 0 where tanh has reached ±1")
  void derivativePeaksAtOne() {
    Tanh tanh = new Tanh();

    assertThat("tanh′(0), from y = 0", tanh.derivativeFromValue(0))
        .because("peak")
        .isCloseTo(1, ROUNDING);
    assertThat("tanh′ from y = 1", tanh.derivativeFromValue(1))
        .because("flat")
        .isCloseTo(0, ROUNDING);
    assertThat("tanh′ from y = -1", tanh.derivativeFromValue(-1))
        .because("flat")
        .isCloseTo(0, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("as a layer it passes the gradient check at every element")
  @CsvSource({"3, 4", "1, 1", "5, 2"})
  void layerPassesTheGradientCheck(int rows, int columns) {
    DMatrixRMaj X = GradientCheck.gaussian(rows, columns, 21);

    GradientCheck.check(new ActivationLayer(new Tanh()), X, 22);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a matrix is treated element by element and not modified")
  void valueOfAMatrixIsElementwise() {
    Golden golden = Golden.read("tanh");
    DMatrixRMaj X = golden.matrix("h");
    DMatrixRMaj expected = golden.matrix("y");
    X.reshape(20, 5);
    expected.reshape(20, 5);
    DMatrixRMaj before = X.copy();
    DMatrixRMaj Y = new DMatrixRMaj(1, 1);

    new Tanh().value(X, Y);

    assertThat("Y", Y).because("elementwise").isCloseTo(expected, ROUNDING);
    assertThat("Y", Y).isNotTheSameMatrixAs("X", X);
    assertThat("X", X).isUnchangedFrom(before);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the derivative of a matrix is taken element by element, and nothing is modified")
  void derivativeOfAMatrixIsElementwise() {
    Golden golden = Golden.read("tanh");
    DMatrixRMaj X = golden.matrix("h");
    DMatrixRMaj Y = golden.matrix("y");
    DMatrixRMaj slope = golden.matrix("slope");
    X.reshape(4, 25);
    Y.reshape(4, 25);
    slope.reshape(4, 25);
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenY = Y.copy();
    DMatrixRMaj D = new DMatrixRMaj(1, 1);

    new Tanh().derivative(X, Y, D);

    assertThat("D", D).because("slope").isCloseTo(slope, ROUNDING);
    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("Y", Y).isUnchangedFrom(givenY);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for empty, 1x1 and non-square matrices, one after the other")
  @CsvSource({"0, 3, 2, 2", "1, 1, 3, 2", "2, 5, 1, 4", "5, 2, 0, 0"})
  void worksForEveryShape(int rows, int columns, int nextRows, int nextColumns) {
    Tanh tanh = new Tanh();
    DMatrixRMaj X = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
    DMatrixRMaj Y = new DMatrixRMaj(1, 1);
    DMatrixRMaj D = new DMatrixRMaj(1, 1);

    X.reshape(rows, columns);
    tanh.value(X, Y);
    tanh.derivative(X, Y.copy(), D);
    assertThat("Y", Y).because("all-elements").hasShape(rows, columns);
    assertThat("D", D).because("all-elements").hasShape(rows, columns);

    X.reshape(nextRows, nextColumns);
    tanh.value(X, Y);
    tanh.derivative(X, Y.copy(), D);
    assertThat("Y", Y).because("all-elements").hasShape(nextRows, nextColumns);
    assertThat("D", D).because("all-elements").hasShape(nextRows, nextColumns);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("saturates at -1 and 1 without overflow")
  @CsvSource({
    "20, 1", "400, 1", "800, 1", "1e300, 1", "Infinity, 1",
    "-20, -1", "-400, -1", "-800, -1", "-1e300, -1", "-Infinity, -1"
  })
  void saturatesWithoutOverflow(double x, double expected) {
    assertThat("tanh(" + x + ")", new Tanh().value(x))
        .because("saturation")
        .isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("passes a NaN on")
  void passesNanOn() {
    assertThat("tanh(NaN)", new Tanh().value(Double.NaN))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
  }

  private static double[] numbers(String table) {
    return Arrays.stream(table.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String at(String function, double h) {
    return String.format(Locale.ROOT, "%s(%.1f)", function, h);
  }
}
