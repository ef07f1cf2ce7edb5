package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;

/**
 * Products by a BLAS, called on the matrices' own arrays.
 *
 * <p>BLAS counts columns first: it reads a row-major matrix as its transpose. So the factors change
 * places, Cᵀ = Bᵀ·Aᵀ, and nothing is copied.
 *
 * <p>A large product is cut in parts, which helpers share. Where the cuts are depends on the sizes
 * and the number of threads alone: the same machine gives the same bits at every run.
 *
 * @param name what it is called
 * @param blas the library
 */
record BlasBackend(String name, BLAS blas) implements Backend {
  private static final Crew CREW =
      new Crew(Integer.getInteger("kata.threads", Runtime.getRuntime().availableProcessors()) - 1);

  /** Multiplications that take longer than it takes to call for help, some 10 µs. */
  private static final double WORTH_A_HAND = 400_000;

  private static final int WIDTH = 8;

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
    int parts = parts(C, inner);
    if (parts == 1) {
      block(transA, transB, inner, A, B, C, 0, C.numRows, 0, C.numCols);
    } else if (C.numRows >= C.numCols) { // the longer side, as each part reads all of the other
      int n = C.numRows;
      CREW.share(
          parts,
          i ->
              block(
                  transA,
                  transB,
                  inner,
                  A,
                  B,
                  C,
                  cut(n, i, parts),
                  cut(n, i + 1, parts),
                  0,
                  C.numCols));
    } else {
      int n = C.numCols;
      CREW.share(
          parts,
          i ->
              block(
                  transA,
                  transB,
                  inner,
                  A,
                  B,
                  C,
                  0,
                  C.numRows,
                  cut(n, i, parts),
                  cut(n, i + 1, parts)));
    }
  }

  private static int parts(DMatrixRMaj C, int inner) {
    double multiplications = (double) C.numRows * C.numCols * inner;
    return (int) Math.max(1, Math.min(CREW.hands(), multiplications / WORTH_A_HAND));
  }

  /** Where part i begins: at a multiple of what a processor multiplies at once. */
  private static int cut(int length, int i, int parts) {
    return i == parts ? length : (int) ((long) length * i / parts) / WIDTH * WIDTH;
  }

  /** The rows and columns of C from the first ones to before the end ones. */
  private void block(
      String transA,
      String transB,
      int inner,
      DMatrixRMaj A,
      DMatrixRMaj B,
      DMatrixRMaj C,
      int firstRow,
      int endRow,
      int firstColumn,
      int endColumn) {
    blas.dgemm(
        transB,
        transA,
        endColumn - firstColumn,
        endRow - firstRow,
        inner,
        1.0,
        B.data,
        transB.equals("N") ? firstColumn : firstColumn * B.numCols,
        B.numCols,
        A.data,
        transA.equals("N") ? firstRow * A.numCols : firstRow,
        A.numCols,
        0.0,
        C.data,
        firstRow * C.numCols + firstColumn,
        C.numCols);
  }
}
