package org.gradientkata.author;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradientkata.contract.Layer;

/** A right layer Y = X·W + b for the tests to spoil by overriding one method. */
class Dense implements Layer {
  final DMatrixRMaj W;
  final DMatrixRMaj b;
  final DMatrixRMaj dW = new DMatrixRMaj(0, 0);
  final DMatrixRMaj db = new DMatrixRMaj(0, 0);
  DMatrixRMaj X;

  Dense(DMatrixRMaj W, DMatrixRMaj b) {
    this.W = W;
    this.b = b;
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    this.X = X;
    DMatrixRMaj Y = new DMatrixRMaj(X.numRows, W.numCols);
    CommonOps_DDRM.mult(X, W, Y);
    for (int i = 0; i < Y.getNumElements(); i++) {
      Y.data[i] += b.data[i % Y.numCols];
    }
    return Y;
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    dW.reshape(W.numRows, W.numCols);
    CommonOps_DDRM.multTransA(X, dY, dW);
    db.reshape(1, W.numCols);
    CommonOps_DDRM.sumCols(dY, db);
    DMatrixRMaj dX = new DMatrixRMaj(X.numRows, X.numCols);
    CommonOps_DDRM.multTransB(dY, W, dX);
    return dX;
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(W, b);
  }

  @Override
  public List<DMatrixRMaj> gradients() {
    return List.of(dW, db);
  }
}
