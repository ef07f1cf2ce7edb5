package org.gradientkata.layer;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;

/**
 * A layer for tests: every column moves on by one place, the last to the front, and is multiplied
 * by one learned number, in training only. So a wrong order of layers shows, and a lost flag too.
 * Public, as the probes are loaded by a class loader of their own.
 */
public final class Shift implements Layer {
  private final DMatrixRMaj factor = new DMatrixRMaj(1, 1);
  private final DMatrixRMaj dFactor = new DMatrixRMaj(1, 1);
  private DMatrixRMaj X;

  /**
   * A layer with a factor.
   *
   * @param factor the number to multiply by
   */
  public Shift(double factor) {
    this.factor.set(0, 0, factor);
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    this.X = X.copy();
    return moved(X, 1, training ? factor.get(0, 0) : 1);
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    DMatrixRMaj back = moved(dY, X.numCols - 1, 1);
    double sum = 0;
    for (int i = 0; i < back.getNumElements(); i++) {
      sum += X.data[i] * back.data[i];
    }
    dFactor.set(0, 0, sum);
    return moved(dY, X.numCols - 1, factor.get(0, 0));
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(factor);
  }

  @Override
  public List<DMatrixRMaj> gradients() {
    return List.of(dFactor);
  }

  private static DMatrixRMaj moved(DMatrixRMaj matrix, int places, double times) {
    DMatrixRMaj result = new DMatrixRMaj(matrix.numRows, matrix.numCols);
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        int target = (column + places) % matrix.numCols;
        result.set(row, target, times * matrix.get(row, column));
      }
    }
    return result;
  }
}
