// Exercise 18 optimizers: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=OptimizersTest
// Lesson: docs/lessons/18-optimizers.md (日本語: 18-optimizers.ja.md)
package org.gradientkata.optimization;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Optimizer;

/**
 * Descent by the sign alone: every element goes the same distance, the learning rate, against the
 * sign of its gradient.
 *
 * <p>A gradient that has shrunk to 10⁻³⁰ on its way back moves its weight as far as one of 10³⁰: a
 * vanishing or exploding gradient no longer matters, as long as its sign survives. Only a gradient
 * of exactly 0 says nothing, and its weight stays. The price: without a smaller learning rate the
 * weights never come to rest, but swing about the minimum.
 *
 * <p>Source: the idea of Rprop without its step sizes (Riedmiller and Braun 1993); Behnke trained
 * his Neural Abstraction Pyramid (2003) by signs.
 */
public final class SignDescent implements Optimizer {
  private final double learningRate;

  /**
   * A rule with steps of one length.
   *
   * @param learningRate η, a finite number ≥ 0; with 0 nothing moves
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public SignDescent(double learningRate) {
    if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate is " + learningRate + ", expected a finite number >= 0");
    }
    this.learningRate = learningRate;
  }

  /**
   * θ ← θ − η·sign(∂L/∂θ) with sign(0) = 0, for every element of every parameter. The sign of NaN
   * is NaN, so that a mistake upstream stays visible.
   *
   * @param parameters changed in place
   * @param gradients ∂L/∂θ in the same order and shapes; not modified
   * @throws IllegalArgumentException if the lists differ in size or shapes
   */
  @Override
  public void update(List<DMatrixRMaj> parameters, List<DMatrixRMaj> gradients) {
    throw new NotStarted("18 optimizers");
  }
}
