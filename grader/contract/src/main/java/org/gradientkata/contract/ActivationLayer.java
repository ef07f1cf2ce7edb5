package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/** An activation as a layer: Y = f(X), dX = dY ⊙ f′(X). It has no parameters. */
public final class ActivationLayer implements Layer {
  private final Activation activation;
  private final DMatrixRMaj Y = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dX = new DMatrixRMaj(0, 0);
  private DMatrixRMaj X;

  /**
   * A layer around an activation.
   *
   * @param activation the function; may be shared by layers, as it has no state
   */
  public ActivationLayer(Activation activation) {
    this.activation = activation;
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    this.X = X;
    activation.value(X, Y);
    return Y;
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    if (X == null) {
      throw new IllegalStateException("backward was called before forward");
    }
    Shapes.require("dY", dY, X.numRows, X.numCols);
    activation.derivative(X, Y, dX);
    double[] d = dX.data;
    double[] upstream = dY.data;
    SharedRows.forEach(
        dY.numRows,
        dY.numCols,
        (from, to) -> {
          for (int i = from * dY.numCols; i < to * dY.numCols; i++) {
            d[i] *= upstream[i];
          }
        });
    return dX;
  }
}
