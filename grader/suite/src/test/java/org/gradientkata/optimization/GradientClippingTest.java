package org.gradientkata.optimization;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.TWO_DIGITS;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(
    value = "14 gradient-clipping",
    answers = GradientClipping.class,
    shape = 2,
    forward = 6,
    edge = 3)
@DisplayName("14 gradient-clipping")
class GradientClippingTest {
  /**
   * The rate with 10⁻⁶ in its denominator and the one without it are both right; for the norms of
   * at least 1 used here they differ by no more than a relative 10⁻⁶.
   */
  private static final double EPSILON_OR_NOT = 1e-6;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the norm is that of all matrices together: 3-4-12 gives 13")
  void normIsGlobal() {
    DMatrixRMaj first = new DMatrixRMaj(new double[][] {{3, 0}, {0, -4}});
    DMatrixRMaj second = new DMatrixRMaj(new double[][] {{-12}});

    double norm = GradientClipping.globalNorm(List.of(first, second));

    // √(9 + 16 + 144)
    assertThat("‖g‖", norm).because("global").isCloseTo(13, 13 * ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("the norms of document 001's gradients come out")
  @ValueSource(ints = {1, 2})
  void normsOfTheDocument(int example) {
    Golden golden = Golden.read("gradient-clipping");

    double norm = GradientClipping.globalNorm(gradients(golden, example));

    assertThat("‖g‖ of example " + example, norm)
        .because("global")
        .isRelativelyCloseTo(golden.number("norm" + example), ROUNDING);
    if (example == 1) {
      assertThat("‖g‖", norm).because("printed-norm").isCloseTo(21.71, TWO_DIGITS);
    }
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("document 001's gradients are clipped to norm 5 as printed")
  @ValueSource(ints = {1, 2})
  void clipsAsInTheDocument(int example) {
    Golden golden = Golden.read("gradient-clipping");
    List<DMatrixRMaj> grads = gradients(golden, example);

    GradientClipping.clipGrads(grads, 5);

    for (int i = 0; i < grads.size(); i++) {
      String number = example + ".%s" + (i + 1);
      DMatrixRMaj expected = golden.matrix("example" + number.replace("%s", "clipped"));
      DMatrixRMaj printed = golden.matrix("example" + number.replace("%s", "printed"));
      assertThat("dW" + (i + 1), grads.get(i))
          .because("one-rate")
          .isCloseTo(expected, EPSILON_OR_NOT);
      assertThat("dW" + (i + 1), grads.get(i)).because("printed").isCloseTo(printed, TWO_DIGITS);
    }
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("one rate for all: the direction stays")
  @CsvSource({"1, 1", "5, 0.5", "0.5, 20"})
  void keepsTheDirection(double a, double b) {
    List<DMatrixRMaj> grads = pythagorean(a, b);
    List<DMatrixRMaj> halves = pythagorean(a / 2, b / 2);

    GradientClipping.clipGrads(grads, Math.sqrt(25 * a * a + 169 * b * b) / 2);

    assertThat("dW1", grads.get(0)).because("one-rate").isCloseTo(halves.get(0), EPSILON_OR_NOT);
    assertThat("dW2", grads.get(1)).because("one-rate").isCloseTo(halves.get(1), EPSILON_OR_NOT);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("gradients under the limit stay as they are")
  @ValueSource(doubles = {14, 20, 1000, Double.POSITIVE_INFINITY})
  void leavesShortGradientsAlone(double maxNorm) {
    List<DMatrixRMaj> grads = pythagorean(1, 1); // the norm is √194 < 14

    GradientClipping.clipGrads(grads, maxNorm);

    assertThat("dW1", grads.get(0)).because("short-enough").isCloseTo(pythagorean(1, 1).get(0), 0);
    assertThat("dW2", grads.get(1)).because("short-enough").isCloseTo(pythagorean(1, 1).get(1), 0);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("after clipping the norm is never over maxNorm")
  @ValueSource(doubles = {0.1, 1, 13})
  void normIsNeverOverTheLimit(double maxNorm) {
    List<DMatrixRMaj> grads = pythagorean(1, 1); // the norm is √194 > 13

    GradientClipping.clipGrads(grads, maxNorm);

    double squares = 0;
    for (DMatrixRMaj G : grads) {
      squares += DoubleStream.of(G.data).map(g -> g * g).sum();
    }
    assertThat("‖g‖/maxNorm", Math.sqrt(squares) / maxNorm)
        .because("never-over")
        .isBetween(1 - EPSILON_OR_NOT, 1 + ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a norm of exactly maxNorm changes by a millionth at most")
  void atTheLimit() {
    DMatrixRMaj G = new DMatrixRMaj(new double[][] {{3, 4}});
    DMatrixRMaj before = G.copy();

    GradientClipping.clipGrads(List.of(G), 5);

    assertThat("dW", G).because("at-limit").isCloseTo(before, EPSILON_OR_NOT);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("asking for the norm changes nothing")
  void normModifiesNothing() {
    List<DMatrixRMaj> grads = pythagorean(1, 2);

    double norm = GradientClipping.globalNorm(grads);

    assertThat("‖g‖", norm).because("global").isCloseTo(Math.sqrt(701), 30 * ROUNDING);
    assertThat("dW1", grads.get(0)).isUnchangedFrom(pythagorean(1, 2).get(0));
    assertThat("dW2", grads.get(1)).isUnchangedFrom(pythagorean(1, 2).get(1));
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the matrices themselves are clipped, only what they hold")
  void clipsInPlace() {
    DMatrixRMaj G = new DMatrixRMaj(4, 4); // an array longer than what the matrix will hold
    G.fill(1e9);
    G.reshape(1, 2);
    G.set(0, 0, 30);
    G.set(0, 1, 40);

    double norm = GradientClipping.globalNorm(List.of(G));
    GradientClipping.clipGrads(List.of(G), 5);

    assertThat("‖g‖", norm).because("all-elements").isCloseTo(50, 50 * ROUNDING);
    assertThat("dW", G)
        .because("in-place")
        .isCloseTo(new DMatrixRMaj(new double[][] {{3, 4}}), EPSILON_OR_NOT);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("no gradients, empty ones and zeros have norm 0 and stay finite")
  void worksForNothing() {
    DMatrixRMaj zeros = new DMatrixRMaj(2, 3);

    GradientClipping.clipGrads(List.of(), 1);
    GradientClipping.clipGrads(List.of(new DMatrixRMaj(0, 3)), 1);
    GradientClipping.clipGrads(List.of(zeros), 1);

    assertThat("‖no gradients‖", GradientClipping.globalNorm(List.of()))
        .because("nothing")
        .isCloseTo(0, 0);
    assertThat("‖0x3‖", GradientClipping.globalNorm(List.of(new DMatrixRMaj(0, 3))))
        .because("nothing")
        .isCloseTo(0, 0);
    assertThat("clipped zeros", zeros).because("nothing").isCloseTo(new DMatrixRMaj(2, 3), 0);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a NaN stays visible")
  void keepsNanVisible() {
    DMatrixRMaj G = new DMatrixRMaj(new double[][] {{1, Double.NaN}});

    double norm = GradientClipping.globalNorm(List.of(G));
    GradientClipping.clipGrads(List.of(G), 5);

    assertThat("‖g‖", norm).because("nan").isCloseTo(Double.NaN, 0);
    assertThat("dW[0, 1]", G.get(0, 1)).because("nan").isCloseTo(Double.NaN, 0);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a limit that is none is refused by name")
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesBadLimit(double maxNorm) {
    DMatrixRMaj G = new DMatrixRMaj(new double[][] {{3, 4}});
    String message = "";

    try {
      GradientClipping.clipGrads(List.of(G), maxNorm);
    } catch (IllegalArgumentException e) {
      message = String.valueOf(e.getMessage());
    }

    require(message.contains("maxNorm"), "refused", "maxNorm");
  }

  private static List<DMatrixRMaj> gradients(Golden golden, int example) {
    return example == 1
        ? List.of(golden.matrix("example1.dW1"), golden.matrix("example1.dW2"))
        : List.of(
            golden.matrix("example2.dW1"),
            golden.matrix("example2.dW2"),
            golden.matrix("example2.dW3"));
  }

  /** Two matrices with the norms 5·a and 13·b. */
  private static List<DMatrixRMaj> pythagorean(double a, double b) {
    return List.of(
        new DMatrixRMaj(new double[][] {{3 * a, 0, -4 * a}}),
        new DMatrixRMaj(new double[][] {{-12 * b, 0}, {0, 5 * b}}));
  }
}
