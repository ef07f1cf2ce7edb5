// Exercise 05 chain-rule: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=ChainRuleTest
// Lesson: docs/lessons/05-chain-rule.md (日本語: 05-chain-rule.ja.md)
package org.gradientkata.calculus;

import org.gradientkata.contract.NotStarted;

/**
 * The chain rule: the derivative of a chain of functions is the product of their derivatives.
 *
 * <p>That is all there is to back-propagation, and it is why gradients vanish: a product of many
 * factors below 1 is soon next to nothing, and then, in a computer's numbers, nothing.
 *
 * <p>Source: Hochreiter 1991; Bengio, Simard and Frasconi 1994, section III.
 */
public final class ChainRule {
  private ChainRule() {}

  /**
   * The derivative of z with respect to x, where z = t² and t = x + y.
   *
   * @param x first summand of t
   * @param y second summand of t, constant as far as x is concerned
   * @return ∂z/∂x = ∂z/∂t · ∂t/∂x
   */
  public static double dzdx(double x, double y) {
    throw new NotStarted("05 chain-rule");
  }

  /**
   * The derivative of a whole chain of functions, from the derivative of each.
   *
   * @param factors the derivatives, one for each function of the chain, of either sign; not
   *     modified
   * @return their product; 1 if the chain is empty, as a chain that does nothing passes a gradient
   *     on unchanged
   */
  public static double product(double[] factors) {
    throw new NotStarted("05 chain-rule");
  }

  /**
   * How many layers it takes until a gradient of 1 is exactly 0: the smallest n for which 1 ·
   * factor · factor · … · factor, with n factors, multiplied one after the other as in a backward
   * pass, is 0 as a {@code double}.
   *
   * <p>The smallest positive double is about 4.9e−324; what is under half of it is rounded to 0.
   * Only factors up to 0.5 are accepted: 0.6 times the smallest double is rounded up to the
   * smallest double again, so the product would stay there for ever.
   *
   * @param factor the derivative of each layer, such as 0.25 for a sigmoid at best; more than 0 and
   *     at most 0.5
   * @return the number of layers
   * @throws IllegalArgumentException if the factor is outside this range or NaN
   */
  public static int layersUntilUnderflow(double factor) {
    throw new NotStarted("05 chain-rule");
  }
}
