// Exercise 10 input-scaling: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=InputScalingTest
// Lesson: docs/lessons/10-input-scaling.md (日本語: 10-input-scaling.ja.md)
package org.gradientkata.data;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Shapes;

/**
 * Brings raw inputs to a common scale, each feature (column) for itself: x ↦ (x − shift)·factor.
 *
 * <p>Inputs of over a thousand saturate every sigmoid behind them, and make the gradient of the
 * first weights, which is proportional to the input, explode. A feature counted in thousands also
 * drowns one counted in hundredths.
 *
 * <p>What is learned from the training data (shift and factor) is applied unchanged to test data:
 * the same raw value must mean the same thing in both. So test data may leave the range that
 * training data has.
 *
 * <p>A feature that is constant in the training data tells nothing: it becomes 0, whatever value it
 * has later. It is recognised by its largest and smallest value being equal; a standard deviation
 * of it need not come out as exactly 0 in floating-point numbers.
 *
 * <p>Source: LeCun et al. 1998, section 4.3.
 */
public final class InputScaling {
  private final double[] shifts;
  private final double[] factors;

  /**
   * A scaling with a shift and a factor for each feature.
   *
   * @param shifts subtracted first, one per feature
   * @param factors multiplied by then, one per feature; 0 for a feature that is to become 0
   */
  private InputScaling(double[] shifts, double[] factors) {
    this.shifts = shifts;
    this.factors = factors;
  }

  /**
   * Learns a scaling that takes the smallest value of each feature to 0 and the largest to 1.
   *
   * @param train training data (count × features), at least one row; not modified
   * @return (x − min)/(max − min), or 0 for a constant feature
   * @throws IllegalArgumentException if there is no row
   */
  public static InputScaling minMax(DMatrixRMaj train) {
    throw new NotStarted("10 input-scaling");
  }

  /**
   * Learns a scaling that gives each feature mean 0 and variance 1 over the training data, with the
   * variance as the mean squared deviation: divided by N, not by N − 1.
   *
   * @param train training data (count × features), at least one row; not modified
   * @return (x − mean)/√variance, or 0 for a constant feature
   * @throws IllegalArgumentException if there is no row
   */
  public static InputScaling standardization(DMatrixRMaj train) {
    throw new NotStarted("10 input-scaling");
  }

  /**
   * Applies what was learned.
   *
   * @param X any data with the same features (count × features), 0 rows included; not modified
   * @return a new matrix of the same shape
   * @throws IllegalArgumentException if X has another number of features
   */
  public DMatrixRMaj apply(DMatrixRMaj X) {
    throw new NotStarted("10 input-scaling");
  }

  /** Refuses training data without a row; it is here to be called. */
  private static void requireRows(DMatrixRMaj train) {
    if (train.numRows == 0) {
      throw new IllegalArgumentException("train is " + Shapes.of(train) + ": it has no row");
    }
  }
}
