package org.gradientkata.activation;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(
    value = "01 sigmoid",
    answers = Sigmoid.class,
    shape = 1,
    forward = 3,
    gradient = 4,
    edge = 2)
@DisplayName("01 sigmoid")
class SigmoidTest {
  /** The step of a central difference, and how good it is for a function as smooth as σ. */
  private static final double STEP = 1e-5;

  private static final double SLOPE_TOLERANCE = 1e-9;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("σ(0) is one half")
  void isOneHalfAtZero() {
    Sigmoid sigmoid = new Sigmoid();

    double y = sigmoid.value(0);

    assertThat("σ(0)", y).because("midpoint").isCloseTo(0.5, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("σ rises from 0 to 1 as in the printed tables")
  @CsvSource(
      textBlock =
          """
          # x,  σ(x) by NumPy 2.4: 1 / (1 + np.exp(-x))
          -4.0, 0.01798620996209156
          -1.0, 0.2689414213699951
           0.5, 0.6224593312018546
           2.0, 0.8807970779778823
           4.0, 0.9820137900379085
          """)
  void followsTheCurve(double x, double expected) {
    assertThat("σ(" + x + ")", new Sigmoid().value(x))
        .because("curve")
        .isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("σ(−x) is 1 − σ(x)")
  @ValueSource(doubles = {0.25, 1, 3, 8})
  void isSymmetric(double x) {
    Sigmoid sigmoid = new Sigmoid();

    assertThat("σ(-" + x + ")", sigmoid.value(-x))
        .because("symmetry")
        .isCloseTo(1 - sigmoid.value(x), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("saturates at 0 and 1 without overflow")
  @CsvSource({"40, 1", "800, 1", "1e300, 1", "Infinity, 1", "-800, 0", "-1e300, 0", "-Infinity, 0"})
  void saturatesWithoutOverflow(double x, double expected) {
    assertThat("σ(" + x + ")", new Sigmoid().value(x))
        .because("saturation")
        .isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("stays above 0 for very negative x")
  void keepsTinyValues() {
    // e⁻¹⁰⁰, which is σ(−100) up to a relative 4e-44
    assertThat("σ(-100)", new Sigmoid().value(-100))
        .because("tiny")
        .isRelativelyCloseTo(3.720075976020836e-44, 1e-10);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("passes a NaN on")
  void passesNanOn() {
    assertThat("σ(NaN)", new Sigmoid().value(Double.NaN))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative peaks at 0.25 where x = 0")
  void derivativePeaksAtAQuarter() {
    Sigmoid sigmoid = new Sigmoid();

    assertThat("σ′(0), from y = 0.5", sigmoid.derivativeFromValue(0.5))
        .because("peak")
        .isCloseTo(0.25, ROUNDING);
    assertThat("σ′ from y = 0.4", sigmoid.derivativeFromValue(0.4))
        .because("peak")
        .isBetween(0, 0.25);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative is the slope of the curve")
  @ValueSource(doubles = {-6, -2, -0.3, 0.7, 2, 5})
  void derivativeIsTheSlope(double x) {
    Sigmoid sigmoid = new Sigmoid();
    double slope = (logistic(x + STEP) - logistic(x - STEP)) / (2 * STEP);

    assertThat("σ′(" + x + "), from y = σ(" + x + ")", sigmoid.derivativeFromValue(logistic(x)))
        .because("slope")
        .isCloseTo(slope, SLOPE_TOLERANCE);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative is under 0.007 beyond ±5")
  @ValueSource(doubles = {-40, -10, -5.1, 5.1, 10, 40})
  void derivativeVanishesFarFromZero(double x) {
    assertThat("σ′(" + x + ")", new Sigmoid().derivativeFromValue(logistic(x)))
        .because("flat")
        .isBetween(0, 0.007);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a matrix is treated element by element and not modified")
  void valueOfAMatrixIsElementwise() {
    Sigmoid sigmoid = new Sigmoid();
    DMatrixRMaj X = new DMatrixRMaj(new double[][] {{-4, -1, 0.5}, {2, 4, 0}});
    DMatrixRMaj before = X.copy();
    DMatrixRMaj Y = new DMatrixRMaj(1, 1);

    sigmoid.value(X, Y);

    DMatrixRMaj expected =
        new DMatrixRMaj(
            new double[][] {
              {0.01798620996209156, 0.2689414213699951, 0.6224593312018546},
              {0.8807970779778823, 0.9820137900379085, 0.5}
            });
    assertThat("Y", Y).because("elementwise").isCloseTo(expected, ROUNDING);
    assertThat("X", X).isUnchangedFrom(before);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative of a matrix is taken element by element")
  void derivativeOfAMatrixIsElementwise() {
    Sigmoid sigmoid = new Sigmoid();
    DMatrixRMaj X = GradientCheck.gaussian(3, 4, 5);
    DMatrixRMaj Y = new DMatrixRMaj(3, 4);
    DMatrixRMaj slopes = new DMatrixRMaj(3, 4);
    for (int i = 0; i < X.getNumElements(); i++) {
      Y.data[i] = logistic(X.data[i]);
      slopes.data[i] = (logistic(X.data[i] + STEP) - logistic(X.data[i] - STEP)) / (2 * STEP);
    }
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenY = Y.copy();
    DMatrixRMaj D = new DMatrixRMaj(1, 1);

    sigmoid.derivative(X, Y, D);

    assertThat("D", D).because("slope").isCloseTo(slopes, SLOPE_TOLERANCE);
    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("Y", Y).isUnchangedFrom(givenY);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for empty, 1x1 and non-square matrices")
  @CsvSource({"0, 3", "1, 1", "2, 5", "5, 2"})
  void worksForEveryShape(int rows, int columns) {
    Sigmoid sigmoid = new Sigmoid();
    DMatrixRMaj X = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
    X.reshape(rows, columns);
    DMatrixRMaj Y = new DMatrixRMaj(1, 1);
    DMatrixRMaj D = new DMatrixRMaj(1, 1);

    sigmoid.value(X, Y);
    sigmoid.derivative(X, Y.copy(), D);

    assertThat("Y", Y).because("all-elements").hasShape(rows, columns);
    assertThat("D", D).because("all-elements").hasShape(rows, columns);
  }

  /** An independent σ: the textbook form is good enough for the moderate x used here. */
  private static double logistic(double x) {
    return 0.5 * (1 + Math.tanh(x / 2));
  }
}
