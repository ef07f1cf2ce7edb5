package org.gradientkata.contract;

import dev.ludovic.netlib.blas.BLAS;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ejml.data.DMatrixRMaj;

/**
 * Matrix products on the fastest BLAS that is there. The result is the last argument, as in EJML;
 * it is reshaped and overwritten, and must be another matrix than the factors.
 */
public final class Products {
  /** Keeps netlib's announcement of its choice off the learner's screen. */
  private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib.blas");

  private static final BLAS BLAS_IN_USE = choose();

  private Products() {}

  /**
   * C = A·B.
   *
   * @param A left factor (m × k); not modified
   * @param B right factor (k × n); not modified
   * @param C overwritten with the product (m × n)
   * @throws IllegalArgumentException if the shapes don't fit
   */
  public static void mult(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    requireEqual("the columns of A", A.numCols, "the rows of B", B.numRows, A, B);
    gemm("N", "N", A.numRows, B.numCols, A.numCols, A, B, C);
  }

  /**
   * C = Aᵀ·B.
   *
   * @param A left factor before transposition (k × m); not modified
   * @param B right factor (k × n); not modified
   * @param C overwritten with the product (m × n)
   * @throws IllegalArgumentException if the shapes don't fit
   */
  public static void multTransA(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    requireEqual("the rows of A", A.numRows, "the rows of B", B.numRows, A, B);
    gemm("T", "N", A.numCols, B.numCols, A.numRows, A, B, C);
  }

  /**
   * C = A·Bᵀ.
   *
   * @param A left factor (m × k); not modified
   * @param B right factor before transposition (n × k); not modified
   * @param C overwritten with the product (m × n)
   * @throws IllegalArgumentException if the shapes don't fit
   */
  public static void multTransB(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    requireEqual("the columns of A", A.numCols, "the columns of B", B.numCols, A, B);
    gemm("N", "T", A.numRows, B.numRows, A.numCols, A, B, C);
  }

  /**
   * The BLAS in use.
   *
   * @return the name of its class, such as {@code JNIBLAS}
   */
  public static String backend() {
    return BLAS_IN_USE.getClass().getSimpleName();
  }

  /**
   * BLAS counts columns first. A row-major matrix is its transpose there, so the factors change
   * places: Cᵀ = Bᵀ·Aᵀ.
   */
  private static void gemm(
      String transA,
      String transB,
      int m,
      int n,
      int k,
      DMatrixRMaj A,
      DMatrixRMaj B,
      DMatrixRMaj C) {
    if (C == A || C == B) {
      throw new IllegalArgumentException("the result must be another matrix than the factors");
    }
    C.reshape(m, n);
    if (m == 0 || n == 0) {
      return;
    }
    if (k == 0) {
      C.zero();
      return;
    }
    BLAS_IN_USE.dgemm(
        transB, transA, n, m, k, 1.0, B.data, B.numCols, A.data, A.numCols, 0.0, C.data, n);
  }

  private static void requireEqual(
      String nameA, int a, String nameB, int b, DMatrixRMaj A, DMatrixRMaj B) {
    if (a != b) {
      throw new IllegalArgumentException(
          "A is "
              + Shapes.of(A)
              + " and B is "
              + Shapes.of(B)
              + ": "
              + nameA
              + " ("
              + a
              + ") must equal "
              + nameB
              + " ("
              + b
              + ")");
    }
  }

  private static BLAS choose() {
    NETLIB.setLevel(Level.OFF);
    return BLAS.getInstance();
  }
}
