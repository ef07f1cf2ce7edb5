package org.gradientkata.recurrent;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.TWO_DIGITS;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.Arrays;
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
    value = "13 rnn-gradient-norms",
    answers = RnnGradientNorms.class,
    shape = 1,
    forward = 3,
    gradient = 5,
    edge = 1)
@DisplayName("13 rnn-gradient-norms")
class RnnGradientNormsTest {
  /** Twenty products of matrices, each with its own rounding. */
  private static final double TWENTY_STEPS = 1e-11;

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("the mean norm is √(Σ dh²) / N")
  @CsvSource(
      textBlock =
          """
          # rows of dh,     √(sum of squares) / number of rows
          3 0;0 4,          2.5
          1 1 1;1 1 1,      1.224744871391589
          -3 4,             5
          2;-2;2;-2,        1
          """)
  void isTheFrobeniusNormOverTheRows(String rows, double expected) {
    assertThat("meanNorm(" + rows + ")", RnnGradientNorms.meanNorm(matrix(rows)))
        .because("frobenius")
        .isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the norm grows with the gradient, and two equal batches make it √2 times smaller")
  void scalesWithTheGradient() {
    DMatrixRMaj dh = matrix("1 -2;2 4");
    DMatrixRMaj tripled = matrix("3 -6;6 12");
    DMatrixRMaj twice = matrix("1 -2;2 4;1 -2;2 4");

    assertThat("meanNorm(3·dh)", RnnGradientNorms.meanNorm(tripled))
        .because("homogeneous")
        .isCloseTo(7.5, ROUNDING);
    assertThat("meanNorm([dh; dh])", RnnGradientNorms.meanNorm(twice))
        .because("rows")
        .isCloseTo(2.5 / Math.sqrt(2), ROUNDING);
    assertThat("meanNorm(dh)", RnnGradientNorms.meanNorm(dh))
        .because("frobenius")
        .isCloseTo(2.5, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("with Wh from N(0, 1) the gradient explodes, in the printed figures")
  void explodesAsPrinted() {
    double[] printed = {
      2.47, 3.34, 4.78, 6.28, 8.08, 10.25, 12.94, 16.28, 20.45, 25.69, 32.25, 40.49, 50.82, 63.8,
      80.08, 100.51, 126.16, 158.36, 198.77, 249.5
    };

    double[] norms = RnnGradientNorms.meanNorms(ones(2, 3), printedWh(1), 20);

    assertClose(norms, printed, "exploding", TWO_DIGITS);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("with half of that Wh the gradient vanishes, in the printed figures")
  void vanishesAsPrinted() {
    double[] printed = {
      1.23, 0.83, 0.6, 0.39, 0.25, 0.16, 0.1, 0.06, 0.04, 0.03, 0.02, 0.01, 0.01, 0, 0, 0, 0, 0, 0,
      0
    };

    double[] norms = RnnGradientNorms.meanNorms(ones(2, 3), printedWh(0.5), 20);

    assertClose(norms, printed, "vanishing", TWO_DIGITS);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("each step multiplies by the transpose of Wh")
  void multipliesByTheTranspose() {
    // by hand: [1 2] → [5 2] → [9 2] → [13 2]
    double[] byHand = {Math.sqrt(29), Math.sqrt(85), Math.sqrt(173)};

    double[] norms = RnnGradientNorms.meanNorms(matrix("1 2"), matrix("1 2;0 1"), 3);

    assertClose(norms, byHand, "transpose", ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a rotation neither shrinks nor stretches the gradient")
  void rotationKeepsTheNorm() {
    double angle = 0.7;
    DMatrixRMaj rotation =
        new DMatrixRMaj(
            new double[][] {
              {Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}
            });
    double[] constant = new double[20];
    Arrays.fill(constant, 2.5);

    double[] norms = RnnGradientNorms.meanNorms(matrix("3 0;0 4"), rotation, 20);

    assertClose(norms, constant, "rotation", TWENTY_STEPS);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("in the long run each step multiplies the norm by the spectral radius")
  void growsByTheSpectralRadius() {
    // max |eigenvalue| by numpy.linalg.eigvals; the largest singular value would be 2.66
    double spectralRadius = 1.2552;

    double[] norms = RnnGradientNorms.meanNorms(ones(2, 3), printedWh(1), 100);

    assertThat("norms[99] / norms[98]", norms[99] / norms[98])
        .because("spectral-radius")
        .isCloseTo(spectralRadius, 5e-5);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("dh and Wh are not modified")
  void leavesItsArgumentsAlone() {
    DMatrixRMaj dh = GradientCheck.gaussian(4, 5, 1);
    DMatrixRMaj Wh = GradientCheck.gaussian(5, 5, 2);
    DMatrixRMaj dhBefore = dh.copy();
    DMatrixRMaj WhBefore = Wh.copy();

    RnnGradientNorms.meanNorm(dh);
    RnnGradientNorms.meanNorms(dh, Wh, 3);

    assertThat("dh", dh).isUnchangedFrom(dhBefore);
    assertThat("Wh", Wh).isUnchangedFrom(WhBefore);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("there is one norm for each step, none for no step")
  @ValueSource(ints = {0, 1, 7})
  void givesOneNormForEachStep(int steps) {
    int length = RnnGradientNorms.meanNorms(ones(2, 3), printedWh(1), steps).length;

    require(length == steps, "count", length, steps);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("only the elements of the matrix count, not its whole array")
  void ignoresTheRestOfTheArray() {
    DMatrixRMaj dh = ones(10, 10);
    dh.reshape(2, 3);

    assertThat("meanNorm(dh)", RnnGradientNorms.meanNorm(dh))
        .because("all-elements")
        .isCloseTo(Math.sqrt(6) / 2, ROUNDING);
    assertThat("norms[0]", RnnGradientNorms.meanNorms(ones(1, 1), matrix("2"), 1)[0])
        .because("transpose")
        .isCloseTo(2, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a gradient that has vanished altogether has norm 0, a NaN stays visible")
  void holdsAtTheExtremes() {
    double[] norms = RnnGradientNorms.meanNorms(ones(2, 3), printedWh(0.5), 2000);

    // 0.63²⁰⁰⁰ is 1e-404, less than the smallest double
    assertThat("norms[1999]", norms[1999]).because("underflow").isCloseTo(0, 1e-300);
    assertThat("meanNorm(1e100 1e100)", RnnGradientNorms.meanNorm(matrix("1e100 1e100")))
        .because("frobenius")
        .isRelativelyCloseTo(Math.sqrt(2) * 1e100, ROUNDING);
    assertThat("meanNorm(1 NaN)", RnnGradientNorms.meanNorm(matrix("1 NaN")))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("refuses a Wh that doesn't fit, an empty batch and a negative number of steps")
  void refusesBadArguments() {
    DMatrixRMaj dh = ones(2, 3);

    requireRefusal("Wh is 3x2", () -> RnnGradientNorms.meanNorms(dh, ones(3, 2), 1));
    requireRefusal("Wh is 2x2", () -> RnnGradientNorms.meanNorms(dh, ones(2, 2), 1));
    requireRefusal("steps", () -> RnnGradientNorms.meanNorms(dh, ones(3, 3), -1));
    requireRefusal("dh", () -> RnnGradientNorms.meanNorm(new DMatrixRMaj(0, 3)));
  }

  private static void assertClose(
      double[] norms, double[] expected, String because, double tolerance) {
    require(norms.length == expected.length, "count", norms.length, expected.length);
    for (int t = 0; t < expected.length; t++) {
      assertThat("norms[" + t + "]", norms[t]).because(because).isCloseTo(expected[t], tolerance);
    }
  }

  /** randn(3, 3) by NumPy with seed 3, in full precision. */
  private static DMatrixRMaj printedWh(double factor) {
    DMatrixRMaj Wh =
        new DMatrixRMaj(
            new double[][] {
              {1.7886284734303186, 0.43650985051198943, 0.09649746807200862},
              {-1.8634927033644908, -0.27738820251439905, -0.35475897926898675},
              {-0.08274148148245977, -0.6270006768238473, -0.04381816897592824}
            });
    for (int i = 0; i < 9; i++) {
      Wh.data[i] *= factor;
    }
    return Wh;
  }

  private static DMatrixRMaj ones(int rows, int columns) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    Arrays.fill(matrix.data, 1);
    return matrix;
  }

  /** Rows separated by semicolons, numbers by blanks. */
  private static DMatrixRMaj matrix(String text) {
    String[] rows = text.split(";");
    double[][] cells = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      cells[i] = Arrays.stream(rows[i].split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
    return new DMatrixRMaj(cells);
  }
}
