package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;

/** One product, tile by tile, shared by the {@link Crew}. */
final class TiledProduct {
  /** Kept from product to product, as they are too large to be made anew for each. */
  private static final ThreadLocal<DMatrixRMaj> FURTHER_SHARES =
      ThreadLocal.withInitial(() -> new DMatrixRMaj(0, 0));

  private final BLAS blas;
  private final String transA;
  private final String transB;
  private final int inner;
  private final DMatrixRMaj A;
  private final DMatrixRMaj B;
  private final DMatrixRMaj C;
  private final Tiling.Tile tile;

  /** Tiles side by side, and one above the other. */
  private final int across;

  private final int down;

  /** In how many shares the terms of each sum are added up; the first goes to C itself. */
  private final int shares;

  /** The other shares, one below the other; each has the shape of C. */
  private final DMatrixRMaj further = FURTHER_SHARES.get();

  /**
   * A product that isn't computed yet.
   *
   * @param blas multiplies a tile
   * @param transA whether A is read transposed: {@code T}, or {@code N}
   * @param transB whether B is read transposed
   * @param inner terms of each sum
   * @param A left factor
   * @param B right factor
   * @param C the product, already of its shape
   * @param tile how it is cut
   */
  TiledProduct(
      BLAS blas,
      String transA,
      String transB,
      int inner,
      DMatrixRMaj A,
      DMatrixRMaj B,
      DMatrixRMaj C,
      Tiling.Tile tile) {
    this.blas = blas;
    this.transA = transA;
    this.transB = transB;
    this.inner = inner;
    this.A = A;
    this.B = B;
    this.C = C;
    this.tile = tile;
    across = Tiling.count(C.numCols, tile.columns());
    down = Tiling.count(C.numRows, tile.rows());
    shares = Tiling.count(inner, tile.share());
    further.reshape((shares - 1) * C.numRows, C.numCols);
  }

  void compute() {
    int parts = shares * down * across;
    if (parts == 1) {
      compute(0);
      return;
    }
    Crew.ALL.share(parts, this::compute);
    int n = C.getNumElements();
    for (int share = 1, next = 0; share < shares; share++) {
      for (int i = 0; i < n; i++, next++) {
        C.data[i] += further.data[next];
      }
    }
  }

  private void compute(int part) {
    int share = part / (down * across);
    int place = part % (down * across);
    // What belongs to the longer side is large: one after the other, its pieces are read once.
    boolean wide = C.numCols > C.numRows;
    int row = (wide ? place % down : place / across) * tile.rows();
    int column = (wide ? place / down : place % across) * tile.columns();
    multiply(share, row, column);
  }

  /** The tile of C, or of a further share, that begins at a row and a column. */
  private void multiply(int share, int row, int column) {
    double[] into = share == 0 ? C.data : further.data;
    int top = share == 0 ? 0 : (share - 1) * C.numRows;
    int start = share * tile.share();
    int end = Math.min(inner, start + tile.share());
    for (int k = start; k < end; k += tile.inner()) {
      blas.dgemm(
          transB,
          transA,
          Math.min(tile.columns(), C.numCols - column),
          Math.min(tile.rows(), C.numRows - row),
          Math.min(tile.inner(), end - k),
          1.0,
          B.data,
          transB.equals("N") ? k * B.numCols + column : column * B.numCols + k,
          B.numCols,
          A.data,
          transA.equals("N") ? row * A.numCols + k : k * A.numCols + row,
          A.numCols,
          k == start ? 0.0 : 1.0,
          into,
          (top + row) * C.numCols + column,
          C.numCols);
    }
  }
}
