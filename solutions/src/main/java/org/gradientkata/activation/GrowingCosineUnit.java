// SOLUTION of exercise 04 swish. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/activation/GrowingCosineUnit.java
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;

/**
 * The growing cosine unit, f(x) = x·cos(x): an activation that oscillates, wider and wider the
 * further x is from 0.
 *
 * <p>It never saturates, and a single unit can cut the line in more than two pieces. The derivative
 * follows from the product rule. It is 1 at x = 0 and has no bound.
 *
 * <p>Source: Noel, Arunkumar, Trivedi and Dutta 2021, arXiv:2108.12943.
 */
public final class GrowingCosineUnit implements Activation {

  /** A growing cosine unit. */
  public GrowingCosineUnit() {}

  /**
   * x·cos(x), with x in radians.
   *
   * @param x any finite number
   * @return a number from −|x| to |x|; NaN if x is NaN
   */
  @Override
  public double value(double x) {
    // answer value
    return x * Math.cos(x);
    // end
  }

  /**
   * The derivative of x·cos(x).
   *
   * @param x any finite number, not the value f(x)
   * @return f′(x)
   */
  public double derivative(double x) {
    // answer derivative
    return Math.cos(x) - x * Math.sin(x);
    // end
  }

  @Override
  public void value(DMatrixRMaj X, DMatrixRMaj Y) {
    // answer valueOfMatrix
    Y.reshape(X.numRows, X.numCols);
    double[] x = X.data;
    double[] y = Y.data;
    int n = X.getNumElements();
    for (int i = 0; i < n; i++) {
      y[i] = value(x[i]);
    }
    // end
  }

  @Override
  public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) {
    // answer derivativeOfMatrix
    D.reshape(X.numRows, X.numCols);
    double[] x = X.data;
    double[] d = D.data;
    int n = X.getNumElements();
    for (int i = 0; i < n; i++) {
      d[i] = derivative(x[i]);
    }
    // end
  }
}
