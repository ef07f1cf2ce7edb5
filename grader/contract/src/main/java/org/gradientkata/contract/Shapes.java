package org.gradientkata.contract;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/** Shapes in words, always as rows x columns. */
public final class Shapes {
  private Shapes() {}

  /**
   * A matrix's shape.
   *
   * @param matrix any matrix
   * @return such as {@code 2x3}
   */
  public static String of(DMatrixRMaj matrix) {
    return matrix == null ? "null" : of(matrix.numRows, matrix.numCols);
  }

  /**
   * A shape.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @return such as {@code 2x3}
   */
  public static String of(int rows, int columns) {
    return String.format(Locale.ROOT, "%dx%d", rows, columns);
  }

  /**
   * Refuses a matrix of another shape.
   *
   * @param name the parameter's name, for the message
   * @param matrix the matrix to look at; not modified
   * @param rows expected number of rows
   * @param columns expected number of columns
   * @throws IllegalArgumentException such as {@code dY is 2x3, expected 3x2}, in Japanese followed
   *     by the same in Japanese
   */
  public static void require(String name, DMatrixRMaj matrix, int rows, int columns) {
    if (matrix == null || matrix.numRows != rows || matrix.numCols != columns) {
      throw new IllegalArgumentException(
          Messages.text("shape", name, of(matrix), of(rows, columns)));
    }
  }
}
