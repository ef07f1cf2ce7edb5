package org.gradientkata.layer;

import static org.gradientkata.layer.LayerChecks.inALongerArray;
import static org.gradientkata.layer.LayerChecks.requireTooEarly;
import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
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
    value = "07 affine",
    answers = Affine.class,
    shape = 2,
    forward = 3,
    gradient = 5,
    edge = 2)
@DisplayName("07 affine")
class AffineTest {

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("X·W + b, in numbers that one can check by hand")
  void worksInASmallExample() {
    DMatrixRMaj W = new DMatrixRMaj(new double[][] {{1, 2, 0}, {-1, 0, 3}});
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{10, 20, 30}});
    DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1, 1}, {2, -1}, {0, 0}, {-3, 2}});

    DMatrixRMaj Y = new Affine(W, b).forward(X, true);

    double[][] expected = {{10, 22, 33}, {13, 24, 27}, {10, 20, 30}, {5, 14, 36}};
    assertThat("Y", Y).because("definition").isCloseTo(new DMatrixRMaj(expected), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the output agrees with NumPy's, in training and in inference")
  void outputAgreesWithNumPy() {
    Golden golden = Golden.read("affine");
    Affine layer = new Affine(golden.matrix("W"), golden.matrix("b"));

    for (boolean training : new boolean[] {true, false}) {
      DMatrixRMaj Y = layer.forward(golden.matrix("X"), training);

      assertThat("Y", Y).because("definition").isCloseTo(golden.matrix("Y"), ROUNDING);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a parameter that was changed in place counts at the next forward")
  void usesTheParametersThemselves() {
    DMatrixRMaj W = new DMatrixRMaj(new double[][] {{1}, {2}});
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{3}});
    DMatrixRMaj X = new DMatrixRMaj(new double[][] {{10, 100}});
    Affine layer = new Affine(W, b);
    layer.forward(X, true);

    layer.parameters().get(0).set(0, 0, -1);
    layer.parameters().get(1).set(0, 0, 7);

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{197}}); // 10·(−1) + 100·2 + 7
    assertThat("Y", layer.forward(X, true)).because("live").isCloseTo(expected, ROUNDING);
    require(
        layer.parameters().size() == 2
            && layer.parameters().get(0) == W
            && layer.parameters().get(1) == b,
        "parameters");
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("every shape fits, a batch of one and an empty batch too")
  @CsvSource({"4, 3, 5", "4, 5, 3", "1, 1, 1", "1, 4, 2", "3, 3, 3", "2, 1, 6", "0, 3, 2"})
  void everyShapeFits(int batch, int in, int out) {
    Affine layer = layer(in, out, 71);
    DMatrixRMaj X = inALongerArray(GradientCheck.gaussian(batch, in, 72));
    DMatrixRMaj dY = inALongerArray(GradientCheck.gaussian(batch, out, 73));

    DMatrixRMaj Y = layer.forward(X, true);
    DMatrixRMaj dX = layer.backward(dY);

    assertThat("Y", Y).because("rows").hasShape(batch, out);
    assertThat("dX", dX).because("like-its-matrix").hasShape(batch, in);
    requireGradientShapes(layer);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("input and upstream gradient are not modified, and never returned")
  void leavesArgumentsAlone() {
    Affine layer = layer(3, 3, 74);
    DMatrixRMaj X = GradientCheck.gaussian(2, 3, 75);
    DMatrixRMaj dY = GradientCheck.gaussian(2, 3, 76);
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenDY = dY.copy();
    DMatrixRMaj W = layer.parameters().get(0).copy();
    DMatrixRMaj b = layer.parameters().get(1).copy();

    DMatrixRMaj Y = layer.forward(X, true);
    DMatrixRMaj dX = layer.backward(dY);

    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("dY", dY).isUnchangedFrom(givenDY);
    assertThat("W", layer.parameters().get(0)).because("optimizer").isUnchangedFrom(W);
    assertThat("b", layer.parameters().get(1)).because("optimizer").isUnchangedFrom(b);
    assertThat("Y", Y).isNotTheSameMatrixAs("X", X);
    assertThat("dX", dX).isNotTheSameMatrixAs("dY", dY);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradients of the parameters agree with NumPy's, index by index")
  void parameterGradientsAgreeWithNumPy() {
    Golden golden = Golden.read("affine");
    Affine layer = new Affine(golden.matrix("W"), golden.matrix("b"));
    layer.forward(golden.matrix("X"), true);

    layer.backwardParameters(golden.matrix("U"));

    requireGradientShapes(layer);
    assertThat("dW", layer.gradients().get(0))
        .because("weight-gradient")
        .isCloseTo(golden.matrix("dW"), ROUNDING);
    assertThat("db", layer.gradients().get(1))
        .because("bias-gradient")
        .isCloseTo(golden.matrix("db"), ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradient of the input agrees with NumPy's, and backward fills dW and db too")
  void inputGradientAgreesWithNumPy() {
    Golden golden = Golden.read("affine");
    Affine layer = new Affine(golden.matrix("W"), golden.matrix("b"));
    layer.forward(golden.matrix("X"), true);

    DMatrixRMaj dX = layer.backward(golden.matrix("U"));

    assertThat("dX", dX).because("input-gradient").isCloseTo(golden.matrix("dX"), ROUNDING);
    assertThat("dW", layer.gradients().get(0))
        .because("weight-gradient")
        .isCloseTo(golden.matrix("dW"), ROUNDING);
    assertThat("db", layer.gradients().get(1))
        .because("bias-gradient")
        .isCloseTo(golden.matrix("db"), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("all gradients are the slopes of the forward pass")
  @CsvSource({"4, 3, 5", "5, 2, 2", "1, 3, 1"})
  void gradientsAreTheSlopes(int batch, int in, int out) {
    Affine layer = layer(in, out, 77);
    DMatrixRMaj X = GradientCheck.gaussian(batch, in, 78);
    layer.forward(X, true);
    layer.backward(GradientCheck.gaussian(batch, out, 79));
    requireGradientShapes(layer);

    GradientCheck.check(layer, X, 80);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a second backward overwrites the gradients, in the same matrices")
  void secondBackwardOverwrites() {
    DMatrixRMaj W = new DMatrixRMaj(new double[][] {{1, 2}});
    Affine layer = new Affine(W, new DMatrixRMaj(1, 2));
    layer.forward(new DMatrixRMaj(new double[][] {{5}, {6}}), true);
    layer.backward(new DMatrixRMaj(new double[][] {{7, 8}, {9, 10}}));
    List<DMatrixRMaj> first = layer.gradients();

    layer.forward(new DMatrixRMaj(new double[][] {{2}, {3}, {-1}}), true);
    DMatrixRMaj dX = layer.backward(new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}, {2, -1}}));

    double[][] expectedDX = {{1}, {2}, {0}};
    assertThat("dX", dX).because("overwrite").isCloseTo(new DMatrixRMaj(expectedDX), ROUNDING);
    double[][] expectedDW = {{0, 4}}; // 2·1 + 3·0 − 1·2 and 2·0 + 3·1 + (−1)·(−1)
    assertThat("dW", layer.gradients().get(0))
        .because("overwrite")
        .isCloseTo(new DMatrixRMaj(expectedDW), ROUNDING);
    double[][] expectedDb = {{3, 0}};
    assertThat("db", layer.gradients().get(1))
        .because("overwrite")
        .isCloseTo(new DMatrixRMaj(expectedDb), ROUNDING);
    require(
        layer.gradients().get(0) == first.get(0) && layer.gradients().get(1) == first.get(1),
        "same-matrices");
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("an empty batch has gradients of 0")
  void emptyBatchHasNoSay() {
    Affine layer = layer(2, 3, 81);
    layer.forward(GradientCheck.gaussian(4, 2, 82), true);
    layer.backward(GradientCheck.gaussian(4, 3, 83));

    layer.forward(new DMatrixRMaj(0, 2), true);
    layer.backward(new DMatrixRMaj(0, 3));

    assertThat("dW", layer.gradients().get(0))
        .because("empty")
        .isCloseTo(new DMatrixRMaj(2, 3), ROUNDING);
    assertThat("db", layer.gradients().get(1))
        .because("empty")
        .isCloseTo(new DMatrixRMaj(1, 3), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("two layers side by side keep their own inputs and gradients")
  void twoLayersShareNothing() {
    DMatrixRMaj W = new DMatrixRMaj(new double[][] {{1}});
    Affine one = new Affine(W, new DMatrixRMaj(1, 1));
    Affine other = new Affine(W.copy(), new DMatrixRMaj(1, 1));
    DMatrixRMaj upstream = new DMatrixRMaj(new double[][] {{1}});

    DMatrixRMaj Y = one.forward(new DMatrixRMaj(new double[][] {{5}}), true);
    other.forward(new DMatrixRMaj(new double[][] {{8}}), true);
    one.backward(upstream);
    other.backward(new DMatrixRMaj(new double[][] {{-3}}));

    DMatrixRMaj five = new DMatrixRMaj(new double[][] {{5}});
    assertThat("Y", Y).because("own-state").isCloseTo(five, ROUNDING);
    assertThat("dW", one.gradients().get(0)).because("own-state").isCloseTo(five, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("what doesn't fit is refused by name, and so is backward before forward")
  void refusesWhatDoesNotFit() {
    Affine layer = layer(3, 2, 84);
    layer.forward(GradientCheck.gaussian(4, 3, 85), true);
    layer.backward(GradientCheck.gaussian(4, 2, 86));

    requireRefusal("X is 4x2, expected 4x3", () -> layer.forward(new DMatrixRMaj(4, 2), true));
    requireRefusal("dY is 3x2, expected 4x2", () -> layer.backward(new DMatrixRMaj(3, 2)));
    requireRefusal(
        "dY is 4x3, expected 4x2", () -> layer.backwardParameters(new DMatrixRMaj(4, 3)));
    requireRefusal(
        "b is 3x1, expected 1x3", () -> new Affine(new DMatrixRMaj(2, 3), new DMatrixRMaj(3, 1)));
    requireTooEarly(() -> layer(3, 2, 87).backward(new DMatrixRMaj(4, 2)));
    requireTooEarly(() -> layer(3, 2, 88).backwardParameters(new DMatrixRMaj(4, 2)));
  }

  private static Affine layer(int in, int out, long seed) {
    return new Affine(
        GradientCheck.gaussian(in, out, seed), GradientCheck.gaussian(1, out, seed + 1000));
  }

  private static void requireGradientShapes(Affine layer) {
    List<DMatrixRMaj> parameters = layer.parameters();
    List<DMatrixRMaj> gradients = layer.gradients();
    require(gradients.size() == 2, "two-gradients", gradients.size());
    assertThat("dW", gradients.get(0))
        .because("like-its-matrix")
        .hasShape(parameters.get(0).numRows, parameters.get(0).numCols);
    assertThat("db", gradients.get(1))
        .because("like-its-matrix")
        .hasShape(parameters.get(1).numRows, parameters.get(1).numCols);
  }
}
