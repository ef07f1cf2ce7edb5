// Exercise 18 optimizers: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=OptimizersTest
// Lesson: docs/lessons/18-optimizers.md (日本語: 18-optimizers.ja.md)
package org.gradientkata.optimization;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Optimizer;

/**
 * Resilient propagation, the variant iRprop⁻: every element of every parameter has a step size Δ of
 * its own. Of the gradient only the sign is used.
 *
 * <p>At each update, for each element with gradient g and the gradient g′ remembered from before:
 *
 * <ul>
 *   <li>same sign: still on the way, so Δ grows, Δ ← min(1.2·Δ, largestStep);
 *   <li>opposite signs: a minimum was leapt over, so Δ shrinks, Δ ← max(0.5·Δ, smallestStep), and g
 *       is taken as 0 from here on;
 *   <li>one of them 0: Δ stays.
 * </ul>
 *
 * Then θ ← θ − sign(g)·Δ, and g is remembered. So after a change of sign the element waits for one
 * update, and the update after that neither grows nor shrinks Δ. Before the first update g′ = 0 and
 * Δ = firstStep.
 *
 * <p>Compare the signs, not the product g·g′: gradients that vanish, 10⁻²⁰⁰ say, have a product
 * that is too small for a double. Use the gradient of all training data: between mini-batches signs
 * change by chance.
 *
 * <p>The 1993 rule takes the last step back where the sign changes (weight backtracking); Rprop⁻
 * (1994) goes on with the smaller step. Source: Riedmiller and Braun 1993; Igel and Hüsken 2000,
 * where the four variants are named and compared.
 */
public final class Rprop implements Optimizer {
  private static final double GROWTH = 1.2;
  private static final double SHRINKAGE = 0.5;

  private final double firstStep;
  private final double smallestStep;
  private final double largestStep;

  /**
   * The step size of each element, in the order of the parameters; empty before the first update.
   */
  private final List<DMatrixRMaj> steps = new ArrayList<>();

  /** What is remembered of the gradient of the update before; empty before the first update. */
  private final List<DMatrixRMaj> before = new ArrayList<>();

  /** A rule with the paper's step sizes: 0.1 at first, then from 10⁻⁶ to 50. */
  public Rprop() {
    this(0.1, 1e-6, 50);
  }

  /**
   * A rule with step sizes of one's own.
   *
   * @param firstStep Δ before the first update
   * @param smallestStep Δ never gets smaller
   * @param largestStep Δ never gets larger
   * @throws IllegalArgumentException unless 0 &lt; smallestStep ≤ firstStep ≤ largestStep &lt; ∞
   */
  public Rprop(double firstStep, double smallestStep, double largestStep) {
    if (!(smallestStep > 0
        && firstStep >= smallestStep
        && largestStep >= firstStep
        && largestStep < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "firstStep is "
              + firstStep
              + ", smallestStep is "
              + smallestStep
              + " and largestStep is "
              + largestStep
              + ", expected 0 < smallestStep <= firstStep <= largestStep < Infinity");
    }
    this.firstStep = firstStep;
    this.smallestStep = smallestStep;
    this.largestStep = largestStep;
  }

  /**
   * Makes one step by the rule above and remembers the gradients for the next one.
   *
   * @param parameters changed in place; the same at every call
   * @param gradients ∂L/∂θ in the same order and shapes; not modified
   * @throws IllegalArgumentException if the lists differ in size or shapes
   */
  @Override
  public void update(List<DMatrixRMaj> parameters, List<DMatrixRMaj> gradients) {
    throw new NotStarted("18 optimizers");
  }
}
