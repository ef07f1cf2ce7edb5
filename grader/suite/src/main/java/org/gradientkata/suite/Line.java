package org.gradientkata.suite;

import org.ejml.data.DMatrixRMaj;

/** A line through the place where matrices stand, along which they are moved and put back. */
interface Line {

  /** Where on the line they stand now. */
  double start();

  /** Moves the matrices themselves. */
  void moveTo(double x);

  /** Puts the matrices back, to the bit. */
  void moveBack();

  /** The line on which one element takes all values. */
  static Line ofElement(DMatrixRMaj V, int index) {
    double original = V.data[index];
    return new Line() {
      @Override
      public double start() {
        return original;
      }

      @Override
      public void moveTo(double x) {
        V.data[index] = x;
      }

      @Override
      public void moveBack() {
        V.data[index] = original;
      }
    };
  }
}
