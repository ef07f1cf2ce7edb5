// Exercise 09 weight-initializer: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=WeightInitializerTest
// Lesson: docs/lessons/09-weight-initializer.md (日本語: 09-weight-initializer.ja.md)
package org.gradientkata.initialization;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;

/**
 * How the weights of a layer start. A weight matrix is (fanIn × fanOut): one row per incoming
 * connection, one column per unit.
 *
 * <p>A unit sums fanIn products, so the variance of its sum is fanIn times that of one product (for
 * independent terms of mean 0). Weights of variance 1/fanIn undo that, and signals neither swell
 * nor die out from layer to layer. ReLU throws away half of the sum, so He's variance is twice as
 * large.
 *
 * <p>Every method returns a new matrix. The random ones draw all their numbers from the given
 * source, one per weight, so that the same seed gives the same weights and the source moves on.
 *
 * <p>Source: LeCun et al. 1998, section 4.6; Glorot and Bengio 2010, section 4.2; He et al. 2015,
 * section 2.2.
 */
public final class WeightInitializer {
  private WeightInitializer() {}

  /**
   * All weights 0. Compare {@link #distinctUnits} of the result with that of the others to see why
   * a hidden layer must not start like this.
   *
   * @param fanIn incoming connections of a unit, at least 1
   * @param fanOut units, at least 1
   * @return a new matrix (fanIn × fanOut)
   * @throws IllegalArgumentException if a size is under 1
   */
  public static DMatrixRMaj zeros(int fanIn, int fanOut) {
    throw new NotStarted("09 weight-initializer");
  }

  /**
   * Independent normally distributed weights N(0, std²).
   *
   * @param fanIn incoming connections of a unit, at least 1
   * @param fanOut units, at least 1
   * @param std standard deviation, the root of the variance; finite and at least 0
   * @param random where the numbers come from
   * @return a new matrix (fanIn × fanOut)
   * @throws IllegalArgumentException if a size is under 1, or std is negative or not finite
   */
  public static DMatrixRMaj gaussian(int fanIn, int fanOut, double std, RandomSource random) {
    throw new NotStarted("09 weight-initializer");
  }

  /**
   * Xavier's initial value, for sigmoid and tanh: N(0, 1)/√fanIn.
   *
   * <p>This is the form of most textbooks. Glorot and Bengio's own takes the way back into account
   * too: variance 2/(fanIn + fanOut). The two agree where fanIn = fanOut.
   *
   * @param fanIn incoming connections of a unit, at least 1
   * @param fanOut units, at least 1
   * @param random where the numbers come from
   * @return a new matrix (fanIn × fanOut)
   * @throws IllegalArgumentException if a size is under 1
   */
  public static DMatrixRMaj xavier(int fanIn, int fanOut, RandomSource random) {
    throw new NotStarted("09 weight-initializer");
  }

  /**
   * He's initial value, for ReLU: N(0, 1)·√(2/fanIn).
   *
   * @param fanIn incoming connections of a unit, at least 1
   * @param fanOut units, at least 1
   * @param random where the numbers come from
   * @return a new matrix (fanIn × fanOut)
   * @throws IllegalArgumentException if a size is under 1
   */
  public static DMatrixRMaj he(int fanIn, int fanOut, RandomSource random) {
    throw new NotStarted("09 weight-initializer");
  }

  /**
   * The number of different columns. Units whose columns are equal compute the same output, get the
   * same gradient and stay equal for ever: together they are worth one unit.
   *
   * @param W weights (fanIn × fanOut); not modified
   * @return how many columns differ from each other in at least one row: from 1 (all are alike) to
   *     fanOut; 0 if there is no column
   */
  public static int distinctUnits(DMatrixRMaj W) {
    throw new NotStarted("09 weight-initializer");
  }

  /**
   * Weights by a rule that is chosen at run time.
   *
   * @param rule which of the methods above
   * @param fanIn incoming connections of a unit, at least 1
   * @param fanOut units, at least 1
   * @param random where the numbers come from
   * @return a new matrix (fanIn × fanOut)
   * @throws IllegalArgumentException if a size is under 1
   */
  public static DMatrixRMaj of(InitialValue rule, int fanIn, int fanOut, RandomSource random) {
    return switch (rule.kind()) {
      case ZEROS -> zeros(fanIn, fanOut);
      case GAUSSIAN -> gaussian(fanIn, fanOut, rule.std(), random);
      case XAVIER -> xavier(fanIn, fanOut, random);
      case HE -> he(fanIn, fanOut, random);
    };
  }

  /** Refuses a layer without inputs or without units; it is here to be called. */
  private static void requireSizes(int fanIn, int fanOut) {
    if (fanIn < 1 || fanOut < 1) {
      throw new IllegalArgumentException(
          "fanIn is " + fanIn + " and fanOut is " + fanOut + ", expected at least 1 each");
    }
  }
}
