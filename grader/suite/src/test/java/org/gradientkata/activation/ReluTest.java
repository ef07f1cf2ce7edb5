package org.gradientkata.activation;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Exercise(
    value = "03 relu",
    answers = {ReLU.class, LeakyReLU.class},
    shape = 2,
    forward = 3,
    gradient = 3,
    edge = 2)
@DisplayName("03 relu")
class ReluTest {

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("ReLU passes what is positive and stops the rest")
  @CsvSource({"3, 3", "0.25, 0.25", "1e-9, 1e-9", "0, 0", "-1e-9, 0", "-0.25, 0", "-3, 0"})
  void passesWhatIsPositive(double x, double expected) {
    assertThat("ReLU(" + x + ")", new ReLU().value(x))
        .because("positive-part")
        .isCloseTo(expected, ROUNDING * Math.abs(x));
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("Leaky ReLU makes what is negative small")
  @CsvSource({
    "0.1,   2.5,  2.5",
    "0.1,  -2.5, -0.25",
    "0.01,  4,    4",
    "0.01, -4,   -0.04",
    "0.3,   0,    0",
    "0.3,  -1e-6, -3e-7",
    "0,    -3,    0",
    "1,    -3,   -3"
  })
  void leaksWhatIsNegative(double slope, double x, double expected) {
    assertThat("LeakyReLU(" + slope + ")(" + x + ")", new LeakyReLU(slope).value(x))
        .because("leak")
        .isCloseTo(expected, ROUNDING * Math.abs(x));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the slope is 0.01 where none is given, and each unit has its own")
  void everyUnitHasItsOwnSlope() {
    LeakyReLU usual = new LeakyReLU();
    LeakyReLU steeper = new LeakyReLU(0.1);

    assertThat("LeakyReLU()(-5)", usual.value(-5)).because("own-slope").isCloseTo(-0.05, ROUNDING);
    assertThat("LeakyReLU(0.1)(-5)", steeper.value(-5))
        .because("own-slope")
        .isCloseTo(-0.5, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative of ReLU is 1 on the right and 0 on the left, whatever the size")
  @CsvSource({"1e-300, 1", "0.1, 1", "7, 1", "1e300, 1", "-1e-300, 0", "-0.1, 0", "-7, 0"})
  void derivativeIsOneOrZero(double x, double expected) {
    assertThat("ReLU′(" + x + ")", new ReLU().derivative(x))
        .because("two-slopes")
        .isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative of Leaky ReLU is 1 on the right and the slope on the left")
  @CsvSource({
    "0.1,  1e-300, 1",
    "0.1,  7,      1",
    "0.1, -1e-300, 0.1",
    "0.1, -7,      0.1",
    "0.25, 1e300,  1",
    "0.25, -1e300, 0.25",
    "0,    -2,     0",
    "1,    -2,     1"
  })
  void leakyDerivativeIsOneOrTheSlope(double slope, double x, double expected) {
    assertThat("LeakyReLU(" + slope + ")′ at " + x, new LeakyReLU(slope).derivative(x))
        .because("leaky-slopes")
        .isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("each unit's derivative has the unit's own slope, 0.01 where none is given")
  void everyUnitHasItsOwnDerivative() {
    LeakyReLU usual = new LeakyReLU();
    LeakyReLU steeper = new LeakyReLU(0.1);

    assertThat("LeakyReLU()′ at -5", usual.derivative(-5))
        .because("own-slope")
        .isCloseTo(0.01, ROUNDING);
    assertThat("LeakyReLU(0.1)′ at -5", steeper.derivative(-5))
        .because("own-slope")
        .isCloseTo(0.1, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("at the corner the left slope counts: ReLU′(0) is 0")
  void cornerBelongsToTheLeft() {
    assertThat("ReLU′(0)", new ReLU().derivative(0)).because("corner").isCloseTo(0, ROUNDING);
    assertThat("ReLU′(-0.0)", new ReLU().derivative(-0.0)).because("corner").isCloseTo(0, ROUNDING);
    assertThat("LeakyReLU(0.1)′ at 0", new LeakyReLU(0.1).derivative(0))
        .because("corner")
        .isCloseTo(0.1, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("as layers both pass the gradient check at every element")
  @CsvSource({"0, 3, 4", "0.01, 1, 1", "0.1, 5, 2", "0.3, 2, 7"})
  void layersPassTheGradientCheck(double slope, int rows, int columns) {
    Activation activation = slope == 0 ? new ReLU() : new LeakyReLU(slope);
    DMatrixRMaj X = GradientCheck.gaussian(rows, columns, 31);

    GradientCheck.check(new ActivationLayer(activation), X, 32);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a gradient passes a thousand open units unchanged")
  void gradientPassesManyOpenUnits() {
    DMatrixRMaj X = new DMatrixRMaj(1, 1000);
    for (int layer = 0; layer < 1000; layer++) {
      X.data[layer] = 0.01 * (layer + 1);
    }
    DMatrixRMaj slopes = new DMatrixRMaj(1, 1000);

    new ReLU().derivative(X, X, slopes); // what is positive passes, so Y is X

    double factor = Arrays.stream(slopes.data).reduce(1, (product, slope) -> product * slope);
    // 1 exactly, but for 1000 roundings
    assertThat("ReLU′ · ReLU′ · … (1000)", factor)
        .because("no-shrinking")
        .isCloseTo(1, 1000 * ROUNDING);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a matrix is treated element by element and not modified")
  void valueOfAMatrixIsElementwise() {
    DMatrixRMaj X = new DMatrixRMaj(new double[][] {{-4, 1, -0.5}, {2, 0, 6}});
    DMatrixRMaj before = X.copy();
    DMatrixRMaj Y = new DMatrixRMaj(1, 1);
    DMatrixRMaj leakyY = new DMatrixRMaj(3, 2);

    new ReLU().value(X, Y);
    new LeakyReLU(0.1).value(X, leakyY);

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{0, 1, 0}, {2, 0, 6}});
    DMatrixRMaj leaky = new DMatrixRMaj(new double[][] {{-0.4, 1, -0.05}, {2, 0, 6}});
    assertThat("Y of ReLU", Y).because("elementwise").isCloseTo(expected, ROUNDING);
    assertThat("Y of LeakyReLU(0.1)", leakyY).because("elementwise").isCloseTo(leaky, ROUNDING);
    assertThat("X", X).isUnchangedFrom(before);
    assertThat("Y of ReLU", Y).isNotTheSameMatrixAs("X", X);
    assertThat("Y of LeakyReLU(0.1)", leakyY).isNotTheSameMatrixAs("X", X);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the derivative of a matrix is taken element by element, and nothing is modified")
  void derivativeOfAMatrixIsElementwise() {
    DMatrixRMaj X = new DMatrixRMaj(new double[][] {{-4, 1}, {0.5, -2}, {7, -1}});
    DMatrixRMaj Y = new DMatrixRMaj(new double[][] {{0, 1}, {0.5, 0}, {7, 0}});
    DMatrixRMaj leakyY = new DMatrixRMaj(new double[][] {{-0.8, 1}, {0.5, -0.4}, {7, -0.2}});
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenY = Y.copy();
    DMatrixRMaj givenLeakyY = leakyY.copy();
    DMatrixRMaj D = new DMatrixRMaj(1, 1);
    DMatrixRMaj leakyD = new DMatrixRMaj(2, 3);

    new ReLU().derivative(X, Y, D);
    new LeakyReLU(0.2).derivative(X, leakyY, leakyD);

    DMatrixRMaj slopes = new DMatrixRMaj(new double[][] {{0, 1}, {1, 0}, {1, 0}});
    DMatrixRMaj leaky = new DMatrixRMaj(new double[][] {{0.2, 1}, {1, 0.2}, {1, 0.2}});
    assertThat("D of ReLU", D).because("elementwise").isCloseTo(slopes, ROUNDING);
    assertThat("D of LeakyReLU(0.2)", leakyD).because("elementwise").isCloseTo(leaky, ROUNDING);
    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("Y of ReLU", Y).isUnchangedFrom(givenY);
    assertThat("Y of LeakyReLU(0.2)", leakyY).isUnchangedFrom(givenLeakyY);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for empty, 1x1 and non-square matrices, one after the other")
  @CsvSource({"0, 3, 2, 2", "1, 1, 3, 2", "2, 5, 1, 4", "5, 2, 0, 0"})
  void worksForEveryShape(int rows, int columns, int nextRows, int nextColumns) {
    for (Activation activation : new Activation[] {new ReLU(), new LeakyReLU(0.1)}) {
      DMatrixRMaj X = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
      DMatrixRMaj Y = new DMatrixRMaj(1, 1);
      DMatrixRMaj D = new DMatrixRMaj(1, 1);

      X.reshape(rows, columns);
      activation.value(X, Y);
      activation.derivative(X, Y.copy(), D);
      assertThat("Y", Y).because("all-elements").hasShape(rows, columns);
      assertThat("D", D).because("all-elements").hasShape(rows, columns);

      X.reshape(nextRows, nextColumns);
      activation.value(X, Y);
      activation.derivative(X, Y.copy(), D);
      assertThat("Y", Y).because("all-elements").hasShape(nextRows, nextColumns);
      assertThat("D", D).because("all-elements").hasShape(nextRows, nextColumns);
    }
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("does not saturate, however large x is")
  @CsvSource({"1e300, 1e300, 1e300", "-1e300, 0, -1e299", "1e-300, 1e-300, 1e-300"})
  void doesNotSaturate(double x, double expected, double leaky) {
    assertThat("ReLU(" + x + ")", new ReLU().value(x))
        .because("no-saturation")
        .isCloseTo(expected, ROUNDING * Math.abs(x));
    assertThat("LeakyReLU(0.1)(" + x + ")", new LeakyReLU(0.1).value(x))
        .because("no-saturation")
        .isCloseTo(leaky, ROUNDING * Math.abs(x));
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("the leaky form passes a NaN on")
  void passesNanOn() {
    assertThat("LeakyReLU(0.1)(NaN)", new LeakyReLU(0.1).value(Double.NaN))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
  }
}
