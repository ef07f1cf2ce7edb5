package org.gradientkata.datasets;

import java.util.Arrays;

/**
 * The path of a pen: points in the order in which they are passed, and where the pen was lifted.
 */
final class Trace {

  private double[] x = new double[128];
  private double[] y = new double[128];
  private boolean[] lifted = new boolean[128];
  private int size;

  /**
   * Appends a point.
   *
   * @param px abscissa
   * @param py ordinate
   * @param pen whether the pen was lifted on the way to this point, so that no ink joins it to the
   *     one before
   */
  void add(double px, double py, boolean pen) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      lifted = Arrays.copyOf(lifted, 2 * size);
    }
    x[size] = px;
    y[size] = py;
    lifted[size] = pen;
    size++;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  boolean lifted(int i) {
    return lifted[i];
  }

  /** Moves point i. */
  void move(int i, double px, double py) {
    x[i] = px;
    y[i] = py;
  }

  /**
   * Scales and shifts the path, in place, so that its larger side fills the given length and its
   * bounding box is centred on the given point.
   *
   * @param side the length of the larger side afterwards
   * @param centre abscissa and ordinate of the bounding box's centre afterwards
   */
  void fit(double side, double centre) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    double scale = side / Math.max(right - left, bottom - top);
    for (int i = 0; i < size; i++) {
      x[i] = centre + scale * (x[i] - 0.5 * (left + right));
      y[i] = centre + scale * (y[i] - 0.5 * (top + bottom));
    }
  }
}
