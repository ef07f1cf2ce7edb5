// Exercise 13 rnn-gradient-norms: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=RnnGradientNormsTest
// Lesson: docs/lessons/13-rnn-gradient-norms.md (日本語: 13-rnn-gradient-norms.ja.md)
package org.gradientkata.recurrent;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;

/**
 * How large a gradient is after one, two, … T steps back through a recurrent network.
 *
 * <p>An RNN uses one weight matrix Wh (H × H) at every time step: h(t) depends on h(t−1)·Wh. Going
 * back, the gradient dh (N × H, one row per example) is multiplied by Whᵀ, again and again by the
 * same matrix; tanh is left out here to look at the matrix alone. What then counts in the long run
 * is the spectral radius of Wh, the largest |eigenvalue|: above 1 the gradient explodes, below 1 it
 * vanishes.
 *
 * <p>Its size is measured as √(Σ dh²) / N: the square root of the sum over all N·H elements (the
 * Frobenius norm), divided by the number of rows. It is called the mean L2 norm, but it is not the
 * mean of the rows' own norms.
 *
 * <p>Source: Pascanu, Mikolov and Bengio 2013, section 2.1.
 */
public final class RnnGradientNorms {

  private RnnGradientNorms() {}

  /**
   * √(Σ dh²) / N.
   *
   * @param dh gradient (N × H); not modified
   * @return the Frobenius norm of dh, divided by its number of rows
   * @throws IllegalArgumentException if dh has no row, as there is nothing to divide by
   */
  public static double meanNorm(DMatrixRMaj dh) {
    throw new NotStarted("13 rnn-gradient-norms");
  }

  /**
   * Takes T steps dh ← dh·Whᵀ and measures the mean norm after each of them.
   *
   * @param dh gradient at the last time step (N × H); not modified
   * @param Wh recurrent weights (H × H); not modified
   * @param steps T, at least 0
   * @return T norms; the first one is that after the first step
   * @throws IllegalArgumentException if Wh isn't H × H (the message names Wh, its shape and the
   *     expected one), dh has no row, or steps is negative
   */
  public static double[] meanNorms(DMatrixRMaj dh, DMatrixRMaj Wh, int steps) {
    throw new NotStarted("13 rnn-gradient-norms");
  }
}
