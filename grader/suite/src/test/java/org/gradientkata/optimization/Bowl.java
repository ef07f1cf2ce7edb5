package org.gradientkata.optimization;

import org.ejml.data.DMatrixRMaj;

/** A bowl in five dimensions, and a rugged one: losses whose lowest point is known. */
final class Bowl {
  private Bowl() {}

  /** The lowest point of the loss functions here. */
  static DMatrixRMaj lowestPoint() {
    return new DMatrixRMaj(new double[][] {{1.5, -2, 0.5, 3, -1}});
  }

  /** The squared distance from the lowest point. */
  static double distance(DMatrixRMaj x) {
    DMatrixRMaj lowest = lowestPoint();
    double sum = 0;
    for (int i = 0; i < lowest.numCols; i++) {
      sum += (x.data[i] - lowest.data[i]) * (x.data[i] - lowest.data[i]);
    }
    return sum;
  }

  /** A bowl with many small hollows. */
  static double rugged(DMatrixRMaj x) {
    double sum = distance(x);
    for (int i = 0; i < x.getNumElements(); i++) {
      sum += 3 * Math.sin(7 * x.data[i]);
    }
    return sum;
  }
}
