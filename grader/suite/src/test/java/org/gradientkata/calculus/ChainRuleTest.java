package org.gradientkata.calculus;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.Arrays;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(
    value = "05 chain-rule",
    answers = ChainRule.class,
    shape = 1,
    forward = 3,
    gradient = 3,
    edge = 3)
@DisplayName("05 chain-rule")
class ChainRuleTest {
  /** A central difference of a parabola is exact but for rounding, about 1e-16 / STEP. */
  private static final double STEP = 1e-4;

  private static final double SLOPE_TOLERANCE = 1e-9;

  /** Numbers of layers are whole: they agree or they don't. */
  private static final double EXACT = 0;

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("dz/dx of z = (x + y)² is what document 004 derives")
  @CsvSource({"1, 2, 6", "3, 0, 6", "0, 3, 6", "-1, 4, 6", "-2.5, 2.5, 0", "-3, -4, -14"})
  void derivativeOfTheSquaredSum(double x, double y, double expected) {
    assertThat("dz/dx, x = " + x + ", y = " + y, ChainRule.dzdx(x, y))
        .because("dzdx")
        .isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("dz/dx is the slope of z along x, with y held still")
  @CsvSource({"0.3, 0.9", "-1.7, 0.2", "2.2, -3.1", "0, 0"})
  void derivativeIsTheSlopeAlongX(double x, double y) {
    double slope = (z(x + STEP, y) - z(x - STEP, y)) / (2 * STEP);

    assertThat("dz/dx, x = " + x + ", y = " + y, ChainRule.dzdx(x, y))
        .because("slope")
        .isCloseTo(slope, SLOPE_TOLERANCE);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("six sigmoid derivatives of 0.1 multiply to 0.000001")
  void sixFactorsOfATenth() {
    double[] factors = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};

    assertThat("0.1 · 0.1 · 0.1 · 0.1 · 0.1 · 0.1", ChainRule.product(factors))
        .because("six-factors")
        .isRelativelyCloseTo(0.000001, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("every factor counts, with its sign")
  void everyFactorCounts() {
    assertThat("2 · 3 · 0.5 · 7", ChainRule.product(new double[] {2, 3, 0.5, 7}))
        .because("every-factor")
        .isCloseTo(21, 21 * ROUNDING);
    assertThat("-2 · 3", ChainRule.product(new double[] {-2, 3}))
        .because("every-factor")
        .isCloseTo(-6, 6 * ROUNDING);
    assertThat("-2 · 0.25 · -5", ChainRule.product(new double[] {-2, 0.25, -5}))
        .because("every-factor")
        .isCloseTo(2.5, 3 * ROUNDING);
    assertThat("5 · 0 · 7", ChainRule.product(new double[] {5, 0, 7}))
        .because("every-factor")
        .isCloseTo(0, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a chain of one function has its derivative, an empty chain has 1")
  void shortChains() {
    assertThat("product([0.25])", ChainRule.product(new double[] {0.25}))
        .because("short")
        .isCloseTo(0.25, ROUNDING);
    assertThat("product([])", ChainRule.product(new double[0]))
        .because("short")
        .isCloseTo(1, ROUNDING);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the factors are not modified")
  void factorsAreNotModified() {
    double[] factors = {0.5, -2, 8};
    double[] before = factors.clone();

    assertThat("0.5 · -2 · 8", ChainRule.product(factors))
        .because("every-factor")
        .isCloseTo(-8, 8 * ROUNDING);
    require(Arrays.equals(factors, before), "unchanged");
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("537 factors of 0.25 leave the smallest double, 538 leave nothing")
  void longChainsUnderflow() {
    double[] factors = new double[538];
    Arrays.fill(factors, 0.25);
    double[] oneLess = Arrays.copyOf(factors, 537);

    // 0.25 is a power of two: every product is exact, in whatever order, down to 2⁻¹⁰⁷⁴
    assertThat("product: 0.25 × 537", ChainRule.product(oneLess))
        .because("underflow")
        .isCloseTo(Double.MIN_VALUE, EXACT);
    assertThat("product: 0.25 × 538", ChainRule.product(factors))
        .because("underflow")
        .isCloseTo(0, EXACT);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("the number of layers after which nothing is left of a gradient")
  @CsvSource(
      textBlock =
          """
          # factor, layers; by Python 3.11, multiplying and by exact fractions
          0.25,     538
          0.1,      324
          0.5,      1075
          0.2,      463
          0.105,    331
          0.01,     162
          0.0066,   149
          1e-100,   4
          1e-300,   2
          4.9e-324, 2
          """)
  void layersUntilNothingIsLeft(double factor, int expected) {
    assertThat("layersUntilUnderflow(" + factor + ")", ChainRule.layersUntilUnderflow(factor))
        .because("layers")
        .isCloseTo(expected, EXACT);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a factor that is not in (0, 0.5] is refused")
  void refusesOtherFactors() {
    // one test, so that a loop that never ends costs one deadline
    for (double factor : new double[] {0, -0.1, 2, 0.6, Double.NaN}) {
      require(refuses(factor), "range", factor);
    }
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a factor at the end of the range is accepted")
  @ValueSource(doubles = {0.5, 0.49999, 1e-5, Double.MIN_VALUE})
  void acceptsTheWholeRange(double factor) {
    require(!refuses(factor), "accepted", factor);
  }

  private static boolean refuses(double factor) {
    try {
      ChainRule.layersUntilUnderflow(factor);
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static double z(double x, double y) {
    return Math.pow(x + y, 2);
  }
}
