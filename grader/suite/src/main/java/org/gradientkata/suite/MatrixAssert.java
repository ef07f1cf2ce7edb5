package org.gradientkata.suite;

import org.assertj.core.api.AbstractAssert;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Shapes;

/** Assertions on a matrix: shape before values, finite before close. */
public final class MatrixAssert extends AbstractAssert<MatrixAssert, DMatrixRMaj> {
  private final String name;
  private String because = "";

  MatrixAssert(String name, DMatrixRMaj actual) {
    super(actual, MatrixAssert.class);
    this.name = name;
  }

  /**
   * Adds the idea that a learner who fails is missing.
   *
   * @param key the text {@code because.KEY} of the exercise
   * @param arguments what goes into its gaps
   * @return this
   */
  public MatrixAssert because(String key, Object... arguments) {
    because = "\n" + KataAssertions.because(key, arguments);
    return this;
  }

  /**
   * Demands a matrix at all: not null, and with an array as long as its shape says.
   *
   * @return this
   */
  public MatrixAssert isWhole() {
    if (actual == null) {
      fail("null", name);
    }
    if (actual.data == null || actual.data.length < actual.getNumElements()) {
      int length = actual.data == null ? 0 : actual.data.length;
      fail("broken", name, Shapes.of(actual), length);
    }
    return this;
  }

  /**
   * Demands a shape.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @return this
   */
  public MatrixAssert hasShape(int rows, int columns) {
    if (actual == null || actual.numRows != rows || actual.numCols != columns) {
      fail("shape", name, Shapes.of(actual), Shapes.of(rows, columns));
    }
    return this;
  }

  /**
   * Demands that no element is NaN or infinite.
   *
   * @return this
   */
  public MatrixAssert isFinite() {
    isWhole();
    for (int i = 0; i < actual.getNumElements(); i++) {
      if (!Double.isFinite(actual.data[i])) {
        fail("finite", at(i), Figures.of(actual.data[i]));
      }
    }
    return this;
  }

  /**
   * Demands values.
   *
   * @param expected the matrix, of the expected shape
   * @param tolerance how far an element may be off, relative to the larger one of it and 1
   * @return this
   */
  public MatrixAssert isCloseTo(DMatrixRMaj expected, double tolerance) {
    hasShape(expected.numRows, expected.numCols);
    isWhole();
    for (int i = 0; i < expected.getNumElements(); i++) {
      double seen = actual.data[i];
      double wanted = expected.data[i];
      double allowed = tolerance * Math.max(1, Math.abs(wanted));
      if (!(Double.compare(seen, wanted) == 0 || Math.abs(seen - wanted) <= allowed)) {
        fail("number", at(i), Figures.of(seen), Figures.of(wanted), Figures.of(allowed));
      }
    }
    return this;
  }

  /**
   * Demands that a matrix was not changed.
   *
   * @param before a copy of it, made before the call
   * @return this
   */
  public MatrixAssert isUnchangedFrom(DMatrixRMaj before) {
    isWhole();
    boolean same = actual.numRows == before.numRows && actual.numCols == before.numCols;
    for (int i = 0; same && i < before.getNumElements(); i++) {
      same = Double.compare(actual.data[i], before.data[i]) == 0;
    }
    if (!same) {
      fail("unchanged", name);
    }
    return this;
  }

  /**
   * Demands that the matrix is another object than a given one, and has an array of its own.
   *
   * @param otherName what the other matrix is
   * @param other the other matrix
   * @return this
   */
  public MatrixAssert isNotTheSameMatrixAs(String otherName, DMatrixRMaj other) {
    isWhole();
    if (actual == other || actual.data == other.data) {
      fail("aliased", name, otherName);
    }
    return this;
  }

  private String at(int index) {
    return name + "[" + index / actual.numCols + ", " + index % actual.numCols + "]";
  }

  private void fail(String key, Object... arguments) {
    throw failure("%s", Texts.kit().get("assert." + key, arguments) + because);
  }
}
