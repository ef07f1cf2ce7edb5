// Exercise 03 relu: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=ReluTest
// Lesson: docs/lessons/03-relu.md (日本語: 03-relu.ja.md)
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.NotStarted;

/**
 * A rectified linear unit that leaks: what is not positive is not cut off but made small.
 *
 * <p>f(x) = x for x &gt; 0, else slope · x. So a unit that is off still passes a little gradient,
 * and can come back. With slope 0 it is {@link ReLU}. At x = 0, where the two lines meet, this kit
 * takes the slope of the left one.
 *
 * <p>Source: Maas, Hannun and Ng 2013, section 2 (slope 0.01).
 */
public final class LeakyReLU implements Activation {
  private static final double USUAL_SLOPE = 0.01;

  private final double slope;

  /** A unit with the usual slope, 0.01. */
  public LeakyReLU() {
    this(USUAL_SLOPE);
  }

  /**
   * A unit with a slope of one's own choice.
   *
   * @param slope slope where x is not positive, from 0 to 1
   * @throws IllegalArgumentException if the slope is outside this range or NaN
   */
  public LeakyReLU(double slope) {
    if (!(slope >= 0 && slope <= 1)) {
      throw new IllegalArgumentException("slope is " + slope + ", expected a number from 0 to 1");
    }
    this.slope = slope;
  }

  /**
   * x where x is positive, else slope · x.
   *
   * @param x any number
   * @return f(x); NaN if x is NaN
   */
  @Override
  public double value(double x) {
    throw new NotStarted("03 relu");
  }

  /**
   * The slope at x: of the line on the right of the corner, or of the one on its left.
   *
   * @param x any number, not the value f(x)
   * @return f′(x), with the left line's slope at x = 0
   */
  public double derivative(double x) {
    throw new NotStarted("03 relu");
  }

  @Override
  public void value(DMatrixRMaj X, DMatrixRMaj Y) {
    throw new NotStarted("03 relu");
  }

  @Override
  public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) {
    throw new NotStarted("03 relu");
  }
}
