// Exercise 14 gradient-clipping: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=GradientClippingTest
// Lesson: docs/lessons/14-gradient-clipping.md (日本語: 14-gradient-clipping.ja.md)
package org.gradientkata.optimization;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;

/**
 * Gradient clipping: where gradients explode, one step would throw the parameters far away. So the
 * gradients of all parameters together are seen as one long vector, and if that is longer than
 * allowed, it is shortened. Its direction stays.
 *
 * <p>Source: Pascanu, Mikolov and Bengio 2013, section 3.2, algorithm 1.
 */
public final class GradientClipping {
  /** Keeps the denominator of the rate off 0. */
  private static final double EPSILON = 1e-6;

  private GradientClipping() {}

  /**
   * The L2 norm ‖g‖ of all elements of all matrices: the root of the sum of their squares.
   *
   * @param grads any number of matrices of any shapes; not modified
   * @return the norm; 0 if there is no element, NaN if one is NaN
   */
  public static double globalNorm(List<DMatrixRMaj> grads) {
    throw new NotStarted("14 gradient-clipping");
  }

  /**
   * Shortens the gradients in place if their global norm is over maxNorm: every element of every
   * matrix is multiplied by the same rate = maxNorm / (‖g‖ + 10⁻⁶), if that is less than 1.
   *
   * <p>A NaN stays visible: no clipping makes sense of it.
   *
   * @param grads the gradients of all parameters; changed in place
   * @param maxNorm the largest allowed norm, over 0
   * @throws IllegalArgumentException if maxNorm is not over 0
   */
  public static void clipGrads(List<DMatrixRMaj> grads, double maxNorm) {
    throw new NotStarted("14 gradient-clipping");
  }
}
