package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/** A function applied to every element of a matrix, with its derivative. It has no state. */
public interface Activation {

  /**
   * The function at one point.
   *
   * @param x any number
   * @return f(x)
   */
  double value(double x);

  /**
   * Y = f(X), element by element.
   *
   * @param X pre-activations (batch × units); not modified
   * @param Y overwritten with f(X) and reshaped to X's shape; another matrix than X
   */
  void value(DMatrixRMaj X, DMatrixRMaj Y);

  /**
   * D = f′(X), element by element. Both X and Y = f(X) are given: some derivatives are cheaper from
   * the one, some from the other.
   *
   * @param X pre-activations (batch × units); not modified
   * @param Y f(X), of the same shape; not modified
   * @param D overwritten with f′(X) and reshaped to X's shape; another matrix than X and Y
   */
  void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D);
}
