package org.gradientkata.suite;

import static org.gradientkata.suite.KataAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.Shapes;

/** A layer, the input and the upstream gradient it is checked with, and what it made of them. */
final class LayerUnderCheck {
  /** Two runs of the same code on the same numbers; a threaded BLAS may add in another order. */
  private static final double SAME = 1e-12;

  private final Layer layer;
  private final DMatrixRMaj X;
  private final DMatrixRMaj input;
  private final long seed;
  private DMatrixRMaj Y;
  private DMatrixRMaj U;
  private DMatrixRMaj dX;
  private List<DMatrixRMaj> parameters;
  private List<DMatrixRMaj> gradients;

  LayerUnderCheck(Layer layer, DMatrixRMaj X, long seed) {
    this.layer = layer;
    this.X = X.copy();
    this.input = X.copy();
    this.seed = seed;
  }

  /** The input: a private copy that the measurements move. */
  DMatrixRMaj input() {
    return input;
  }

  DMatrixRMaj upstream() {
    return U;
  }

  DMatrixRMaj dX() {
    return dX;
  }

  List<DMatrixRMaj> parameters() {
    return parameters;
  }

  List<DMatrixRMaj> gradients() {
    return gradients;
  }

  /** The output's shape and values, whose matrix it is, whether it depends on the input. */
  void checkForward() {
    DMatrixRMaj output = layer.forward(input, true);
    assertThat("Y", output).isWhole();
    assertThat("X", input).isUnchangedFrom(X);
    assertThat("Y", output).isNotTheSameMatrixAs("X", input).isFinite();
    Y = output.copy();
    U = GradientCheck.gaussian(Y.numRows, Y.numCols, seed);
    if (!isClose(layer.forward(input, true), Y)) {
      throw new AssertionError(Texts.kit().get("gradient.unrepeatable"));
    }
    requireDependenceOnInput();
  }

  /** Whose matrices the gradients are, their shape, and whether they are finite. */
  void checkBackward() {
    DMatrixRMaj upstream = U.copy();
    layer.forward(input, true);
    DMatrixRMaj result = layer.backward(upstream);
    assertThat("dX", result).isWhole();
    assertThat("dY", upstream).isUnchangedFrom(U);
    assertThat("X", input).isUnchangedFrom(X);
    requireShape("dX", result, X);
    assertThat("dX", result)
        .isNotTheSameMatrixAs("dY", upstream)
        .isNotTheSameMatrixAs("X", input)
        .isFinite();
    dX = result.copy();
    parameters = layer.parameters();
    gradients = copies(layer.gradients());
  }

  /** Whether there is a finite gradient of the right shape for each parameter. */
  boolean hasFittingGradients() {
    boolean fits = gradients.size() == parameters.size();
    for (int p = 0; fits && p < parameters.size(); p++) {
      DMatrixRMaj G = gradients.get(p);
      DMatrixRMaj theta = parameters.get(p);
      fits =
          G != null
              && G.numRows == theta.numRows
              && G.numCols == theta.numCols
              && !MatrixFeatures_DDRM.hasUncountable(G);
    }
    return fits;
  }

  /** One gradient a parameter, of its shape, finite, and overwritten by the next backward. */
  void checkGradients(List<String> names) {
    if (gradients.size() != parameters.size()) {
      throw new AssertionError(
          Texts.kit().get("gradient.count", gradients.size(), parameters.size()));
    }
    for (int p = 0; p < parameters.size(); p++) {
      assertThat(names.get(p), gradients.get(p)).isWhole();
      requireShape(names.get(p), gradients.get(p), parameters.get(p));
      assertThat(names.get(p), gradients.get(p)).isFinite();
    }
    layer.forward(input, true);
    layer.backward(U.copy());
    List<DMatrixRMaj> second = copies(layer.gradients());
    for (int p = 0; p < parameters.size(); p++) {
      if (!isClose(second.get(p), gradients.get(p))) {
        throw new AssertionError(Texts.kit().get("gradient.accumulated", names.get(p)));
      }
    }
  }

  /** How L = Σ U⊙Y changes when a matrix that forward reads is moved in place. */
  CentralDifference.Function change(Line line, DMatrixRMaj upstream) {
    return new Change(line, upstream);
  }

  /** In a batch of one, batch normalization rightly ignores its input. */
  private void requireDependenceOnInput() {
    if (X.numRows < 2 || X.numCols == 0 || Y.getNumElements() == 0) {
      return;
    }
    DMatrixRMaj other = GradientCheck.gaussian(X.numRows, X.numCols, seed + 1);
    for (int sign = -1; sign <= 1; sign += 2) {
      DMatrixRMaj moved = X.copy();
      for (int i = 0; i < moved.getNumElements(); i++) {
        moved.data[i] += sign * other.data[i] * (1 + Math.abs(moved.data[i]));
      }
      if (!isClose(layer.forward(moved, true), Y)) {
        return;
      }
    }
    throw new AssertionError(Texts.kit().get("gradient.constant-forward"));
  }

  private static void requireShape(String name, DMatrixRMaj actual, DMatrixRMaj of) {
    boolean turned = actual.numRows == of.numCols && actual.numCols == of.numRows;
    if (turned && of.numRows != of.numCols) {
      throw new AssertionError(
          Texts.kit().get("gradient.turned", name, Shapes.of(actual), Shapes.of(of)));
    }
    assertThat(name, actual).hasShape(of.numRows, of.numCols);
  }

  private static boolean isClose(DMatrixRMaj a, DMatrixRMaj b) {
    if (a == null || a.numRows != b.numRows || a.numCols != b.numCols) {
      return false;
    }
    for (int i = 0; i < b.getNumElements(); i++) {
      if (!(Math.abs(a.data[i] - b.data[i]) <= SAME * Math.max(1, Math.abs(b.data[i])))) {
        return false;
      }
    }
    return true;
  }

  private static List<DMatrixRMaj> copies(List<DMatrixRMaj> matrices) {
    List<DMatrixRMaj> copies = new ArrayList<>();
    for (DMatrixRMaj matrix : matrices) {
      copies.add(matrix == null ? null : matrix.copy());
    }
    return copies;
  }

  /** How the loss changes along a line. */
  private final class Change implements CentralDifference.Function {
    /** An output is the sum of some dozen products. */
    private static final double NOISE = 8 * Math.ulp(1.0);

    private final Line line;
    private final DMatrixRMaj upstream;
    private double squares;

    Change(Line line, DMatrixRMaj upstream) {
      this.line = line;
      this.upstream = upstream;
    }

    @Override
    public double change(double x) {
      line.moveTo(x);
      DMatrixRMaj moved = layer.forward(input, true);
      line.moveBack();
      assertThat("Y", moved).hasShape(Y.numRows, Y.numCols);
      double sum = 0;
      squares = 0;
      for (int i = 0; i < Y.getNumElements(); i++) {
        sum += upstream.data[i] * (moved.data[i] - Y.data[i]);
        double part = upstream.data[i] * Y.data[i];
        squares += part * part;
      }
      return sum;
    }

    /** Each output is rounded on its own, so their errors add up as squares. */
    @Override
    public double noise() {
      return NOISE * Math.sqrt(squares);
    }
  }
}
