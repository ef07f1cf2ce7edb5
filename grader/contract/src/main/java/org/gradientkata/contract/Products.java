package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/**
 * Matrix products, on the fastest way of multiplying that is there: a native BLAS, the Vector API,
 * or EJML. {@code -Dkata.blas=native}, {@code vector} or {@code ejml} asks for one of them. Large
 * products of the first two are shared by as many threads as there are processors, or {@code
 * -Dkata.threads}.
 *
 * <p>Where large products have a left factor with columns of zeros, as the margins of pictures are,
 * those are left out. So 0 times an infinite number can be 0 there, where the definition has NaN.
 *
 * <p>The result is the last argument, as in EJML; it is reshaped and overwritten, and must be
 * another matrix than the factors.
 */
public final class Products {
  private static final Backend BACKEND = Backends.choose(System.getProperty("kata.blas"));

  private Products() {}

  /**
   * C = A·B.
   *
   * @param A left factor (m × k); not modified
   * @param B right factor (k × n); not modified
   * @param C overwritten with the product (m × n)
   * @throws IllegalArgumentException if the shapes don't fit, or C is A or B
   */
  public static void mult(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    requireEqual("product.mult", A.numCols, B.numRows, A, B);
    if (prepare(A.numRows, B.numCols, A.numCols, A, B, C)) {
      BACKEND.mult(A, B, C);
    }
  }

  /**
   * C = Aᵀ·B.
   *
   * @param A left factor before transposition (k × m); not modified
   * @param B right factor (k × n); not modified
   * @param C overwritten with the product (m × n)
   * @throws IllegalArgumentException if the shapes don't fit, or C is A or B
   */
  public static void multTransA(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    requireEqual("product.multTransA", A.numRows, B.numRows, A, B);
    if (prepare(A.numCols, B.numCols, A.numRows, A, B, C)) {
      BACKEND.multTransA(A, B, C);
    }
  }

  /**
   * C = A·Bᵀ.
   *
   * @param A left factor (m × k); not modified
   * @param B right factor before transposition (n × k); not modified
   * @param C overwritten with the product (m × n)
   * @throws IllegalArgumentException if the shapes don't fit, or C is A or B
   */
  public static void multTransB(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    requireEqual("product.multTransB", A.numCols, B.numCols, A, B);
    if (prepare(A.numRows, B.numRows, A.numCols, A, B, C)) {
      BACKEND.multTransB(A, B, C);
    }
  }

  /**
   * The way of multiplying in use.
   *
   * @return {@code native}, {@code vector} or {@code ejml}
   */
  public static String backend() {
    return BACKEND.name();
  }

  /** Gives C its shape; false if that is all there is to do, as a sum over nothing is 0. */
  private static boolean prepare(
      int rows, int columns, int inner, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    if (C == A || C == B) {
      throw new IllegalArgumentException(Messages.text("product.result"));
    }
    C.reshape(rows, columns);
    if (inner == 0) {
      C.zero();
    }
    return rows > 0 && columns > 0 && inner > 0;
  }

  private static void requireEqual(String message, int a, int b, DMatrixRMaj A, DMatrixRMaj B) {
    if (a != b) {
      throw new IllegalArgumentException(Messages.text(message, Shapes.of(A), Shapes.of(B), a, b));
    }
  }
}
