package org.gradientkata.layer;

import static org.gradientkata.layer.LayerChecks.inALongerArray;
import static org.gradientkata.layer.LayerChecks.requireTooEarly;
import static org.gradientkata.layer.LayerChecks.row;
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
    value = "11 batch-normalization",
    answers = BatchNormalization.class,
    shape = 2,
    forward = 6,
    gradient = 8,
    edge = 4)
@DisplayName("11 batch-normalization")
class BatchNormalizationTest {

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("normalizes a column of two numbers that one can check by hand")
  void worksInASmallExample() {
    // mean 2, variance ((1 − 2)² + (3 − 2)²)/2 = 1, root of 1 + ε = √4 = 2
    BatchNormalization layer = new BatchNormalization(1, 3, 0.9);
    DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1}, {3}});

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{-0.5}, {0.5}});
    assertThat("Y", layer.forward(X, true)).because("definition").isCloseTo(expected, ROUNDING);

    layer.parameters().get(0).fill(4);
    layer.parameters().get(1).fill(10);

    DMatrixRMaj scaled = new DMatrixRMaj(new double[][] {{8}, {12}});
    assertThat("Y (γ = 4, β = 10)", layer.forward(X, true))
        .because("scale-and-shift")
        .isCloseTo(scaled, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the output in training agrees with NumPy's")
  void trainingAgreesWithNumPy() {
    Golden golden = Golden.read("batch-normalization");

    DMatrixRMaj Y = layer(golden).forward(golden.matrix("X"), true);

    assertThat("Y", Y).because("definition").isCloseTo(golden.matrix("Y"), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the running averages start at 0 and 1 and move by a tenth of the way each time")
  void runningAveragesMove() {
    BatchNormalization layer = new BatchNormalization(1);
    assertThat("runningMean", layer.runningMean())
        .because("running-start")
        .isCloseTo(row(0), ROUNDING);
    assertThat("runningVariance", layer.runningVariance())
        .because("running-start")
        .isCloseTo(row(1), ROUNDING);

    layer.forward(new DMatrixRMaj(new double[][] {{1}, {7}}), true); // mean 4, variance 9

    assertThat("runningMean", layer.runningMean()).because("running").isCloseTo(row(0.4), ROUNDING);
    assertThat("runningVariance", layer.runningVariance())
        .because("running")
        .isCloseTo(row(1.8), ROUNDING); // 0.9 · 1 + 0.1 · 9
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the running averages after two batches agree with NumPy's")
  void runningAveragesAgreeWithNumPy() {
    Golden golden = Golden.read("batch-normalization");
    BatchNormalization layer = layer(golden);

    layer.forward(golden.matrix("X"), true);
    layer.backward(golden.matrix("U"));
    layer.forward(golden.matrix("X2"), true);

    assertThat("runningMean", layer.runningMean())
        .because("running")
        .isCloseTo(golden.matrix("runningMean"), ROUNDING);
    assertThat("runningVariance", layer.runningVariance())
        .because("running")
        .isCloseTo(golden.matrix("runningVariance"), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("inference uses the running averages and leaves them alone")
  void inferenceUsesRunningAverages() {
    Golden golden = Golden.read("batch-normalization");
    BatchNormalization layer = layer(golden);
    layer.forward(golden.matrix("X"), true);
    layer.forward(golden.matrix("X2"), true);

    DMatrixRMaj Y = layer.forward(golden.matrix("X3"), false);

    assertThat("Y", Y).because("inference").isCloseTo(golden.matrix("Y3"), ROUNDING);
    assertThat("runningMean", layer.runningMean())
        .because("inference-moves-nothing")
        .isCloseTo(golden.matrix("runningMean"), ROUNDING);
    assertThat("runningVariance", layer.runningVariance())
        .because("inference-moves-nothing")
        .isCloseTo(golden.matrix("runningVariance"), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("in inference an example's output doesn't depend on its neighbours")
  void inferenceIgnoresNeighbours() {
    BatchNormalization layer = layer(3, 1e-7, 112);
    layer.forward(GradientCheck.gaussian(8, 3, 113), true);
    DMatrixRMaj three = GradientCheck.gaussian(3, 3, 114);
    DMatrixRMaj one =
        new DMatrixRMaj(1, 3, true, three.get(1, 0), three.get(1, 1), three.get(1, 2));

    DMatrixRMaj among = layer.forward(three, false).copy();
    DMatrixRMaj alone = layer.forward(one, false).copy();

    assertThat("Y", among).because("neighbours").hasShape(3, 3);
    DMatrixRMaj expected =
        new DMatrixRMaj(1, 3, true, among.get(1, 0), among.get(1, 1), among.get(1, 2));
    assertThat("Y", alone).because("neighbours").isCloseTo(expected, ROUNDING);
    require(Math.abs(among.get(0, 0) - among.get(2, 0)) > 1e-3, "depends-on-input");
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("every shape fits, in training and in inference")
  @CsvSource({"4, 3", "1, 1", "1, 4", "5, 1", "3, 3", "0, 2"})
  void everyShapeFits(int batch, int features) {
    BatchNormalization layer = new BatchNormalization(features);
    DMatrixRMaj X = inALongerArray(GradientCheck.gaussian(batch, features, 115));
    DMatrixRMaj dY = inALongerArray(GradientCheck.gaussian(batch, features, 116));

    assertThat("Y", layer.forward(X, false)).because("rows").hasShape(batch, features);
    DMatrixRMaj Y = layer.forward(X, true);
    DMatrixRMaj dX = layer.backward(dY);

    assertThat("Y", Y).because("rows").hasShape(batch, features).isFinite();
    assertThat("dX", dX).because("rows").hasShape(batch, features).isFinite();
    requireParametersAndGradients(layer, features);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("input, upstream gradient and parameters are not modified")
  void leavesArgumentsAlone() {
    BatchNormalization layer = layer(3, 1e-7, 117);
    DMatrixRMaj X = GradientCheck.gaussian(4, 3, 118);
    DMatrixRMaj dY = GradientCheck.gaussian(4, 3, 119);
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenDY = dY.copy();
    DMatrixRMaj gamma = layer.parameters().get(0).copy();
    DMatrixRMaj beta = layer.parameters().get(1).copy();

    DMatrixRMaj Y = layer.forward(X, true);
    DMatrixRMaj mean = layer.runningMean().copy();
    DMatrixRMaj variance = layer.runningVariance().copy();
    DMatrixRMaj dX = layer.backward(dY);

    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("dY", dY).isUnchangedFrom(givenDY);
    assertThat("γ", layer.parameters().get(0)).because("optimizer").isUnchangedFrom(gamma);
    assertThat("β", layer.parameters().get(1)).because("optimizer").isUnchangedFrom(beta);
    assertThat("runningMean", layer.runningMean()).isUnchangedFrom(mean);
    assertThat("runningVariance", layer.runningVariance()).isUnchangedFrom(variance);
    assertThat("Y", Y).isNotTheSameMatrixAs("X", X);
    assertThat("dX", dX).isNotTheSameMatrixAs("dY", dY);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("∂L/∂γ and ∂L/∂β agree with complex steps in NumPy")
  void parameterGradientsAgreeWithNumPy() {
    Golden golden = Golden.read("batch-normalization");
    BatchNormalization layer = layer(golden);
    layer.forward(golden.matrix("X"), true);

    layer.backward(golden.matrix("U"));

    requireParametersAndGradients(layer, 3);
    assertThat("dβ", layer.gradients().get(1))
        .because("dbeta")
        .isCloseTo(golden.matrix("dbeta"), ROUNDING);
    assertThat("dγ", layer.gradients().get(0))
        .because("dgamma")
        .isCloseTo(golden.matrix("dgamma"), ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("∂L/∂X agrees with complex steps in NumPy, index by index")
  void inputGradientAgreesWithNumPy() {
    Golden golden = Golden.read("batch-normalization");
    BatchNormalization layer = layer(golden);
    layer.forward(golden.matrix("X"), true);

    DMatrixRMaj dX = layer.backward(golden.matrix("U"));

    assertThat("dX", dX).because("three-ways").isCloseTo(golden.matrix("dX"), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("all gradients are the slopes of the forward pass")
  @CsvSource({"3, 2, 1e-7", "8, 3, 1e-7", "4, 1, 2", "3, 3, 0.1"})
  void gradientsAreTheSlopes(int batch, int features, double epsilon) {
    BatchNormalization layer = layer(features, epsilon, 120);
    DMatrixRMaj X = GradientCheck.gaussian(batch, features, 121);
    layer.forward(X.copy(), true);
    layer.backward(GradientCheck.gaussian(batch, features, 122));
    requireParametersAndGradients(layer, features);
    require(Math.abs(layer.forward(X.copy(), true).get(0, 0)) > 1e-3, "depends-on-input");

    GradientCheck.check(layer, X, 123);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a second backward overwrites the gradients, for a batch of another size too")
  void secondBackwardOverwrites() {
    Golden golden = Golden.read("batch-normalization");
    BatchNormalization layer = layer(golden);
    layer.forward(GradientCheck.gaussian(9, 3, 127), true);
    layer.backward(GradientCheck.gaussian(9, 3, 128));
    List<DMatrixRMaj> first = layer.gradients();

    layer.forward(golden.matrix("X"), true);
    DMatrixRMaj dX = layer.backward(golden.matrix("U"));

    requireParametersAndGradients(layer, 3);
    assertThat("dγ", layer.gradients().get(0))
        .because("overwrite")
        .isCloseTo(golden.matrix("dgamma"), ROUNDING);
    assertThat("dβ", layer.gradients().get(1))
        .because("overwrite")
        .isCloseTo(golden.matrix("dbeta"), ROUNDING);
    assertThat("dX", dX).because("overwrite").isCloseTo(golden.matrix("dX"), ROUNDING);
    require(
        layer.gradients().get(0) == first.get(0) && layer.gradients().get(1) == first.get(1),
        "same-matrices");
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a batch of one gives β, and no gradient to its input")
  void batchOfOneGivesBeta() {
    BatchNormalization layer = layer(2, 1e-7, 129);

    DMatrixRMaj Y = layer.forward(new DMatrixRMaj(new double[][] {{5, -3}}), true);
    DMatrixRMaj dX = layer.backward(new DMatrixRMaj(new double[][] {{2, 7}}));

    assertThat("Y", Y).because("one").isCloseTo(layer.parameters().get(1), ROUNDING);
    assertThat("dX", dX).because("one").isFinite().isCloseTo(new DMatrixRMaj(1, 2), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a column of equal numbers gives β, without NaN")
  void constantColumnGivesBeta() {
    BatchNormalization layer = new BatchNormalization(1);
    layer.parameters().get(1).fill(0.25);

    DMatrixRMaj Y = layer.forward(new DMatrixRMaj(new double[][] {{4}, {4}, {4}, {4}}), true);
    DMatrixRMaj dX = layer.backward(new DMatrixRMaj(new double[][] {{1}, {-2}, {0}, {3}}));

    DMatrixRMaj beta = new DMatrixRMaj(4, 1);
    beta.fill(0.25);
    assertThat("Y", Y).because("constant").isFinite().isCloseTo(beta, ROUNDING);
    // (dY − mean of dY)/√ε: the variance has no slope where all distances are 0
    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{0.5}, {-2.5}, {-0.5}, {2.5}});
    for (int n = 0; n < 4; n++) {
      expected.data[n] /= Math.sqrt(1e-7);
    }
    assertThat("dX", dX).because("constant").isFinite().isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a mean of 2⁴⁰ doesn't drown the variance")
  void farFromZeroNothingIsLost() {
    double far = 0x1p40;
    double[][] column = {{far - 3}, {far - 1}, {far + 1}, {far + 3}}; // variance 5, √(5 + 4) = 3
    BatchNormalization layer = new BatchNormalization(1, 4, 0.9);

    DMatrixRMaj Y = layer.forward(new DMatrixRMaj(column), true);

    double[][] expected = {{-1}, {-1.0 / 3}, {1.0 / 3}, {1}};
    assertThat("Y", Y).because("far").isFinite().isCloseTo(new DMatrixRMaj(expected), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("an empty batch gives an empty output and teaches nothing")
  void emptyBatchTeachesNothing() {
    BatchNormalization layer = new BatchNormalization(2);
    layer.forward(GradientCheck.gaussian(4, 2, 130), true);
    layer.backward(GradientCheck.gaussian(4, 2, 131));
    DMatrixRMaj mean = layer.runningMean().copy();
    DMatrixRMaj variance = layer.runningVariance().copy();

    layer.forward(new DMatrixRMaj(0, 2), true);
    layer.backward(new DMatrixRMaj(0, 2));

    assertThat("runningMean", layer.runningMean()).because("empty").isCloseTo(mean, ROUNDING);
    assertThat("runningVariance", layer.runningVariance())
        .because("empty")
        .isCloseTo(variance, ROUNDING);
    assertThat("dγ", layer.gradients().get(0)).because("empty").isCloseTo(row(0, 0), ROUNDING);
    assertThat("dβ", layer.gradients().get(1)).because("empty").isCloseTo(row(0, 0), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("two layers side by side keep their own statistics and gradients")
  void twoLayersShareNothing() {
    Golden golden = Golden.read("batch-normalization");
    BatchNormalization one = layer(golden);
    BatchNormalization other = new BatchNormalization(3);

    DMatrixRMaj Y = one.forward(golden.matrix("X"), true);
    other.forward(GradientCheck.gaussian(5, 3, 132), true);
    DMatrixRMaj dX = one.backward(golden.matrix("U"));
    other.backward(GradientCheck.gaussian(5, 3, 133));

    assertThat("Y", Y).because("own-state").isCloseTo(golden.matrix("Y"), ROUNDING);
    assertThat("dX", dX).because("own-state").isCloseTo(golden.matrix("dX"), ROUNDING);
    assertThat("dγ", one.gradients().get(0))
        .because("own-state")
        .isCloseTo(golden.matrix("dgamma"), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("with momentum 0 only the last batch counts, with momentum 1 none does")
  void momentumAtItsEnds() {
    BatchNormalization forgets = new BatchNormalization(1, 1e-7, 0);
    BatchNormalization keeps = new BatchNormalization(1, 1e-7, 1);
    for (BatchNormalization layer : List.of(forgets, keeps)) {
      layer.forward(new DMatrixRMaj(new double[][] {{10}, {20}}), true);
      layer.forward(new DMatrixRMaj(new double[][] {{1}, {7}}), true);
    }

    assertThat("runningMean with momentum 0", forgets.runningMean())
        .because("running")
        .isCloseTo(row(4), ROUNDING);
    assertThat("runningVariance with momentum 0", forgets.runningVariance())
        .because("running")
        .isCloseTo(row(9), ROUNDING);
    assertThat("runningMean with momentum 1", keeps.runningMean())
        .because("running")
        .isCloseTo(row(0), ROUNDING);
    assertThat("runningVariance with momentum 1", keeps.runningVariance())
        .because("running")
        .isCloseTo(row(1), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("what doesn't fit is refused, and so is backward without a forward in training")
  void refusesWhatDoesNotFit() {
    BatchNormalization layer = new BatchNormalization(3);
    layer.forward(new DMatrixRMaj(4, 3), true);
    layer.backward(new DMatrixRMaj(4, 3));

    requireRefusal("dY is 3x3, expected 4x3", () -> layer.backward(new DMatrixRMaj(3, 3)));
    requireRefusal("X is 4x2, expected 4x3", () -> layer.forward(new DMatrixRMaj(4, 2), true));
    requireRefusal(
        "epsilon is 0.0, expected a number > 0", () -> new BatchNormalization(2, 0, 0.9));
    requireRefusal("momentum is 1.5, expected 0 to 1", () -> new BatchNormalization(2, 1, 1.5));
    requireTooEarly(() -> new BatchNormalization(3).backward(new DMatrixRMaj(4, 3)));
    layer.forward(new DMatrixRMaj(4, 3), false);
    requireTooEarly(() -> layer.backward(new DMatrixRMaj(4, 3)));
  }

  private static BatchNormalization layer(Golden golden) {
    BatchNormalization layer =
        new BatchNormalization(3, golden.number("epsilon"), golden.number("momentum"));
    layer.parameters().get(0).setTo(golden.matrix("gamma"));
    layer.parameters().get(1).setTo(golden.matrix("beta"));
    return layer;
  }

  private static BatchNormalization layer(int features, double epsilon, long seed) {
    BatchNormalization layer = new BatchNormalization(features, epsilon, 0.9);
    layer.parameters().get(0).setTo(GradientCheck.gaussian(1, features, seed + 1000));
    layer.parameters().get(1).setTo(GradientCheck.gaussian(1, features, seed + 2000));
    return layer;
  }

  private static void requireParametersAndGradients(BatchNormalization layer, int features) {
    require(layer.parameters().size() == 2, "two-parameters", layer.parameters().size());
    require(layer.gradients().size() == 2, "two-parameters", layer.gradients().size());
    assertThat("γ", layer.parameters().get(0)).because("per-feature").hasShape(1, features);
    assertThat("β", layer.parameters().get(1)).because("per-feature").hasShape(1, features);
    assertThat("dγ", layer.gradients().get(0)).because("per-feature").hasShape(1, features);
    assertThat("dβ", layer.gradients().get(1)).because("per-feature").hasShape(1, features);
  }
}
