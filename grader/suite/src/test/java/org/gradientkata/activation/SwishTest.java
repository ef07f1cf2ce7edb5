package org.gradientkata.activation;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
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

@Exercise(
    value = "04 swish",
    answers = {Swish.class, GrowingCosineUnit.class},
    shape = 2,
    forward = 3,
    gradient = 4,
    edge = 1)
@DisplayName("04 swish")
class SwishTest {
  /** The extrema are quoted with four digits after the point. */
  private static final double FOUR_DIGITS = 5e-5;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("Swish is x times its own sigmoid")
  void swishIsWeightedWithItsSigmoid() {
    Swish swish = new Swish();
    Golden golden = Golden.read("swish");
    DMatrixRMaj x = golden.matrix("x");
    DMatrixRMaj y = golden.matrix("swish");

    for (int i = 0; i < x.getNumElements(); i++) {
      assertThat("Swish(" + x.data[i] + ")", swish.value(x.data[i]))
          .because("swish")
          .isCloseTo(y.data[i], ROUNDING);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("Swish dips to -0.2785 at x = -1.2785: it is not monotone")
  void swishDipsBelowZero() {
    Swish swish = new Swish();

    assertThat("Swish(-1.2785)", swish.value(-1.2785))
        .because("dip")
        .isCloseTo(-0.2785, FOUR_DIGITS);
    assertThat("Swish(-0.5)", swish.value(-0.5)).because("dip").isBetween(-0.27, -0.01);
    assertThat("Swish(-5)", swish.value(-5)).because("dip").isBetween(-0.27, -0.01);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the growing cosine unit is x times its own cosine")
  void cosineUnitIsWeightedWithItsCosine() {
    GrowingCosineUnit unit = new GrowingCosineUnit();
    Golden golden = Golden.read("swish");
    DMatrixRMaj x = golden.matrix("x");
    DMatrixRMaj y = golden.matrix("gcu");

    for (int i = 0; i < x.getNumElements(); i++) {
      assertThat("GCU(" + x.data[i] + ")", unit.value(x.data[i]))
          .because("cosine")
          .isCloseTo(y.data[i], 30 * ROUNDING);
    }
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("the growing cosine unit touches x, 0 and -x in turn")
  @CsvSource({
    "0, 0",
    "1.5707963267948966, 0",
    "3.141592653589793, -3.141592653589793",
    "-3.141592653589793, 3.141592653589793",
    "6.283185307179586, 6.283185307179586"
  })
  void cosineUnitOscillates(double x, double expected) {
    assertThat("GCU(" + x + ")", new GrowingCosineUnit().value(x))
        .because("oscillation")
        .isCloseTo(expected, 10 * ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative of Swish is the slope of its curve")
  void derivativeOfSwishIsTheSlope() {
    Swish swish = new Swish();
    Golden golden = Golden.read("swish");
    DMatrixRMaj x = golden.matrix("x");
    DMatrixRMaj slope = golden.matrix("swishSlope");

    for (int i = 0; i < x.getNumElements(); i++) {
      assertThat("Swish′(" + x.data[i] + ")", swish.derivative(x.data[i]))
          .because("swish-slope")
          .isCloseTo(slope.data[i], ROUNDING);
    }
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative of Swish is 0.5 at 0, 0 at the dip, and exceeds 1 on the right")
  @CsvSource({"0, 0.5", "-1.27846, 0", "2.39936, 1.0998", "-2.39936, -0.0998"})
  void derivativeOfSwishAtItsMarks(double x, double expected) {
    assertThat("Swish′(" + x + ")", new Swish().derivative(x))
        .because("swish-marks")
        .isCloseTo(expected, FOUR_DIGITS);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the derivative of the growing cosine unit is the slope of its curve")
  void derivativeOfTheCosineUnitIsTheSlope() {
    GrowingCosineUnit unit = new GrowingCosineUnit();
    Golden golden = Golden.read("swish");
    DMatrixRMaj x = golden.matrix("x");
    DMatrixRMaj slope = golden.matrix("gcuSlope");

    for (int i = 0; i < x.getNumElements(); i++) {
      assertThat("GCU′(" + x.data[i] + ")", unit.derivative(x.data[i]))
          .because("cosine-slope")
          .isCloseTo(slope.data[i], 30 * ROUNDING);
    }
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("as layers both pass the gradient check at every element")
  @CsvSource({"3, 4", "1, 1", "5, 2"})
  void layersPassTheGradientCheck(int rows, int columns) {
    DMatrixRMaj X = GradientCheck.gaussian(rows, columns, 41);

    GradientCheck.check(new ActivationLayer(new Swish()), X, 42);
    GradientCheck.check(new ActivationLayer(new GrowingCosineUnit()), X, 43);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a matrix is treated element by element and not modified")
  void valueOfAMatrixIsElementwise() {
    Golden golden = Golden.read("swish");
    DMatrixRMaj X = reshaped(golden.matrix("x"));
    DMatrixRMaj before = X.copy();
    DMatrixRMaj Y = new DMatrixRMaj(1, 1);
    DMatrixRMaj C = new DMatrixRMaj(4, 3);

    new Swish().value(X, Y);
    new GrowingCosineUnit().value(X, C);

    assertThat("Y of Swish", Y)
        .because("elementwise")
        .isCloseTo(reshaped(golden.matrix("swish")), ROUNDING);
    assertThat("Y of GCU", C)
        .because("elementwise")
        .isCloseTo(reshaped(golden.matrix("gcu")), 30 * ROUNDING);
    assertThat("X", X).isUnchangedFrom(before);
    assertThat("Y of Swish", Y).isNotTheSameMatrixAs("X", X);
    assertThat("Y of GCU", C).isNotTheSameMatrixAs("X", X);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the derivative of a matrix is taken element by element, and nothing is modified")
  void derivativeOfAMatrixIsElementwise() {
    Golden golden = Golden.read("swish");
    DMatrixRMaj X = reshaped(golden.matrix("x"));
    DMatrixRMaj swish = reshaped(golden.matrix("swish"));
    DMatrixRMaj cosine = reshaped(golden.matrix("gcu"));
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenSwish = swish.copy();
    DMatrixRMaj givenCosine = cosine.copy();
    DMatrixRMaj D = new DMatrixRMaj(1, 1);
    DMatrixRMaj E = new DMatrixRMaj(4, 3);

    new Swish().derivative(X, swish, D);
    new GrowingCosineUnit().derivative(X, cosine, E);

    assertThat("D of Swish", D)
        .because("swish-slope")
        .isCloseTo(reshaped(golden.matrix("swishSlope")), ROUNDING);
    assertThat("D of GCU", E)
        .because("cosine-slope")
        .isCloseTo(reshaped(golden.matrix("gcuSlope")), 30 * ROUNDING);
    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("Y of Swish", swish).isUnchangedFrom(givenSwish);
    assertThat("Y of GCU", cosine).isUnchangedFrom(givenCosine);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for empty, 1x1 and non-square matrices, one after the other")
  @CsvSource({"0, 3, 2, 2", "1, 1, 3, 2", "2, 5, 1, 4", "5, 2, 0, 0"})
  void worksForEveryShape(int rows, int columns, int nextRows, int nextColumns) {
    for (Activation activation : new Activation[] {new Swish(), new GrowingCosineUnit()}) {
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
  @DisplayName("far from 0 Swish is x or 0, with slope 1 or 0")
  @CsvSource({"40, 40, 1", "800, 800, 1", "-800, 0, 0", "-2000, 0, 0"})
  void swishDoesNotOverflow(double x, double value, double slope) {
    assertThat("Swish(" + x + ")", new Swish().value(x))
        .because("overflow")
        .isCloseTo(value, ROUNDING * Math.abs(value));
    assertThat("Swish′(" + x + ")", new Swish().derivative(x))
        .because("overflow")
        .isCloseTo(slope, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("passes a NaN on")
  void passesNanOn() {
    assertThat("Swish(NaN)", new Swish().value(Double.NaN))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
    assertThat("GCU(NaN)", new GrowingCosineUnit().value(Double.NaN))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
  }

  private static DMatrixRMaj reshaped(DMatrixRMaj row) {
    row.reshape(3, 4);
    return row;
  }
}
