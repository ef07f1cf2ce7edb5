package org.gradientkata.optimization;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(
    value = "18 optimizers",
    answers = {Sgd.class, SignDescent.class, Rprop.class},
    shape = 2,
    forward = 9,
    edge = 4)
@DisplayName("18 optimizers")
class OptimizersTest {
  /** As many updates as optimizers.py made. */
  private static final int GOLDEN_UPDATES = 12;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("SGD goes against the gradient, by the learning rate times the gradient")
  void sgdGoesAgainstTheGradient() {
    DMatrixRMaj W = row(1, -2, 0.5);
    DMatrixRMaj b = row(10);

    new Sgd(0.1).update(List.of(W, b), List.of(row(0.5, -1, 0), row(20)));

    assertThat("W", W).because("sgd").isCloseTo(row(0.95, -1.9, 0.5), ROUNDING);
    assertThat("b", b).because("every-parameter").isCloseTo(row(8), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("SGD moves by learning rate × gradient at every element")
  @ValueSource(doubles = {0.01, 0.5, 3})
  void sgdMovesEveryElement(double learningRate) {
    DMatrixRMaj W = GradientCheck.gaussian(4, 3, 181);
    DMatrixRMaj before = W.copy();
    DMatrixRMaj dW = GradientCheck.gaussian(4, 3, 182);

    new Sgd(learningRate).update(List.of(W), List.of(dW.copy()));

    DMatrixRMaj moved = new DMatrixRMaj(4, 3);
    for (int i = 0; i < 12; i++) {
      moved.data[i] = (before.data[i] - W.data[i]) / learningRate;
    }
    // subtracting before from after loses digits, at most a hundredfold for learning rate 0.01
    assertThat("(before − after)/learningRate", moved).because("sgd").isCloseTo(dW, 1e-10);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("SignDescent moves every element as far, whatever the size of its gradient")
  void signDescentIgnoresTheSize() {
    DMatrixRMaj W = row(1, 1, 1, 1, -1, -1);

    new SignDescent(0.25).update(List.of(W), List.of(row(1e-300, 5, 1e300, -7, 2, -1e-30)));

    assertThat("W", W)
        .because("sign-only")
        .isCloseTo(row(0.75, 0.75, 0.75, 1.25, -1.25, -0.75), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("SignDescent leaves an element alone whose gradient is 0")
  void signOfZeroIsZero() {
    DMatrixRMaj W = row(3, -3, 3, -3);

    new SignDescent(0.25).update(List.of(W), List.of(row(0, 0, -0.0, -0.0)));

    assertThat("W", W).because("zero-says-nothing").isCloseTo(row(3, -3, 3, -3), 0);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("Rprop grows and shrinks its step as computed by hand")
  void rpropByHand() {
    double[] gradients = {4, 0.1, -3, -9, -0.2, 0, 5, 5};
    // Δ:                .1 .12  .06 .06  .072 .072 .072 .0864; it waits at −3 and stays at 0
    double[] expected = {-0.1, -0.22, -0.22, -0.16, -0.088, -0.088, -0.16, -0.2464};
    Rprop rprop = new Rprop();
    DMatrixRMaj W = row(0);

    for (int t = 0; t < gradients.length; t++) {
      rprop.update(List.of(W), List.of(row(gradients[t])));

      assertThat("the weight after update " + (t + 1), W.get(0, 0))
          .because("by-hand")
          .isCloseTo(expected[t], ROUNDING);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("every element of every parameter has a step of its own")
  void rpropFollowsTheGoldenPath() {
    Golden golden = Golden.read("optimizers");
    Rprop rprop = new Rprop();
    DMatrixRMaj W = golden.matrix("start");
    DMatrixRMaj mirrored = negated(golden.matrix("start"));

    for (int t = 0; t < GOLDEN_UPDATES; t++) {
      DMatrixRMaj dW = golden.matrix("gradient" + t);
      rprop.update(List.of(W, mirrored), List.of(dW, negated(dW)));

      DMatrixRMaj expected = golden.matrix("theta" + t);
      String after = " after update " + (t + 1);
      assertThat("W" + after, W).because("own-step").isCloseTo(expected, ROUNDING);
      assertThat("its mirror image" + after, mirrored)
          .because("own-step")
          .isCloseTo(negated(expected), ROUNDING);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("Rprop's step stays between its bounds")
  void rpropKeepsToItsBounds() {
    Rprop rprop = new Rprop(0.1, 0.04, 0.13);
    DMatrixRMaj W = row(0, 0);
    // first column: always downhill; second column: past the minimum at every update
    double[] first = {-0.1, -0.22, -0.35, -0.48, -0.61};
    double[] second = {-0.1, -0.1, -0.15, -0.15, -0.19};

    for (int t = 0; t < 5; t++) {
      double turning = t == 0 || t == 2 || t == 4 ? 1 : -1;
      rprop.update(List.of(W), List.of(row(1, turning)));

      assertThat("W after update " + (t + 1), W)
          .because("bounds")
          .isCloseTo(row(first[t], second[t]), ROUNDING);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a steep valley and a nearly flat one take Rprop the same number of updates")
  void rpropIgnoresTheScale() {
    double[] steepness = {1e-8, 1, 1e8};
    Rprop rprop = new Rprop();
    DMatrixRMaj W = row(3, 3, 3);

    for (int t = 0; t < 100; t++) {
      DMatrixRMaj dW = row(0, 0, 0);
      for (int i = 0; i < 3; i++) {
        dW.data[i] = steepness[i] * W.data[i]; // of the valley ½·steepness·w²
      }
      rprop.update(List.of(W), List.of(dW));
    }

    assertThat("W after 100 updates", W).because("scale-free").isCloseTo(row(0, 0, 0), 1e-3);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("parameters are changed in place, gradients are not")
  void changesParametersInPlace() {
    for (Optimizer optimizer : List.of(new Sgd(0.1), new SignDescent(0.1), new Rprop())) {
      DMatrixRMaj W = GradientCheck.gaussian(3, 4, 183);
      DMatrixRMaj dW = GradientCheck.gaussian(3, 4, 184);
      DMatrixRMaj before = W.copy();
      DMatrixRMaj given = dW.copy();

      optimizer.update(List.of(W), List.of(dW));
      optimizer.update(List.of(W), List.of(dW));

      boolean moved = true;
      for (int i = 0; i < 12; i++) {
        moved &= W.data[i] != before.data[i];
      }
      require(moved, "in-place");
      assertThat("dW", dW).isUnchangedFrom(given);
    }
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("two Rprops side by side don't share their steps")
  void rpropsAreIndependent() {
    Rprop one = new Rprop();
    Rprop other = new Rprop();
    DMatrixRMaj V = row(0);
    DMatrixRMaj W = row(0);

    for (int t = 0; t < 3; t++) {
      one.update(List.of(V), List.of(row(1)));
      other.update(List.of(W), List.of(row(-1)));
    }

    // steps 0.1, 0.12 and 0.144, each its own way
    assertThat("V", V).because("independent").isCloseTo(row(-0.364), ROUNDING);
    assertThat("W", W).because("independent").isCloseTo(row(0.364), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("gradients that nearly vanished still steer Rprop")
  void rpropFollowsTinyGradients() {
    Rprop rprop = new Rprop();
    DMatrixRMaj W = row(0, 0);

    rprop.update(List.of(W), List.of(row(1e-200, 1e-200)));
    rprop.update(List.of(W), List.of(row(1e-200, -1e-200)));

    assertThat("W", W).because("underflow").isCloseTo(row(-0.22, -0.1), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a NaN stays visible")
  void keepsNanVisible() {
    for (Optimizer optimizer : List.of(new Sgd(0.1), new SignDescent(0.1), new Rprop())) {
      DMatrixRMaj W = row(1, 1);

      optimizer.update(List.of(W), List.of(row(Double.NaN, 0)));

      assertThat("W", W).because("nan").isCloseTo(row(Double.NaN, 1), 0);
    }
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("only the matrix's own elements count, and nothing to move is no mistake")
  void worksForEveryShape() {
    for (Optimizer optimizer : List.of(new Sgd(0.1), new SignDescent(0.1), new Rprop())) {
      DMatrixRMaj W = new DMatrixRMaj(4, 4); // an array longer than what the matrix will hold
      W.fill(7);
      W.reshape(1, 2);
      DMatrixRMaj none = new DMatrixRMaj(0, 3);

      optimizer.update(List.of(W, none), List.of(row(1, -1), new DMatrixRMaj(0, 3)));

      // a step of 0.1 by each of the rules
      assertThat("W", W).because("all-elements").isCloseTo(row(6.9, 7.1), ROUNDING);
      assertThat("an element that W doesn't hold", W.data[2])
          .because("all-elements")
          .isCloseTo(7, 0);
    }
    new Sgd(0.1).update(List.of(), List.of());
    new SignDescent(0.1).update(List.of(), List.of());
    new Rprop().update(List.of(), List.of());
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("lists that don't fit together are refused")
  void refusesOtherShapes() {
    for (Optimizer optimizer : List.of(new Sgd(0.1), new SignDescent(0.1), new Rprop())) {
      DMatrixRMaj W = row(1, 2, 3);
      DMatrixRMaj dW = row(1, 1, 1);

      requireRefused(() -> optimizer.update(List.of(W), List.of()));
      requireRefused(() -> optimizer.update(List.of(W), List.of(dW, dW)));
      requireRefused(() -> optimizer.update(List.of(W), List.of(row(1, 1))));
      requireRefused(() -> optimizer.update(List.of(W), List.of(new DMatrixRMaj(3, 1))));
    }
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("with learning rate 0 nothing moves, and one that is none is refused")
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBadRates(double rate) {
    DMatrixRMaj W = row(1, 2);
    new Sgd(0).update(List.of(W), List.of(row(5, -5)));
    new SignDescent(0).update(List.of(W), List.of(row(5, -5)));

    assertThat("W", W).because("rate-zero").isCloseTo(row(1, 2), 0);
    requireRefused(() -> new Sgd(rate));
    requireRefused(() -> new SignDescent(rate));
    requireRefused(() -> new Rprop(rate, 1e-6, 50));
    requireRefused(() -> new Rprop(0.1, rate, 50));
    requireRefused(() -> new Rprop(0.1, 1e-6, rate));
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("with equal bounds Rprop's steps are all alike, and bounds must be in order")
  void boundsMayBeEqual() {
    DMatrixRMaj W = row(1, 2);
    Rprop constant = new Rprop(0.1, 0.1, 0.1);

    constant.update(List.of(W), List.of(row(5, -5)));
    constant.update(List.of(W), List.of(row(5, -5)));

    assertThat("W", W).because("bounds").isCloseTo(row(0.8, 2.2), ROUNDING);
    requireRefused(() -> new Rprop(0.1, 0, 50));
    requireRefused(() -> new Rprop(0.1, 0.2, 50));
    requireRefused(() -> new Rprop(0.1, 1e-6, 0.05));
  }

  private static void requireRefused(Runnable call) {
    boolean refused = false;
    try {
      call.run();
    } catch (IllegalArgumentException e) {
      refused = true;
    }
    require(refused, "refused");
  }

  private static DMatrixRMaj row(double... values) {
    return new DMatrixRMaj(new double[][] {values});
  }

  private static DMatrixRMaj negated(DMatrixRMaj matrix) {
    DMatrixRMaj result = matrix.copy();
    for (int i = 0; i < result.getNumElements(); i++) {
      result.data[i] = -result.data[i];
    }
    return result;
  }
}
