package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;

/**
 * Products by a BLAS, called on the matrices' own arrays.
 *
 * <p>BLAS counts columns first: it reads a row-major matrix as its transpose. So the factors change
 * places, Cᵀ = Bᵀ·Aᵀ, and nothing is copied.
 *
 * <p>A large product is cut in tiles, which helpers share. Where the cuts are depends on the sizes
 * and the number of threads alone: the same machine gives the same bits at every run.
 *
 * @param name what it is called
 * @param blas the library
 * @param tiling how it likes its products cut
 */
record BlasBackend(String name, BLAS blas, Tiling tiling) implements Backend {
  @Override
  public void mult(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    gemm("N", "N", A.numCols, A, B, C);
  }

  @Override
  public void multTransA(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    gemm("T", "N", A.numRows, A, B, C);
  }

  @Override
  public void multTransB(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    gemm("N", "T", A.numCols, A, B, C);
  }

  private void gemm(
      String transA, String transB, int inner, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    Tiling.Tile tile = tiling.of(C.numRows, C.numCols, inner, transB.equals("T"), Crew.ALL.hands());
    int across = Tiling.count(C.numCols, tile.columns());
    int down = Tiling.count(C.numRows, tile.rows());
    // What belongs to the longer side is large: one after the other, its pieces are read once.
    boolean wide = C.numCols > C.numRows;
    if (across * down == 1) {
      multiply(transA, transB, A, B, C, tile, inner, 0, 0);
    } else {
      Crew.ALL.share(
          across * down,
          i ->
              multiply(
                  transA,
                  transB,
                  A,
                  B,
                  C,
                  tile,
                  inner,
                  (wide ? i % down : i / across) * tile.rows(),
                  (wide ? i / down : i % across) * tile.columns()));
    }
  }

  /** The tile of C that begins at a row and a column, as a sum over pieces of the inner length. */
  private void multiply(
      String transA,
      String transB,
      DMatrixRMaj A,
      DMatrixRMaj B,
      DMatrixRMaj C,
      Tiling.Tile tile,
      int inner,
      int row,
      int column) {
    for (int k = 0; k < inner; k += tile.inner()) {
      blas.dgemm(
          transB,
          transA,
          Math.min(tile.columns(), C.numCols - column),
          Math.min(tile.rows(), C.numRows - row),
          Math.min(tile.inner(), inner - k),
          1.0,
          B.data,
          transB.equals("N") ? k * B.numCols + column : column * B.numCols + k,
          B.numCols,
          A.data,
          transA.equals("N") ? row * A.numCols + k : k * A.numCols + row,
          A.numCols,
          k == 0 ? 0.0 : 1.0,
          C.data,
          row * C.numCols + column,
          C.numCols);
    }
  }
}
