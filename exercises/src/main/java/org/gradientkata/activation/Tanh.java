// Exercise 02 tanh: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=TanhTest
// Lesson: docs/lessons/02-tanh.md (日本語: 02-tanh.ja.md)
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.NotStarted;

/**
 * The hyperbolic tangent: any number in, a number between −1 and 1 out.
 *
 * <p>tanh(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ). It has the shape of the sigmoid, but twice the height and
 * half the width, and it is centred on 0. As for the sigmoid, the derivative can be written in the
 * value y = tanh(x) alone. It is 1 at x = 0 and less everywhere else: under 0.0002 beyond ±5.
 *
 * <p>Source: LeCun, Bottou, Orr and Müller 1998, "Efficient BackProp", section 4.4.
 */
public final class Tanh implements Activation {

  /** A hyperbolic tangent. */
  public Tanh() {}

  /**
   * tanh(x).
   *
   * <p>It has to hold for every x: beyond |x| ≈ 709 an exponential overflows to infinity, and ∞/∞
   * is NaN. Java has a method for it.
   *
   * @param x any number, infinities included
   * @return a number in [−1, 1]; NaN if x is NaN
   */
  @Override
  public double value(double x) {
    throw new NotStarted("02 tanh");
  }

  /**
   * tanh′ from the value: pass y = tanh(x), not x.
   *
   * @param y tanh(x), a number in [−1, 1]
   * @return tanh′(x), a number in [0, 1]
   */
  public double derivativeFromValue(double y) {
    throw new NotStarted("02 tanh");
  }

  @Override
  public void value(DMatrixRMaj X, DMatrixRMaj Y) {
    throw new NotStarted("02 tanh");
  }

  @Override
  public void derivative(DMatrixRMaj X, DMatrixRMaj Y, DMatrixRMaj D) {
    throw new NotStarted("02 tanh");
  }
}
