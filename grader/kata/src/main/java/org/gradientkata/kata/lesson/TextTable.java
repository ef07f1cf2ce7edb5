package org.gradientkata.kata.lesson;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.suite.quiz.Wrapped;

/** Sets a table in columns, or row by row where the columns don't fit. */
final class TextTable {
  private TextTable() {}

  /**
   * Sets a table.
   *
   * @param rows its rows, the heads first
   * @param columns how wide a line may be
   * @return the lines
   */
  static List<String> lines(List<List<String>> rows, int columns) {
    int count = rows.get(0).size();
    int[] widths = new int[count];
    for (List<String> row : rows) {
      for (int i = 0; i < count; i++) {
        widths[i] = Math.max(widths[i], Wrapped.columns(row.get(i)));
      }
    }
    int total = 2 * (count - 1);
    for (int width : widths) {
      total += width;
    }
    return total <= columns ? inColumns(rows, widths, total) : byRow(rows, columns);
  }

  private static List<String> inColumns(List<List<String>> rows, int[] widths, int total) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - Wrapped.columns(cell) + 2));
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        lines.add("─".repeat(total));
      }
    }
    return lines;
  }

  private static List<String> byRow(List<List<String>> rows, int columns) {
    List<String> heads = rows.get(0);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int i = 0; i < heads.size(); i++) {
        String cell = heads.get(i).isEmpty() ? row.get(i) : heads.get(i) + ": " + row.get(i);
        String indent = i == 0 ? "" : "  ";
        Wrapped.lines(cell, columns - indent.length()).forEach(line -> lines.add(indent + line));
      }
    }
    return lines;
  }
}
