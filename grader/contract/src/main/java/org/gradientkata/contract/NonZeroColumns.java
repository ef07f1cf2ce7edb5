package org.gradientkata.contract;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * The columns of a left factor that aren't all zeros: the others add nothing to a product. Pictures
 * have margins; of MNIST's pixels a third are 0 in all pictures of a batch of 100.
 *
 * <p>The columns are copied side by side, as a BLAS can't leave any out. One object for each thread
 * is kept and used again.
 */
final class NonZeroColumns {
  private static final ThreadLocal<NonZeroColumns> KEPT =
      ThreadLocal.withInitial(NonZeroColumns::new);

  /** Multiplications of a product that take much longer than it takes to copy its factors. */
  private static final double WORTH_LOOKING = 4_000_000;

  /** The share of columns up to which copying them costs less than multiplying all. */
  private static final double FEW = 0.75;

  private boolean[] found = new boolean[0];

  /** The numbers of the columns found, {@link #count} of them, in order. */
  private int[] numbers = new int[0];

  private int count;
  private final DMatrixRMaj columns = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj rows = new DMatrixRMaj(0, 0);

  private NonZeroColumns() {}

  /**
   * The columns, if a product is faster with them alone; they hold until the thread's next call.
   *
   * @param A left factor
   * @param width columns of the product
   */
  static Optional<NonZeroColumns> few(DMatrixRMaj A, int width) {
    if ((double) A.getNumElements() * width < WORTH_LOOKING) {
      return Optional.empty();
    }
    NonZeroColumns kept = KEPT.get();
    kept.find(A);
    boolean few = kept.count > 0 && kept.count <= FEW * A.numCols;
    return few ? Optional.of(kept) : Optional.empty();
  }

  int count() {
    return count;
  }

  /** The columns of A, side by side. */
  DMatrixRMaj columnsOf(DMatrixRMaj A) {
    columns.reshape(A.numRows, count);
    // By columns, as threads share a batch: each finds its part in its cache.
    SharedRows.forEach(
        count,
        A.numRows,
        (from, to) -> {
          int first = from;
          for (int i = from + 1; i <= to; i++) {
            if (i == to || numbers[i] != numbers[i - 1] + 1) {
              copyNeighbours(A, first, i);
              first = i;
            }
          }
        });
    return columns;
  }

  private void copyNeighbours(DMatrixRMaj A, int from, int to) {
    for (int row = 0; row < A.numRows; row++) {
      int source = row * A.numCols + numbers[from];
      System.arraycopy(A.data, source, columns.data, row * count + from, to - from);
    }
  }

  /** The rows of B that are multiplied with the columns, one below the other. */
  DMatrixRMaj rowsOf(DMatrixRMaj B) {
    DMatrixRMaj picked = rows(B.numCols);
    int width = B.numCols;
    SharedRows.forEach(
        count,
        width,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            System.arraycopy(B.data, numbers[i] * width, picked.data, i * width, width);
          }
        });
    return picked;
  }

  /** Room for as many rows as there are columns; overwritten by the next such call. */
  DMatrixRMaj rows(int width) {
    rows.reshape(count, width);
    return rows;
  }

  /** Puts the {@link #rows} where the columns have their numbers, and zeros between them. */
  void spread(DMatrixRMaj C) {
    int width = C.numCols;
    SharedRows.forEach(
        count,
        width,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int place = numbers[i] * width;
            Arrays.fill(C.data, i == 0 ? 0 : (numbers[i - 1] + 1) * width, place, 0);
            System.arraycopy(rows.data, i * width, C.data, place, width);
          }
        });
    Arrays.fill(C.data, (numbers[count - 1] + 1) * width, C.getNumElements(), 0);
  }

  private void find(DMatrixRMaj A) {
    int width = A.numCols;
    int height = A.numRows;
    if (numbers.length < width) {
      found = new boolean[width];
      numbers = new int[width];
    }
    SharedRows.forEach(
        width,
        height,
        (from, to) -> {
          for (int column = from; column < to; column++) {
            found[column] = hasNonZero(A, column);
          }
        });
    count = 0;
    for (int column = 0; column < width; column++) {
      if (found[column]) {
        numbers[count++] = column;
      }
    }
  }

  /** Most columns have one in one of the first rows, so this is quick. */
  private static boolean hasNonZero(DMatrixRMaj A, int column) {
    for (int i = column, end = A.getNumElements(); i < end; i += A.numCols) {
      if (A.data[i] != 0) {
        return true;
      }
    }
    return false;
  }
}
