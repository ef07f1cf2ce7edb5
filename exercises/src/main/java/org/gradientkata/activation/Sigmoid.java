// Exercise 01 sigmoid: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=SigmoidTest
// Lesson: docs/lessons/01-sigmoid.md (日本語: 01-sigmoid.ja.md)
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.NotStarted;

/**
 * The sigmoid function σ(x) = 1 / (1 + e⁻ˣ): any number in, a number between 0 and 1 out.
 *
 * <p>Once y = σ(x) is known, its derivative needs no exponential any more: it can be written in y
 * alone. It is at most 0.25, at x = 0, and under 0.007 beyond ±5. Every sigmoid layer that a
 * gradient passes on its way back multiplies it by such a factor.
 *
 * <p>Source: Hochreiter 1991; Glorot and Bengio 2010, section 3.
 */
public final class Sigmoid implements Activation {

  /**
   * σ(x) = 1 / (1 + e⁻ˣ).
   *
   * <p>It has to hold for every x: beyond |x| ≈ 709 an exponential overflows to infinity, and ∞/∞
   * is NaN. For very negative x the value is tiny but not 0: σ(−100) ≈ 3.7e−44.
   *
   * @param x any number, infinities included
   * @return a number in [0, 1]; NaN if x is NaN
   */
  @Override
  public double value(double x) {
    throw new NotStarted("01 sigmoid");
  }

  /**
   * σ′ from the value: pass y = σ(x), not x.
   *
   * @param y σ(x), a number in [0, 1]
   * @return σ′(x), a number in [0, 0.25]
   */
  public double derivativeFromValue(double y) {
    throw new NotStarted("01 sigmoid");
  }

  @Override
  public void value(DMatrixRMaj X, DMatrixRMaj Y) {
    throw new NotStarted("01 sigmoid");
  }

  @Override
  public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) {
    throw new NotStarted("01 sigmoid");
  }
}
