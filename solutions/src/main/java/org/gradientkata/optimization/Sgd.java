// SOLUTION of exercise 18 optimizers. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/optimization/Sgd.java
package org.gradientkata.optimization;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.Shapes;
import org.gradientkata.contract.SharedRows;

/**
 * Gradient descent: every parameter goes against its gradient, by the learning rate times the
 * gradient.
 *
 * <p>It is called stochastic (SGD) when the gradient comes from a mini-batch and so is only an
 * estimate. The length of a step is proportional to the gradient: where gradients vanish, it stands
 * still, and where they explode, it leaps.
 *
 * <p>Source: Robbins and Monro 1951; Goodfellow, Bengio and Courville 2016, section 8.3.1.
 */
public final class Sgd implements Optimizer {
  private final double learningRate;

  /**
   * A rule with a fixed learning rate.
   *
   * @param learningRate η, a finite number ≥ 0; with 0 nothing moves
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Sgd(double learningRate) {
    if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate is " + learningRate + ", expected a finite number >= 0");
    }
    this.learningRate = learningRate;
  }

  /**
   * θ ← θ − η·∂L/∂θ, for every element of every parameter.
   *
   * @param parameters changed in place
   * @param gradients ∂L/∂θ in the same order and shapes; not modified
   * @throws IllegalArgumentException if the lists differ in size or shapes
   */
  @Override
  public void update(List<DMatrixRMaj> parameters, List<DMatrixRMaj> gradients) {
    // answer update
    if (gradients.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "there are " + gradients.size() + " gradients, expected " + parameters.size());
    }
    for (int i = 0; i < parameters.size(); i++) {
      DMatrixRMaj P = parameters.get(i);
      DMatrixRMaj G = gradients.get(i);
      Shapes.require("gradients.get(" + i + ")", G, P.numRows, P.numCols);
      // By the threads that computed the gradient: each has its part of it in its cache.
      SharedRows.forEach(
          P.numRows,
          P.numCols,
          (from, to) -> {
            for (int k = from * P.numCols; k < to * P.numCols; k++) {
              P.data[k] -= learningRate * G.data[k];
            }
          });
    }
    // end
  }
}
