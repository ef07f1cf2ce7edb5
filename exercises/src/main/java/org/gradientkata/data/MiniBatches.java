// Exercise 12 mini-batches: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=MiniBatchesTest
// Lesson: docs/lessons/12-mini-batches.md (日本語: 12-mini-batches.ja.md)
package org.gradientkata.data;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;

/**
 * Cutting the training data into mini-batches.
 *
 * <p>The whole data set is too large for one step, and one example alone gives too rough a
 * gradient: a mini-batch lies between. An <em>epoch</em> sees each example once, in a new random
 * order; drawing with replacement sees some examples twice and others not at all, but needs no
 * order to be kept.
 *
 * <p>Source: Goodfellow, Bengio and Courville 2016, section 8.1.3.
 */
public final class MiniBatches {
  private MiniBatches() {}

  /**
   * The examples of a half-open range: {@code start} is the first one, {@code start + batchSize} is
   * the first one that doesn't belong to it any more. The last batch is shorter if the data ends
   * before.
   *
   * @param X data, one row per example (count × features); not modified
   * @param start index of the first example, from 0 to count
   * @param batchSize how many examples, at least 1; as large as {@code Integer.MAX_VALUE} for all
   *     the rest
   * @return a new matrix, no view (at most batchSize × features)
   * @throws IllegalArgumentException if start or batchSize is out of its range
   */
  public static DMatrixRMaj slice(DMatrixRMaj X, int start, int batchSize) {
    throw new NotStarted("12 mini-batches");
  }

  /**
   * The labels of the same range.
   *
   * @param labels one per example; not modified
   * @param start index of the first example, from 0 to count
   * @param batchSize how many examples, at least 1; as large as {@code Integer.MAX_VALUE} for all
   *     the rest
   * @return a new array of at most batchSize labels
   * @throws IllegalArgumentException if start or batchSize is out of its range
   */
  public static int[] slice(int[] labels, int start, int batchSize) {
    throw new NotStarted("12 mini-batches");
  }

  /**
   * One epoch: every index exactly once, in an order in which each permutation is equally likely,
   * cut into batches. The last batch is shorter if the count is no multiple of batchSize; it isn't
   * dropped.
   *
   * @param count how many examples there are, at least 0
   * @param batchSize how many make a batch, at least 1
   * @param random where the order comes from
   * @return the batches, each with the indices of its examples; none if count is 0
   * @throws IllegalArgumentException if count is negative or batchSize under 1
   */
  public static List<int[]> shuffledEpoch(int count, int batchSize, RandomSource random) {
    throw new NotStarted("12 mini-batches");
  }

  /**
   * One batch drawn with replacement: every draw chooses among all examples, whatever was drawn
   * before.
   *
   * @param count how many examples there are, at least 1
   * @param batchSize how many to draw, at least 1; may be larger than count
   * @param random where the draws come from
   * @return batchSize indices from 0 to count − 1
   * @throws IllegalArgumentException if count or batchSize is under 1
   */
  public static int[] sampleWithReplacement(int count, int batchSize, RandomSource random) {
    throw new NotStarted("12 mini-batches");
  }

  /** Refuses impossible sizes; it is here to be called. */
  private static void requireSizes(int count, int batchSize) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ", expected at least 0");
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batchSize is " + batchSize + ", expected at least 1");
    }
  }
}
