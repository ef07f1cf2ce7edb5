// SOLUTION of exercise 12 mini-batches. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/data/MiniBatches.java
package org.gradientkata.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
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
    // answer sliceOfMatrix
    int size = endOfSlice(X.numRows, start, batchSize) - start;
    DMatrixRMaj batch = new DMatrixRMaj(size, X.numCols);
    System.arraycopy(X.data, start * X.numCols, batch.data, 0, size * X.numCols);
    return batch;
    // end
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
    // answer sliceOfLabels
    return Arrays.copyOfRange(labels, start, endOfSlice(labels.length, start, batchSize));
    // end
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
    // answer shuffledEpoch
    requireSizes(count, batchSize);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int last = count - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int swapped = order[last];
      order[last] = order[chosen];
      order[chosen] = swapped;
    }
    List<int[]> batches = new ArrayList<>();
    int size;
    for (int start = 0; start < count; start += size) {
      size = Math.min(batchSize, count - start);
      batches.add(Arrays.copyOfRange(order, start, start + size));
    }
    return batches;
    // end
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
    // answer sampleWithReplacement
    if (count == 0) {
      throw new IllegalArgumentException("count is 0, expected at least 1");
    }
    requireSizes(count, batchSize);
    int[] batch = new int[batchSize];
    for (int i = 0; i < batchSize; i++) {
      batch[i] = random.nextInt(count);
    }
    return batch;
    // end
  }

  // helper endOfSlice
  /** Where the slice ends. start + batchSize could be more than an int holds. */
  private static int endOfSlice(int count, int start, int batchSize) {
    requireSizes(count, batchSize);
    if (start < 0 || start > count) {
      throw new IllegalArgumentException("start is " + start + ", expected 0 to " + count);
    }
    return batchSize > count - start ? count : start + batchSize;
  }

  // end

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
