// SOLUTION of exercise 04 swish. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/activation/Swish.java
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;

/**
 * Swish, also called SiLU: x weighted with its own sigmoid, f(x) = x·σ(x) with σ(x) = 1 / (1 +
 * e⁻ˣ).
 *
 * <p>Far to the right it is x, far to the left it is 0, like ReLU, but it gets there without a
 * corner. It is not monotone: it falls to −0.278 at x = −1.278 and comes back to 0 from below. Its
 * derivative follows from the product rule. It is 1/2 at x = 0, and a little above 1 for x &gt;
 * 1.28: the largest value is 1.0998, at x = 2.399.
 *
 * <p>Source: Ramachandran, Zoph and Le 2017, "Searching for activation functions", with β = 1;
 * Elfwing, Uchibe and Doya 2018 (SiLU).
 */
public final class Swish implements Activation {

  /** A Swish with β = 1. */
  public Swish() {}

  /**
   * x·σ(x).
   *
   * <p>It has to hold for every finite x: beyond |x| ≈ 709 an exponential overflows to infinity.
   *
   * @param x any finite number
   * @return a number not under −0.2785; NaN if x is NaN
   */
  @Override
  public double value(double x) {
    // answer value
    return x * sigmoid(x);
    // end
  }

  /**
   * The derivative of x·σ(x).
   *
   * @param x any finite number, not the value f(x)
   * @return f′(x), a number between −0.1 and 1.1
   */
  public double derivative(double x) {
    // answer derivative
    double s = sigmoid(x);
    return s + x * s * (1 - s);
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

  // helper sigmoid
  /** Safe on both sides: where e⁻ˣ overflows, 1/∞ is the right limit. */
  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
  // end
}
