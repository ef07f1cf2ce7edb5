package org.gradientkata.calculus;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Exercise(
    value = "06 numerical-gradient",
    answers = NumericalGradient.class,
    shape = 2,
    forward = 2,
    gradient = 4,
    edge = 2)
@DisplayName("06 numerical-gradient")
class NumericalGradientTest {
  /**
   * With the step 1e-5 and values about 10, truncation is about 1e-10 and rounding about 1e-10; a
   * one-sided difference is off by 1e-5.
   */
  private static final double CENTRAL = 1e-8;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the gradient of a weighted sum is its weights")
  void gradientOfALinearFunction() {
    DMatrixRMaj weights = GradientCheck.gaussian(3, 4, 61);
    DMatrixRMaj X = GradientCheck.gaussian(3, 4, 62);

    DMatrixRMaj G = NumericalGradient.of(at -> dot(weights, at), X, 0.5);

    assertThat("∂f/∂X", G).because("linear").isCloseTo(weights, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("each element of the gradient answers for its own element of X")
  void gradientHasOnePlaceForEachElement() {
    DMatrixRMaj X = GradientCheck.gaussian(2, 3, 63);

    DMatrixRMaj G = NumericalGradient.of(at -> 5 * at.get(1, 2) - 3 * at.get(0, 1), X, 0.5);

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{0, -3, 0}, {0, 0, 5}});
    assertThat("∂f/∂X", G).because("own-place").isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("of x³ the central difference is 3x² + h², not more")
  @CsvSource({
    "2,    0.5,  12.25",
    "2,    0.25, 12.0625",
    "-1,   0.5,  3.25",
    "0,    1,    1",
    "0.5,  2,    4.75",
    "-1.5, 4,    22.75"
  })
  void differenceIsCentral(double x, double h, double expected) {
    DMatrixRMaj X = new DMatrixRMaj(1, 1, true, x);

    DMatrixRMaj G = NumericalGradient.of(at -> Math.pow(at.data[0], 3), X, h);

    assertThat("(x³)′, x = " + x + ", h = " + h, G.data[0])
        .because("central")
        .isCloseTo(expected, 100 * ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("at a corner the central difference is the mean of both slopes")
  void cornerIsSeenFromBothSides() {
    DMatrixRMaj X = new DMatrixRMaj(1, 2);

    DMatrixRMaj G = NumericalGradient.of(at -> Math.abs(at.data[0]) + 4 * at.data[1], X, 0.125);

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{0, 4}});
    assertThat("∂(|x| + 4y)/∂X", G).because("corner").isCloseTo(expected, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the elements may depend on each other: all but one stay where they are")
  @CsvSource({"1, 2", "3, 2", "2, 5"})
  void othersStayWhereTheyAre(int rows, int columns) {
    DMatrixRMaj X = GradientCheck.gaussian(rows, columns, 64);
    // of (Σx)² the derivative is 2·Σx for every element, and a central difference of it is exact
    double slope = 2 * sum(X);
    DMatrixRMaj expected = new DMatrixRMaj(rows, columns);
    expected.fill(slope);

    DMatrixRMaj G = NumericalGradient.of(at -> Math.pow(sum(at), 2), X, 0.5);

    assertThat("∂(Σx)²/∂X", G).because("others").isCloseTo(expected, 100 * ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the step that is used without being told is fit for doubles")
  void defaultStepIsFit() {
    DMatrixRMaj X = GradientCheck.gaussian(3, 3, 65);
    DMatrixRMaj expected = new DMatrixRMaj(3, 3);
    for (int i = 0; i < X.getNumElements(); i++) {
      expected.data[i] = Math.cos(X.data[i]) + Math.exp(X.data[i]);
    }

    DMatrixRMaj G = NumericalGradient.of(NumericalGradientTest::sineAndExponential, X);

    assertThat("∂f/∂X", G).because("default-step").isCloseTo(expected, CENTRAL);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("f only ever sees X with one element moved by h")
  void onlyOneElementIsMoved() {
    DMatrixRMaj X = GradientCheck.gaussian(2, 3, 66);
    DMatrixRMaj before = X.copy();
    // what f saw is noted and judged afterwards: a failure inside f would pass through the answer
    List<DMatrixRMaj> seen = new ArrayList<>();

    NumericalGradient.of(
        at -> {
          seen.add(at.copy());
          return sum(at);
        },
        X,
        0.25);

    for (DMatrixRMaj at : seen) {
      assertThat("X of f(X)", at).because("one-moved").hasShape(2, 3);
      int moved = 0;
      for (int i = 0; i < before.getNumElements(); i++) {
        double distance = Math.abs(at.data[i] - before.data[i]);
        moved += distance > 0 ? 1 : 0;
        require(distance == 0 || Math.abs(distance - 0.25) <= ROUNDING, "by-h", distance);
      }
      require(moved <= 1, "one-moved");
    }
    require(seen.size() >= 12, "calls", seen.size());
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("X is not modified, and the gradient is a matrix of its own")
  @CsvSource({"1, 1", "2, 5", "5, 2"})
  void argumentIsNotModified(int rows, int columns) {
    DMatrixRMaj X = GradientCheck.gaussian(rows, columns, 67);
    DMatrixRMaj before = X.copy();

    // 0.1 is no sum of powers of two: x + h - h is not always x
    DMatrixRMaj G = NumericalGradient.of(NumericalGradientTest::sum, X, 0.1);
    DMatrixRMaj again = NumericalGradient.of(NumericalGradientTest::sum, X, 0.1);

    assertThat("X", X).isUnchangedFrom(before);
    assertThat("∂f/∂X", G).isNotTheSameMatrixAs("X", X);
    assertThat("∂f/∂X", again).isNotTheSameMatrixAs("∂f/∂X (1)", G);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for empty, 1x1 and non-square matrices in arrays of any length")
  @CsvSource({"0, 3", "3, 0", "1, 1", "2, 5", "5, 2"})
  void worksForEveryShape(int rows, int columns) {
    DMatrixRMaj X = new DMatrixRMaj(10, 10); // an array longer than what the matrix will hold
    X.reshape(rows, columns);
    DMatrixRMaj expected = new DMatrixRMaj(rows, columns);
    expected.fill(1);

    DMatrixRMaj G = NumericalGradient.of(NumericalGradientTest::sum, X, 0.5);

    assertThat("∂f/∂X", G).because("every-shape").isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a step that is 0, negative, infinite or NaN is refused")
  void refusesBadSteps() {
    for (double h : new double[] {0, -1e-5, Double.POSITIVE_INFINITY, Double.NaN}) {
      require(refuses(h), "step", h);
    }
    require(!refuses(Double.MAX_VALUE), "step-finite", Double.MAX_VALUE);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("the step can be chosen for numbers of any size")
  void worksForHugeNumbers() {
    DMatrixRMaj X = new DMatrixRMaj(1, 2, true, 1e150, -3e150);

    DMatrixRMaj G = NumericalGradient.of(at -> 0.5 * dot(at, at), X, 1e145);

    assertThat("∂(½Σx²)/∂X", G).because("huge").isCloseTo(X, 1e-9);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a NaN of f stays visible, at its own place")
  void passesNanOn() {
    DMatrixRMaj X = new DMatrixRMaj(1, 3, true, 4, 0, 1);

    // the root of a negative number is NaN: only the element 0 is moved below 0
    DMatrixRMaj G = NumericalGradient.of(NumericalGradientTest::roots, X, 0.5);

    assertThat("∂f/∂x (x = 0)", G.data[1]).because("nan").isCloseTo(Double.NaN, ROUNDING);
    assertThat("∂f/∂x (x = 4)", G.data[0])
        .because("nan")
        .isCloseTo(Math.sqrt(4.5) - Math.sqrt(3.5), 10 * ROUNDING);
  }

  private static boolean refuses(double h) {
    try {
      NumericalGradient.of(NumericalGradientTest::sum, new DMatrixRMaj(1, 1), h);
      return false;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static double roots(DMatrixRMaj X) {
    double sum = 0;
    for (int i = 0; i < X.getNumElements(); i++) {
      sum += Math.sqrt(X.data[i]);
    }
    return sum;
  }

  private static double sineAndExponential(DMatrixRMaj X) {
    double sum = 0;
    for (int i = 0; i < X.getNumElements(); i++) {
      sum += Math.sin(X.data[i]) + Math.exp(X.data[i]);
    }
    return sum;
  }

  private static double sum(DMatrixRMaj X) {
    double sum = 0;
    for (int i = 0; i < X.getNumElements(); i++) {
      sum += X.data[i];
    }
    return sum;
  }

  private static double dot(DMatrixRMaj A, DMatrixRMaj B) {
    double sum = 0;
    for (int i = 0; i < A.getNumElements(); i++) {
      sum += A.data[i] * B.data[i];
    }
    return sum;
  }
}
