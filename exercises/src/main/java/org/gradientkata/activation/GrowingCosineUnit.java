// Exercise 04 swish: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=SwishTest
// Lesson: docs/lessons/04-swish.md (日本語: 04-swish.ja.md)
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.NotStarted;

/**
 * The growing cosine unit, f(x) = x·cos(x): an activation that oscillates, wider and wider the
 * further x is from 0.
 *
 * <p>It never saturates, and a single unit can cut the line in more than two pieces. The derivative
 * follows from the product rule. It is 1 at x = 0 and has no bound.
 *
 * <p>Source: Noel, Arunkumar, Trivedi and Dutta 2021, arXiv:2108.12943.
 */
public final class GrowingCosineUnit implements Activation {

  /** A growing cosine unit. */
  public GrowingCosineUnit() {}

  /**
   * x·cos(x), with x in radians.
   *
   * @param x any finite number
   * @return a number from −|x| to |x|; NaN if x is NaN
   */
  @Override
  public double value(double x) {
    throw new NotStarted("04 swish");
  }

  /**
   * The derivative of x·cos(x).
   *
   * @param x any finite number, not the value f(x)
   * @return f′(x)
   */
  public double derivative(double x) {
    throw new NotStarted("04 swish");
  }

  @Override
  public void value(DMatrixRMaj X, DMatrixRMaj Y) {
    throw new NotStarted("04 swish");
  }

  @Override
  public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) {
    throw new NotStarted("04 swish");
  }
}
