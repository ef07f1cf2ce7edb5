// SOLUTION of exercise 03 relu. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/activation/ReLU.java
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.SharedRows;

/**
 * The rectified linear unit: positive numbers pass unchanged, all others become 0.
 *
 * <p>f(x) = x for x &gt; 0, else 0. Where a unit is on, its slope is 1 whatever the size of x, so a
 * gradient passes any number of such units without shrinking. Where a unit is off, nothing passes:
 * a unit that is off for every example learns no more.
 *
 * <p>At x = 0 there is a corner and no derivative. This kit puts it on the side that is off: f′(0)
 * = 0. Others take 1 there, which is as good.
 *
 * <p>Source: Nair and Hinton 2010; Glorot, Bordes and Bengio 2011, section 3.
 */
public final class ReLU implements Activation {

  /** A rectified linear unit. */
  public ReLU() {}

  /**
   * x where x is positive, else 0.
   *
   * @param x any number
   * @return a number that is not negative
   */
  @Override
  public double value(double x) {
    // answer value
    return Math.max(0, x);
    // end
  }

  /**
   * The slope at x: of the line on the right of the corner, or of the one on its left.
   *
   * @param x any number, not the value f(x)
   * @return f′(x), with f′(0) = 0
   */
  public double derivative(double x) {
    // answer derivative
    // Cut to 0 … 1 and rounded up. A comparison reads better, but where signs are random the
    // processor guesses half of its branches wrong: thirty times slower over a matrix.
    return Math.ceil(Math.min(1, Math.max(0, x)));
    // end
  }

  @Override
  public void value(DMatrixRMaj X, DMatrixRMaj Y) {
    // answer valueOfMatrix
    Y.reshape(X.numRows, X.numCols);
    double[] x = X.data;
    double[] y = Y.data;
    SharedRows.forEach(
        X.numRows,
        X.numCols,
        (from, to) -> {
          for (int i = from * X.numCols; i < to * X.numCols; i++) {
            y[i] = value(x[i]);
          }
        });
    // end
  }

  @Override
  public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) {
    // answer derivativeOfMatrix
    D.reshape(X.numRows, X.numCols);
    double[] x = X.data;
    double[] d = D.data;
    SharedRows.forEach(
        X.numRows,
        X.numCols,
        (from, to) -> {
          for (int i = from * X.numCols; i < to * X.numCols; i++) {
            d[i] = derivative(x[i]);
          }
        });
    // end
  }
}
