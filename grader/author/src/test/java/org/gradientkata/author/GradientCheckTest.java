package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradientkata.contract.Layer;
import org.gradientkata.suite.GradientCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the gradient check")
class GradientCheckTest {
  private static final long SEED = 7;
  private static final int BATCH = 5;
  private static final int IN = 4;
  private static final int OUT = 3;

  private final DMatrixRMaj batch = GradientCheck.gaussian(BATCH, IN, 1);
  private final DMatrixRMaj W = GradientCheck.gaussian(IN, OUT, 2);
  private final DMatrixRMaj b = GradientCheck.gaussian(1, OUT, 3);
  private final SpoiledLayers layers = new SpoiledLayers(W, b);

  // What is right.

  @Test
  @DisplayName("passes a right layer and leaves its input and its parameters as they were")
  void passesARightLayer() {
    DMatrixRMaj givenX = batch.copy();
    DMatrixRMaj givenW = W.copy();

    GradientCheck.check(new Dense(W, b), batch, SEED);
    GradientCheck.check(new Dense(W, b), batch, SEED, "W", "b");

    assertThat(batch.data).containsExactly(givenX.data);
    assertThat(W.data).containsExactly(givenW.data);
  }

  @ParameterizedTest
  @DisplayName("passes inputs, weights and upstream gradients of any size")
  @ValueSource(doubles = {1e-12, 1e-6, 1e-3, 1, 1e3, 1e6})
  void passesAnySize(double size) {
    CommonOps_DDRM.scale(size, W);
    CommonOps_DDRM.scale(size, batch);
    CommonOps_DDRM.scale(size * size, b);

    GradientCheck.check(new Dense(W, b), batch, SEED);
  }

  @Test
  @DisplayName("passes empty, 1x1 and single-row inputs")
  void passesSmallShapes() {
    GradientCheck.check(new Dense(W, b), new DMatrixRMaj(0, IN), SEED);
    GradientCheck.check(new Dense(W, b), GradientCheck.gaussian(1, IN, 4), SEED);
    GradientCheck.check(
        SpoiledLayers.elementwise(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)),
        SpoiledLayers.one(0.3),
        1);
  }

  @ParameterizedTest
  @DisplayName("passes smooth functions, steep, flat or saturated")
  @ValueSource(doubles = {0, 1e-9, 0.1, 1, 5, 20, 300})
  void passesSmoothFunctions(double x) {
    GradientCheck.check(
        SpoiledLayers.elementwise(Math::tanh, v -> 1 - Math.tanh(v) * Math.tanh(v)),
        SpoiledLayers.one(x),
        1);
    GradientCheck.check(
        SpoiledLayers.elementwise(v -> v * v * v, v -> 3 * v * v), SpoiledLayers.one(x), 1);
    GradientCheck.check(
        SpoiledLayers.elementwise(v -> Math.sin(40 * v), v -> 40 * Math.cos(40 * v)),
        SpoiledLayers.one(x),
        1);
    GradientCheck.check(
        SpoiledLayers.elementwise(
            v -> v / Math.sqrt(v * v + 1e-5), v -> 1e-5 / Math.pow(v * v + 1e-5, 1.5)),
        SpoiledLayers.one(x),
        1);
  }

  @ParameterizedTest
  @DisplayName("steps around a kink and allows any slope between the two at the kink itself")
  @ValueSource(
      doubles = {0, 1e-14, -1e-12, 1e-10, -1e-9, 1e-8, -1e-7, 1e-6, 3e-6, -1e-5, 1e-4, 0.1, -2})
  void stepsAroundKinks(double x) {
    DMatrixRMaj input = new DMatrixRMaj(new double[][] {{x, 1, -1}, {0.5, x, 2}});

    GradientCheck.check(
        SpoiledLayers.elementwise(v -> Math.max(0, v), v -> v > 0 ? 1 : 0), input, SEED);
    GradientCheck.check(
        SpoiledLayers.elementwise(v -> v > 0 ? v : 0.01 * v, v -> v > 0 ? 1 : 0.01), input, SEED);
  }

  @Test
  @DisplayName("does not let a kink excuse a slope beyond the two")
  void kinksExcuseNothing() {
    DMatrixRMaj input = new DMatrixRMaj(new double[][] {{0, 1, -1}, {0.5, 0, 2}});

    assertThat(
            messageOf(SpoiledLayers.elementwise(v -> Math.max(0, v), v -> v > 0 ? 1 : -1), input))
        .contains("dX[0, ");
  }

  @Test
  @DisplayName("checks a sample of a matrix with more than 10,000 elements, and finds its mistakes")
  void samplesLargeMatrices() {
    DMatrixRMaj large = GradientCheck.gaussian(73, 137, 5);
    GradientCheck.check(
        "dX", large, x -> CommonOps_DDRM.elementSum(x) * 2, SpoiledLayers.filled(large, 2));

    DMatrixRMaj lastRowWrong = SpoiledLayers.filled(large, 2);
    for (int column = 0; column < 137; column++) {
      lastRowWrong.set(72, column, 3);
    }
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class,
            () ->
                GradientCheck.check(
                    "dX", large, x -> CommonOps_DDRM.elementSum(x) * 2, lastRowWrong));
    assertThat(failure).hasMessageContaining("of 1000");
  }

  @Test
  @DisplayName("needs few values where all is right, and finds one wrong element among many")
  void asksForFewValues() {
    DMatrixRMaj U = GradientCheck.gaussian(1, 100, 6);
    DMatrixRMaj large = new DMatrixRMaj(1, 100);
    DMatrixRMaj small = new DMatrixRMaj(1, 100);
    int[] calls = {0};
    DoubleSupplier loss =
        () -> {
          calls[0]++;
          return CommonOps_DDRM.dot(U, large) + 1e-6 * CommonOps_DDRM.dot(U, small);
        };
    DMatrixRMaj dLarge = U.copy();
    DMatrixRMaj dSmall = U.copy();
    CommonOps_DDRM.scale(1e-6, dSmall);

    GradientCheck.check(List.of("dL", "dS"), List.of(large, small), loss, List.of(dLarge, dSmall));

    // two lines of four values for each, as one gradient is a million times the other, and a first
    assertThat(calls[0]).isLessThanOrEqualTo(17);
    dSmall.set(0, 34, 1.01 * dSmall.get(0, 34));
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class,
            () ->
                GradientCheck.check(
                    List.of("dL", "dS"), List.of(large, small), loss, List.of(dLarge, dSmall)));
    assertThat(failure).hasMessageContaining("dS[0, 34]");
  }

  @Test
  @DisplayName("finds a mistake in a gradient of 1e-12, and one of five millionths")
  void findsSmallMistakes() {
    assertThat(messageOf(layers.scaled(1 + 5e-6), batch)).contains("nearly right");
    CommonOps_DDRM.scale(1e-12, W);
    CommonOps_DDRM.scale(1e-12, b);
    assertThat(messageOf(layers.scaled(1.001), batch)).contains("1.001 times");
  }

  // What is wrong with a value, and its pattern.

  @Test
  @DisplayName("shows place, both numbers, ratio, tolerance and how many are wrong")
  void showsTheNumbers() throws Exception {
    Layer one =
        layers.spoiled(
            dX -> {
              dX.set(2, 1, 2 * dX.get(2, 1));
              return dX;
            });

    assertThat(messageOf(one, batch))
        .matches(
            "(?s)dX\\[2, 1]: yours (-?[0-9.]+), numeric (-?[0-9.]+), ratio 2 \\(may be off by"
                + " [0-9.e-]+\\)\\. The numeric value is .*Wrong elements: 1 of 20; .*\n"
                + "Of the (rows|columns), only these are wrong: [0-9]\\. The others are right\\.");
    assertThat(Language.in("ja", () -> messageOf(one, batch)))
        .contains("dX[2, 1]: あなたの値", "数値微分", "比 2(", "20 個中 1 個")
        .contains("誤っている行は 2 だけです");
  }

  @Test
  @DisplayName("names the pattern: zero")
  void zero() {
    assertThat(messageOf(layers.scaled(0), batch)).contains("Every element is 0.");
  }

  @Test
  @DisplayName("names the pattern: opposite sign, of all or of some")
  void sign() {
    assertThat(messageOf(layers.scaled(-1), batch))
        .contains("the right size and the opposite sign");
    Layer absolute =
        layers.spoiled(
            dX -> {
              CommonOps_DDRM.abs(dX);
              return dX;
            });
    assertThat(messageOf(absolute, batch)).contains("some have the opposite sign");
  }

  @Test
  @DisplayName("names the pattern: a constant factor, the batch size among them")
  void factor() throws Exception {
    assertThat(messageOf(layers.scaled(2), batch)).contains("exactly 2 times the right one");
    assertThat(messageOf(layers.scaled(BATCH), batch))
        .contains("exactly 5 times too large", "examples");
    assertThat(messageOf(layers.scaled(1.0 / BATCH), batch)).contains("exactly 1/5 of what");
    assertThat(Language.in("ja", () -> messageOf(layers.scaled(BATCH), batch)))
        .contains("ちょうど 5 倍");
  }

  @Test
  @DisplayName("names the pattern: transposed, square or not")
  void transposed() {
    Layer reordered =
        layers.spoiled(
            dX -> {
              DMatrixRMaj turned = CommonOps_DDRM.transpose(dX, null);
              turned.reshape(dX.numRows, dX.numCols);
              return turned;
            });
    Layer turned = layers.spoiled(dX -> CommonOps_DDRM.transpose(dX, null));

    assertThat(messageOf(reordered, batch)).contains("transposed order");
    assertThat(messageOf(turned, batch)).isEqualTo("dX is 4x5, expected 5x4: it is transposed.");
    assertThat(messageOf(turned, GradientCheck.gaussian(IN, IN, 9))).contains("transposed order");
  }

  @Test
  @DisplayName("names the pattern: only some rows or columns are right")
  void lines() {
    Layer lastColumn =
        layers.spoiled(
            dX -> {
              for (int row = 0; row < dX.numRows; row++) {
                dX.set(row, IN - 1, row);
              }
              return dX;
            });
    Layer firstRow =
        layers.spoiled(
            dX -> {
              for (int i = IN; i < dX.getNumElements(); i++) {
                dX.data[i] = 0;
              }
              return dX;
            });

    assertThat(messageOf(lastColumn, batch)).contains("columns, only these are wrong: 3.");
    assertThat(messageOf(firstRow, batch)).contains("rows, only these are right: 0.");
  }

  @Test
  @DisplayName("names the pattern: the upstream gradient is ignored")
  void upstreamIgnored() {
    Layer ignoring =
        new Dense(W, b) {
          @Override
          public DMatrixRMaj backward(DMatrixRMaj dY) {
            return super.backward(SpoiledLayers.filled(dY, 1));
          }
        };

    assertThat(messageOf(ignoring, batch)).contains("an upstream gradient of all ones");
  }

  @Test
  @DisplayName("gives an unknown mistake no name")
  void unknown() {
    Layer noise = layers.spoiled(dX -> GradientCheck.gaussian(dX.numRows, dX.numCols, 99));

    assertThat(messageOf(noise, batch).lines()).hasSize(1);
  }

  @Test
  @DisplayName("checks the parameters' gradients too, by their names")
  void parameters() {
    Dense wrongBias =
        new Dense(W, b) {
          @Override
          public DMatrixRMaj backward(DMatrixRMaj dY) {
            DMatrixRMaj dX = super.backward(dY);
            CommonOps_DDRM.scale(1.0 / BATCH, db);
            return dX;
          }
        };

    assertThat(messageOf(wrongBias, batch)).startsWith("gradients().get(1)[0, ").contains("1/5");
    assertThat(messageOf(wrongBias, batch, "W", "b")).startsWith("db[0, ");
  }

  // What else can be wrong.

  @Test
  @DisplayName("tells a gradient that adds up from one that is overwritten")
  void accumulated() {
    Dense adding =
        new Dense(W, b) {
          private final DMatrixRMaj sum = new DMatrixRMaj(IN, OUT);

          @Override
          public List<DMatrixRMaj> gradients() {
            return List.of(sum, db);
          }

          @Override
          public DMatrixRMaj backward(DMatrixRMaj dY) {
            DMatrixRMaj dX = super.backward(dY);
            CommonOps_DDRM.addEquals(sum, dW);
            return dX;
          }
        };

    assertThat(messageOf(adding, batch, "W", "b")).startsWith("dW: the same forward and backward");
  }

  @Test
  @DisplayName("tells a wrong number of gradients, a missing one and a wrong shape")
  void gradientsOfWrongKind() {
    assertThat(messageOf(layers.withGradients(1, null), batch)).contains("holds 1 matrices");
    assertThat(messageOf(layers.withGradients(2, null), batch, "W", "b")).contains("db is null");
    assertThat(messageOf(layers.withGradients(2, new DMatrixRMaj(2, 2)), batch, "W", "b"))
        .isEqualTo("db is 2x2, expected 1x3.");
    assertThat(messageOf(layers.withGradients(2, new DMatrixRMaj(3, 1)), batch, "W", "b"))
        .isEqualTo("db is 3x1, expected 1x3: it is transposed.");
  }

  @Test
  @DisplayName("tells null, a wrong shape and a number that isn't finite")
  void resultsOfWrongKind() {
    DMatrixRMaj broken = new DMatrixRMaj(1, 1);
    broken.numRows = 4;
    assertThat(messageOf(layers.spoiled(dX -> null), batch)).contains("dX is null");
    assertThat(messageOf(layers.spoiled(dX -> new DMatrixRMaj(2, 2)), batch))
        .isEqualTo("dX is 2x2, expected 5x4.");
    assertThat(messageOf(layers.spoiled(dX -> broken), batch))
        .contains("its array has only 1 elements");
    assertThat(messageOf(layers.spoiled(dX -> SpoiledLayers.filled(dX, Double.NaN)), batch))
        .isEqualTo("dX[0, 0] is NaN, expected a finite number.");
    assertThat(messageOf(SpoiledLayers.forward(x -> null), batch)).contains("Y is null");
    assertThat(messageOf(SpoiledLayers.forward(x -> SpoiledLayers.filled(x, Double.NaN)), batch))
        .startsWith("Y[0, 0] is NaN");
  }

  @Test
  @DisplayName("tells a changed input, a changed upstream gradient and a borrowed matrix")
  void othersMatrices() {
    assertThat(
            messageOf(
                SpoiledLayers.forward(
                    x -> {
                      x.data[0] += 1;
                      return x.copy();
                    }),
                batch))
        .startsWith("X was changed.");
    assertThat(messageOf(SpoiledLayers.forward(x -> x), batch))
        .startsWith("Y is the same matrix as X.");
    assertThat(messageOf(SpoiledLayers.elementwise(x -> x, x -> 1, true), batch))
        .startsWith("dY was changed.");
    assertThat(messageOf(SpoiledLayers.identityReturningUpstream(), batch))
        .startsWith("dX is the same matrix as dY");
  }

  @Test
  @DisplayName("tells a forward that ignores its input, and one that remembers the last call")
  void forwardOfWrongKind() throws Exception {
    Layer constant = SpoiledLayers.forward(x -> new DMatrixRMaj(x.numRows, x.numCols));
    double[] calls = new double[1];
    Layer counting = SpoiledLayers.forward(x -> SpoiledLayers.filled(x, calls[0]++));

    assertThat(messageOf(constant, batch)).startsWith("forward gave the same output");
    assertThat(messageOf(counting, batch)).startsWith("forward gave another output");
    assertThat(Language.in("ja", () -> messageOf(constant, batch))).contains("出力が変わりません");
  }

  @Test
  @DisplayName("tells a forward that has no slope")
  void unsettled() {
    Layer jumping = SpoiledLayers.elementwise(x -> x >= 0.3 ? 1 : 0, x -> 0);

    assertThat(messageOf(jumping, SpoiledLayers.filled(batch, 0.3)))
        .contains("no slope of the forward pass");
  }

  private static String messageOf(Layer layer, DMatrixRMaj X, String... names) {
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class, () -> GradientCheck.check(layer, X, SEED, names));
    assertThat(failure).as("the check must fail").isNotNull();
    return failure.getMessage();
  }
}
