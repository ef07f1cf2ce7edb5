package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Products by a BLAS, called on the matrices' own arrays.
 *
 * <p>BLAS counts columns first: it reads a row-major matrix as its transpose. So the factors change
 * places, Cᵀ = Bᵀ·Aᵀ, and nothing is copied.
 *
 * <p>A large product is cut in tiles, which helpers share. Where the cuts are depends on the sizes,
 * on columns of zeros, which are left out, and on the number of threads: the same machine gives the
 * same bits at every run.
 *
 * @param name what it is called
 * @param blas the library
 * @param tiling how it likes its products cut
 */
record BlasBackend(String name, BLAS blas, Tiling tiling) implements Backend {
  @Override
  public void mult(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    Optional<NonZeroColumns> few = NonZeroColumns.few(A, C.numCols);
    if (few.isPresent()) {
      NonZeroColumns some = few.get();
      gemm("N", "N", some.count(), some.columnsOf(A), some.rowsOf(B), C);
    } else {
      gemm("N", "N", A.numCols, A, B, C);
    }
  }

  @Override
  public void multTransA(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    Optional<NonZeroColumns> few = NonZeroColumns.few(A, C.numCols);
    if (few.isPresent()) {
      NonZeroColumns some = few.get();
      gemm("T", "N", A.numRows, some.columnsOf(A), B, some.rows(C.numCols));
      some.spread(C);
    } else {
      gemm("T", "N", A.numRows, A, B, C);
    }
  }

  @Override
  public void multTransB(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    gemm("N", "T", A.numCols, A, B, C);
  }

  private void gemm(
      String transA, String transB, int inner, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    boolean transposed = transB.equals("T");
    Tiling.Tile tile = tiling.of(C.numRows, C.numCols, inner, transposed, Crew.ALL.hands());
    new TiledProduct(blas, transA, transB, inner, A, B, C, tile).compute();
  }
}
