// SOLUTION of exercise 10 input-scaling. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/data/InputScaling.java
package org.gradientkata.data;

import org.ejml.data.DMatrixRMaj;
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
    // answer minMax
    requireRows(train);
    double[] shifts = new double[train.numCols];
    double[] factors = new double[train.numCols];
    for (int column = 0; column < train.numCols; column++) {
      double min = train.get(0, column);
      double max = min;
      for (int row = 1; row < train.numRows; row++) {
        min = Math.min(min, train.get(row, column));
        max = Math.max(max, train.get(row, column));
      }
      shifts[column] = min;
      factors[column] = max == min ? 0 : 1 / (max - min);
    }
    return new InputScaling(shifts, factors);
    // end
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
    // answer standardization
    requireRows(train);
    double[] shifts = new double[train.numCols];
    double[] factors = new double[train.numCols];
    for (int column = 0; column < train.numCols; column++) {
      double sum = 0;
      boolean constant = true;
      for (int row = 0; row < train.numRows; row++) {
        sum += train.get(row, column);
        constant &= train.get(row, column) == train.get(0, column);
      }
      double mean = sum / train.numRows;
      double squares = 0;
      for (int row = 0; row < train.numRows; row++) {
        double deviation = train.get(row, column) - mean;
        squares += deviation * deviation;
      }
      shifts[column] = mean;
      factors[column] = constant ? 0 : 1 / Math.sqrt(squares / train.numRows);
    }
    return new InputScaling(shifts, factors);
    // end
  }

  /**
   * Applies what was learned.
   *
   * @param X any data with the same features (count × features), 0 rows included; not modified
   * @return a new matrix of the same shape
   * @throws IllegalArgumentException if X has another number of features
   */
  public DMatrixRMaj apply(DMatrixRMaj X) {
    // answer apply
    Shapes.require("X", X, X.numRows, shifts.length);
    DMatrixRMaj scaled = new DMatrixRMaj(X.numRows, X.numCols);
    for (int row = 0; row < X.numRows; row++) {
      for (int column = 0; column < X.numCols; column++) {
        scaled.set(row, column, (X.get(row, column) - shifts[column]) * factors[column]);
      }
    }
    return scaled;
    // end
  }

  /** Refuses training data without a row; it is here to be called. */
  private static void requireRows(DMatrixRMaj train) {
    if (train.numRows == 0) {
      throw new IllegalArgumentException("train is " + Shapes.of(train) + ": it has no row");
    }
  }
}
