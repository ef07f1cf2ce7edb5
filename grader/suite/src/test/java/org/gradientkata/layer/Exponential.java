package org.gradientkata.layer;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;

/**
 * A layer for tests: eˣ, element by element. Its derivative is its own output, which it returned to
 * its caller: who writes into that spoils the way back. Public, as the probes are loaded by a class
 * loader of their own.
 */
public final class Exponential implements Layer {
  private final DMatrixRMaj Y = new DMatrixRMaj(0, 0);

  /** A layer without parameters. */
  public Exponential() {}

  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    Y.reshape(X.numRows, X.numCols);
    for (int i = 0; i < Y.getNumElements(); i++) {
      Y.data[i] = Math.exp(X.data[i]);
    }
    return Y;
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    DMatrixRMaj dX = dY.copy();
    for (int i = 0; i < dX.getNumElements(); i++) {
      dX.data[i] *= Y.data[i];
    }
    return dX;
  }
}
