package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A sheet of a spreadsheet: formulas, and beside each of them the value that the learner's classes
 * gave, for a test to compare.
 */
final class FormulaSheet {
  private final String name;
  private final List<Cell> cells = new ArrayList<>();
  private int frozenRows;
  private int frozenColumns;
  private double firstColumnWidth;

  /**
   * A cell.
   *
   * @param row from 0
   * @param column from 0
   * @param content a number, a text, or a {@link Formula}
   * @param look how it is shown
   */
  record Cell(int row, int column, Object content, Look look) {}

  /**
   * A formula.
   *
   * @param text without the equals sign
   * @param value what Java computed for it; not finite where the sheet has to show an error
   * @param overflowShown whether the sheet shows {@link #OVERFLOW} for a value that is not finite
   */
  record Formula(String text, double value, boolean overflowShown) {}

  /** How a cell is shown. */
  enum Look {
    PLAIN,
    HEADING,
    NOTE,
    INPUT,
    /** ②. */
    FACTOR_INPUT,
    /** ④. */
    FACTOR_BACK,
    /** ⑤. */
    FACTOR_SLOPE,
    /** ①. */
    GRADIENT,
    PARAMETER
  }

  /** What the summary shows in place of a value beyond all numbers. */
  static final String OVERFLOW = "overflow";

  FormulaSheet(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<Cell> cells() {
    return cells;
  }

  int frozenRows() {
    return frozenRows;
  }

  int frozenColumns() {
    return frozenColumns;
  }

  double firstColumnWidth() {
    return firstColumnWidth;
  }

  void freeze(int rows, int columns, double firstColumnWidth) {
    this.frozenRows = rows;
    this.frozenColumns = columns;
    this.firstColumnWidth = firstColumnWidth;
  }

  void text(int row, int column, String text, Look look) {
    cells.add(new Cell(row, column, text, look));
  }

  void number(int row, int column, double value, Look look) {
    cells.add(new Cell(row, column, value, look));
  }

  void matrix(int row, int column, DMatrixRMaj values, Look look) {
    for (int i = 0; i < values.numRows; i++) {
      for (int j = 0; j < values.numCols; j++) {
        number(row + i, column + j, values.get(i, j), look);
      }
    }
  }

  void formula(int row, int column, String text, double value, Look look) {
    cells.add(new Cell(row, column, new Formula(text, value, false), look));
  }

  /** A formula of the summary: a word instead of an error. */
  void summary(int row, int column, String reference, double value) {
    String text = "IFERROR(" + reference + ",\"" + OVERFLOW + "\")";
    cells.add(new Cell(row, column, new Formula(text, value, true), Look.PLAIN));
  }

  /** Such as {@code inputs!$B$3}. */
  String fixed(int row, int column) {
    return name + "!$" + letters(column) + "$" + (row + 1);
  }

  /** Such as {@code steps!B3}. */
  String foreign(int row, int column) {
    return name + "!" + at(row, column);
  }

  /** Such as {@code B3}. */
  static String at(int row, int column) {
    return letters(column) + (row + 1);
  }

  /** Such as {@code B3:D4}, both corners included. */
  static String range(int top, int left, int bottom, int right) {
    return at(top, left) + ":" + at(bottom, right);
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
