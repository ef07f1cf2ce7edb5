package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/** A number computed from a matrix: a loss, say. */
@FunctionalInterface
public interface ScalarFunction {

  /**
   * The function's value.
   *
   * @param X the argument; not modified
   * @return f(X)
   */
  double of(DMatrixRMaj X);
}
