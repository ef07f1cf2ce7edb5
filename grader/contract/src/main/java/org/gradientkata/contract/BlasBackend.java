package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;

/**
 * Products by a BLAS, called on the matrices' own arrays.
 *
 * <p>BLAS counts columns first: it reads a row-major matrix as its transpose. So the factors change
 * places, Cᵀ = Bᵀ·Aᵀ, and nothing is copied.
 *
 * @param name what it is called
 * @param blas the library
 */
record BlasBackend(String name, BLAS blas) implements Backend {

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
    blas.dgemm(
        transB, transA, C.numCols, C.numRows, inner, 1.0, B.data, B.numCols, A.data, A.numCols, 0.0,
        C.data, C.numCols);
  }
}
