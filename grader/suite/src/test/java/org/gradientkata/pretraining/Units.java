package org.gradientkata.pretraining;

import org.ejml.data.DMatrixRMaj;

/** Rows of units, made and measured. */
final class Units {
  private Units() {}

  /** The largest difference between two rows. */
  static double distance(DMatrixRMaj A, int rowA, DMatrixRMaj B, int rowB) {
    double largest = 0;
    for (int i = 0; i < A.numCols; i++) {
      largest = Math.max(largest, Math.abs(A.get(rowA, i) - B.get(rowB, i)));
    }
    return largest;
  }

  /** One row many times. */
  static DMatrixRMaj repeated(DMatrixRMaj matrix, int row, int times) {
    DMatrixRMaj result = new DMatrixRMaj(times, matrix.numCols);
    for (int i = 0; i < times; i++) {
      System.arraycopy(
          matrix.data, row * matrix.numCols, result.data, i * matrix.numCols, matrix.numCols);
    }
    return result;
  }

  /** Some rows in turn, so many times. */
  static DMatrixRMaj inTurn(double[][] rows, int times) {
    DMatrixRMaj result = new DMatrixRMaj(times * rows.length, rows[0].length);
    for (int i = 0; i < result.numRows; i++) {
      System.arraycopy(rows[i % rows.length], 0, result.data, i * result.numCols, result.numCols);
    }
    return result;
  }

  /** The values of one unit for all examples. */
  static double[] column(DMatrixRMaj matrix, int column) {
    double[] values = new double[matrix.numRows];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.get(i, column);
    }
    return values;
  }

  /** A matrix of one value. */
  static DMatrixRMaj filled(int rows, int columns, double value) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    matrix.fill(value);
    return matrix;
  }

  /** The mean of all elements. */
  static double mean(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      sum += matrix.data[i];
    }
    return sum / matrix.getNumElements();
  }
}
