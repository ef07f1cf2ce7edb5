package org.gradientkata.optimization;

import org.ejml.data.DMatrixRMaj;

/** A bowl in five dimensions, and a rugged one: losses whose lowest point is known. */
final class Bowl {
  /** The lowest point of the loss functions here. */
  static final double[] TARGET = {1.5, -2, 0.5, 3, -1};

  private Bowl() {}

  /** The squared distance from the lowest point. */
  static double distance(DMatrixRMaj x) {
    double sum = 0;
    for (int i = 0; i < TARGET.length; i++) {
      sum += (x.data[i] - TARGET[i]) * (x.data[i] - TARGET[i]);
    }
    return sum;
  }

  /** A bowl with many small hollows. */
  static double rugged(DMatrixRMaj x) {
    double sum = distance(x);
    for (int i = 0; i < TARGET.length; i++) {
      sum += 3 * Math.sin(7 * x.data[i]);
    }
    return sum;
  }
}
