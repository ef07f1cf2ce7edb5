// Exercise 06 numerical-gradient: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=NumericalGradientTest
// Lesson: docs/lessons/06-numerical-gradient.md (日本語: 06-numerical-gradient.ja.md)
package org.gradientkata.calculus;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.ScalarFunction;

/**
 * The gradient of a function by trying: move one element a little, up and down, and see how the
 * value changes.
 *
 * <p>The central difference (f(x + h) − f(x − h)) / 2h has an error of the order h², where the
 * one-sided (f(x + h) − f(x)) / h has one of the order h. It takes two evaluations of f for every
 * element, far too many to learn by; but it needs no derivative, so it shows whether a backward
 * pass is right.
 *
 * <p>A small h makes the formula more exact and the subtraction less: f(x + h) and f(x − h) agree
 * in most of their digits, and what is left of them is rounding. For doubles and x about 1, h =
 * 1e−5 is near the best.
 *
 * <p>Source: Press, Teukolsky, Vetterling and Flannery, "Numerical Recipes", section 5.7; Bengio
 * 2012, "Practical recommendations for gradient-based training of deep architectures", on checking
 * gradients.
 */
public final class NumericalGradient {
  private NumericalGradient() {}

  /**
   * The gradient of f at X by central differences of step 1e−5.
   *
   * @param f a function of a matrix of X's shape
   * @param X where the gradient is taken (any shape, also empty); not modified
   * @return a new matrix of X's shape: ∂f/∂X[i, j] at [i, j]
   */
  public static DMatrixRMaj of(ScalarFunction f, DMatrixRMaj X) {
    throw new NotStarted("06 numerical-gradient");
  }

  /**
   * The gradient of f at X by central differences of a given step: one element is moved at a time,
   * all others stay where X has them.
   *
   * @param f a function of a matrix of X's shape
   * @param X where the gradient is taken (any shape, also empty); not modified
   * @param h how far an element is moved to either side; positive and finite
   * @return a new matrix of X's shape: the central difference for X[i, j] at [i, j]
   * @throws IllegalArgumentException if h is 0, negative, infinite or NaN
   */
  public static DMatrixRMaj of(ScalarFunction f, DMatrixRMaj X, double h) {
    throw new NotStarted("06 numerical-gradient");
  }
}
