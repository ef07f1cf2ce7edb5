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
import org.gradientkata.contract.Layer;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The branch is made of the tests' own layers: {@link Shift} · {@link Shift} · {@link Exponential},
 * which turn a row (p, q, r) into (exp(abq), exp(abr), exp(abp)).
 */
@Exercise(
    value = "17 residual-block",
    answers = ResidualBlock.class,
    shape = 2,
    forward = 3,
    gradient = 4,
    edge = 1)
@DisplayName("17 residual-block")
class ResidualBlockTest {
  private static final double LN2 = Math.log(2);
  private static final double LN3 = Math.log(3);

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the output is F(x) + x, in numbers that one can check by hand")
  void addsTheInputToTheBranch() {
    // ab = 1, so F(0, ln 2, ln 3) = (2, 3, 1)
    ResidualBlock block = block(2, 0.5);

    DMatrixRMaj Y = block.forward(row(0, LN2, LN3), true);

    assertThat("Y", Y).because("sum").isCloseTo(row(2, LN2 + 3, LN3 + 1), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("tells every layer of the branch whether this is training")
  void passesTheFlagOn() {
    // ab = 2 in training, 1 in inference
    ResidualBlock block = block(4, 0.5);
    DMatrixRMaj X = row(0, LN2, LN3);

    DMatrixRMaj training = block.forward(X, true).copy();
    DMatrixRMaj inference = block.forward(X, false).copy();

    assertThat("Y (training = true)", training)
        .because("flag")
        .isCloseTo(row(4, LN2 + 9, LN3 + 1), ROUNDING);
    assertThat("Y (training = false)", inference)
        .because("flag")
        .isCloseTo(row(2, LN2 + 3, LN3 + 1), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a branch that gives 0 leaves the input as it is, through 50 blocks too")
  void branchOfZeroIsTheIdentity() {
    DMatrixRMaj X = GradientCheck.gaussian(4, 3, 171);
    DMatrixRMaj through = X.copy();

    for (int i = 0; i < 50; i++) {
      through = new ResidualBlock(List.of(new Shift(0))).forward(through, true);
    }

    assertThat("Y", through).because("identity").isCloseTo(X, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("every shape fits, a batch of one and an empty batch too")
  @CsvSource({"4, 3", "1, 1", "1, 5", "6, 1", "0, 2"})
  void everyShapeFits(int batch, int width) {
    ResidualBlock block = block(0.5, 0.5);
    DMatrixRMaj X = inALongerArray(GradientCheck.gaussian(batch, width, 172));
    DMatrixRMaj dY = inALongerArray(GradientCheck.gaussian(batch, width, 173));

    DMatrixRMaj Y = block.forward(X, true);
    DMatrixRMaj dX = block.backward(dY);

    assertThat("Y", Y).because("width").hasShape(batch, width).isFinite();
    assertThat("dX", dX).because("width").hasShape(batch, width).isFinite();
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("input and upstream gradient are not modified, and never returned")
  void leavesArgumentsAlone() {
    ResidualBlock block = block(0.5, 1.5);
    DMatrixRMaj X = GradientCheck.gaussian(2, 3, 174);
    DMatrixRMaj dY = GradientCheck.gaussian(2, 3, 175);
    DMatrixRMaj givenX = X.copy();
    DMatrixRMaj givenDY = dY.copy();

    DMatrixRMaj Y = block.forward(X, true);
    DMatrixRMaj dX = block.backward(dY);

    assertThat("X", X).isUnchangedFrom(givenX);
    assertThat("dY", dY).isUnchangedFrom(givenDY);
    assertThat("Y", Y).isNotTheSameMatrixAs("X", X);
    assertThat("dX", dX).isNotTheSameMatrixAs("dY", dY);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("parameters are those of the branch's layers, in their order, not copies")
  void parametersAreThoseOfTheBranch() {
    Shift first = new Shift(2);
    Shift second = new Shift(3);
    ResidualBlock block = new ResidualBlock(List.of(first, new Exponential(), second));

    List<DMatrixRMaj> parameters = block.parameters();

    require(parameters.size() == 2, "two-parameters", parameters.size());
    require(
        parameters.get(0) == first.parameters().get(0)
            && parameters.get(1) == second.parameters().get(0),
        "branch-order");
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradient comes back on two ways, in numbers that one can check by hand")
  void gradientComesBackOnTwoWays() {
    // Y = (p + exp q, q + exp r, r + exp p) for ab = 1, at p = 0, q = ln 2, r = ln 3
    ResidualBlock block = block(2, 0.5);
    block.forward(row(0, LN2, LN3), true);

    DMatrixRMaj dX = block.backward(row(10, -20, 40));

    // (10 + 40·1, −20 + 10·2, 40 − 20·3)
    assertThat("dX", dX).because("two-ways").isCloseTo(row(50, 0, -20), ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradients of the parameters are those of the branch's layers, in their order")
  void parameterGradientsAreThoseOfTheBranch() {
    // L = 10 exp(ab ln 2) − 20 exp(ab ln 3) + 40 exp(0): ∂L/∂(ab) = 20 ln 2 − 60 ln 3 at ab = 1
    double slope = 20 * LN2 - 60 * LN3;
    ResidualBlock block = block(2, 0.5);
    block.forward(row(0, LN2, LN3), true);
    block.backward(row(10, -20, 40));

    List<DMatrixRMaj> gradients = block.gradients();

    require(gradients.size() == 2, "two-parameters", gradients.size());
    assertThat("gradients().get(0)", gradients.get(0))
        .because("branch-gradients")
        .isCloseTo(row(0.5 * slope), ROUNDING);
    assertThat("gradients().get(1)", gradients.get(1))
        .because("branch-gradients")
        .isCloseTo(row(2 * slope), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("all gradients are the slopes of the forward pass")
  @CsvSource({"4, 3", "2, 5", "1, 1"})
  void gradientsAreTheSlopes(int batch, int width) {
    ResidualBlock block = block(0.8, -0.6);
    DMatrixRMaj X = GradientCheck.gaussian(batch, width, 176);
    block.forward(X.copy(), true);
    block.backward(GradientCheck.gaussian(batch, width, 177));
    require(block.gradients().size() == 2, "two-parameters", block.gradients().size());

    GradientCheck.check(block, X, 178);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a gradient passes 50 blocks whose branches give 0, and is still what it was")
  void gradientSurvivesFiftyBlocks() {
    DMatrixRMaj dY = GradientCheck.gaussian(2, 3, 179);
    DMatrixRMaj back = dY.copy();

    for (int i = 0; i < 50; i++) {
      ResidualBlock block = new ResidualBlock(List.of(new Shift(0)));
      block.forward(GradientCheck.gaussian(2, 3, 180 + i), true);
      back = block.backward(back);
    }

    assertThat("dX", back).because("highway").isCloseTo(dY, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a second forward and backward of another size starts afresh")
  void sizesMayDiffer() {
    ResidualBlock block = block(2, 0.5);
    block.forward(GradientCheck.gaussian(5, 4, 190), true);
    block.backward(GradientCheck.gaussian(5, 4, 191));

    DMatrixRMaj Y = block.forward(row(0, LN2, LN3), true).copy();
    DMatrixRMaj dX = block.backward(row(10, -20, 40));

    assertThat("Y", Y).because("overwrite").isCloseTo(row(2, LN2 + 3, LN3 + 1), ROUNDING);
    assertThat("dX", dX).because("overwrite").isCloseTo(row(50, 0, -20), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("two blocks side by side keep their own outputs and gradients")
  void twoBlocksShareNothing() {
    ResidualBlock one = block(2, 0.5);
    ResidualBlock other = block(1, 3);

    DMatrixRMaj Y = one.forward(row(0, LN2, LN3), true);
    other.forward(row(1, 1, 1), true);
    DMatrixRMaj dX = one.backward(row(10, -20, 40));
    other.backward(row(1, 1, 1));

    assertThat("Y", Y).because("own-state").isCloseTo(row(2, LN2 + 3, LN3 + 1), ROUNDING);
    assertThat("dX", dX).because("own-state").isCloseTo(row(50, 0, -20), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("what doesn't fit is refused by name, and so is backward before forward")
  void refusesWhatDoesNotFit() {
    ResidualBlock block = block(1, 1);
    block.forward(new DMatrixRMaj(4, 3), true);
    block.backward(new DMatrixRMaj(4, 3));
    ResidualBlock narrowing = new ResidualBlock(List.of(new Narrow()));

    requireRefusal("dY is 4x2, expected 4x3", () -> block.backward(new DMatrixRMaj(4, 2)));
    requireRefusal(
        "F(X) is 4x1, expected 4x3", () -> narrowing.forward(new DMatrixRMaj(4, 3), true));
    requireRefusal(
        "branch is empty, expected at least one layer", () -> new ResidualBlock(List.of()));
    requireTooEarly(() -> block(1, 1).backward(new DMatrixRMaj(4, 3)));
  }

  private static ResidualBlock block(double a, double b) {
    return new ResidualBlock(List.of(new Shift(a), new Shift(b), new Exponential()));
  }

  /** A layer that doesn't keep the width. */
  private static final class Narrow implements Layer {
    @Override
    public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
      return new DMatrixRMaj(X.numRows, 1);
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj dY) {
      return new DMatrixRMaj(dY.numRows, 1);
    }
  }
}
