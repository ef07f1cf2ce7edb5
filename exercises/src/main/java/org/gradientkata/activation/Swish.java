// Exercise 04 swish: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=SwishTest
// Lesson: docs/lessons/04-swish.md (日本語: 04-swish.ja.md)
package org.gradientkata.activation;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.NotStarted;

/**
 * Swish, also called SiLU: x weighted with its own sigmoid, f(x) = x·σ(x) with σ(x) = 1 / (1 +
 * e⁻ˣ).
 *
 * <p>Far to the right it is x, far to the left it is 0, like ReLU, but it gets there without a
 * corner. It is not monotone: it falls to −0.278 at x = −1.278 and comes back to 0 from below. Its
 * derivative follows from the product rule. It is 1/2 at x = 0, and a little above 1 for x &gt;
 * 1.28: the largest value is 1.0998, at x = 2.399.
 *
 * <p>Source: Ramachandran, Zoph and Le 2017, "Searching for activation functions", with β = 1;
 * Elfwing, Uchibe and Doya 2018 (SiLU).
 */
public final class Swish implements Activation {

  /** A Swish with β = 1. */
  public Swish() {}

  /**
   * x·σ(x).
   *
   * <p>It has to hold for every finite x: beyond |x| ≈ 709 an exponential overflows to infinity.
   *
   * @param x any finite number
   * @return a number not under −0.2785; NaN if x is NaN
   */
  @Override
  public double value(double x) {
    throw new NotStarted("04 swish");
  }

  /**
   * The derivative of x·σ(x).
   *
   * @param x any finite number, not the value f(x)
   * @return f′(x), a number between −0.1 and 1.1
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
