// SOLUTION of exercise 07 affine. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/layer/Affine.java
package org.gradientkata.layer;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.Products;
import org.gradientkata.contract.Shapes;
import org.gradientkata.contract.SharedRows;

/**
 * An affine layer, also called fully connected or dense: Y = X·W + b, with the bias added to every
 * row.
 *
 * <p>One row of X is one example. Column j of W holds the weights of unit j, so the product of row
 * n and column j, plus the unit's bias, is what unit j says to example n. A batch shares W and b:
 * each example has its say in their gradients, and the layer adds up what they say. It does not
 * divide by the batch, as the loss is a mean already.
 *
 * <p>Source: Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating
 * errors".
 */
public final class Affine implements Layer {
  private final DMatrixRMaj W;
  private final DMatrixRMaj b;
  private final DMatrixRMaj dW;
  private final DMatrixRMaj db;
  private final DMatrixRMaj Y = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dX = new DMatrixRMaj(0, 0);

  /** The input of the last forward; null before the first. */
  private DMatrixRMaj X;

  /**
   * A layer with the given parameters.
   *
   * @param W weights (in × out); kept, not copied, as an optimizer changes them in place
   * @param b biases (1 × out); kept, not copied
   * @throws IllegalArgumentException if b is not 1 × out
   */
  public Affine(DMatrixRMaj W, DMatrixRMaj b) {
    Shapes.require("b", b, 1, W.numCols);
    this.W = W;
    this.b = b;
    this.dW = new DMatrixRMaj(W.numRows, W.numCols);
    this.db = new DMatrixRMaj(1, W.numCols);
  }

  /**
   * Y = X·W + b, and keeps X for the way back.
   *
   * @param X input (batch × in); not modified
   * @param training makes no difference here
   * @return Y (batch × out)
   * @throws IllegalArgumentException if X has not as many columns as W has rows
   */
  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    Shapes.require("X", X, X.numRows, W.numRows);
    // answer forward
    this.X = X;
    Products.mult(X, W, Y);
    double[] y = Y.data;
    int units = b.numCols;
    SharedRows.forEach(
        Y.numRows,
        units,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int unit = 0; unit < units; unit++) {
              y[row * units + unit] += b.data[unit];
            }
          }
        });
    return Y;
    // end
  }

  /**
   * Computes the gradients of the parameters, and sends the gradient on to the input: ∂L/∂X.
   *
   * <p>A step in X[n, i] moves every unit of example n, each by its own weight. The loss feels the
   * sum of them all.
   *
   * @param dY upstream gradient ∂L/∂Y (batch × out); not modified
   * @return ∂L/∂X (batch × in)
   * @throws IllegalStateException if there was no forward yet
   * @throws IllegalArgumentException if dY has not the shape of the last output
   */
  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    requireForward(dY);
    // answer backward
    backwardParameters(dY);
    Products.multTransB(dY, W, dX);
    return dX;
    // end
  }

  /**
   * Computes ∂L/∂W (in × out) and ∂L/∂b (1 × out) only, and overwrites with them what {@link
   * #gradients()} returns.
   *
   * <p>W[i, j] multiplies X[n, i] in every example n; b[j] is added in every example. Sums, not
   * means, over the batch.
   *
   * @param dY upstream gradient ∂L/∂Y (batch × out); not modified
   * @throws IllegalStateException if there was no forward yet
   * @throws IllegalArgumentException if dY has not the shape of the last output
   */
  @Override
  public void backwardParameters(DMatrixRMaj dY) {
    requireForward(dY);
    // answer backwardParameters
    Products.multTransA(X, dY, dW);
    double[] sums = db.data;
    int units = db.numCols;
    Arrays.fill(sums, 0, units, 0);
    for (int row = 0, i = 0; row < dY.numRows; row++) {
      for (int unit = 0; unit < units; unit++, i++) {
        sums[unit] += dY.data[i];
      }
    }
    // end
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(W, b);
  }

  @Override
  public List<DMatrixRMaj> gradients() {
    return List.of(dW, db);
  }

  private void requireForward(DMatrixRMaj dY) {
    if (X == null) {
      throw new IllegalStateException("backward was called before forward");
    }
    Shapes.require("dY", dY, X.numRows, W.numCols);
  }
}
