package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gradientkata.labs.experiment.LabReport;

/**
 * A lab's table as lines of a terminal: in columns, or row by row where they don't fit.
 *
 * @param table what to show
 */
record LabTable(LabReport.Table table) {
  private static final String MARGIN = "  ";
  private static final String BETWEEN = " · ";
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

  /**
   * The lines.
   *
   * @param columns how wide they may be
   */
  List<String> lines(int columns) {
    List<Integer> widths = widths();
    int all = widths.stream().mapToInt(w -> w).sum() + 2 * (widths.size() - 1);
    return MARGIN.length() + all <= columns ? inColumns(widths, all) : byRow(columns);
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      int widest = TextWidth.of(table.header().get(column));
      for (List<String> row : table.rows()) {
        widest = Math.max(widest, TextWidth.of(row.get(column)));
      }
      widths.add(widest);
    }
    return widths;
  }

  /** The first column to the left, numbers to the right. */
  private List<String> inColumns(List<Integer> widths, int all) {
    List<String> lines = new ArrayList<>();
    lines.add(line(table.header(), widths));
    lines.add(MARGIN + "─".repeat(all));
    table.rows().forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder(MARGIN);
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String blanks = " ".repeat(widths.get(column) - TextWidth.of(cell));
      line.append(column == 0 ? cell + blanks : "  " + blanks + cell);
    }
    return line.toString().stripTrailing();
  }

  /** The first cell on a line of its own, the others below it, each with its column's name. */
  private List<String> byRow(int columns) {
    List<String> lines = new ArrayList<>();
    String first = table.header().get(0);
    for (List<String> row : table.rows()) {
      // A name speaks for itself, a number doesn't.
      boolean isName = WORD.matcher(row.get(0)).find();
      lines.add(MARGIN + (isName ? row.get(0) : named(first, row.get(0))));
      String line = "";
      for (int column = 1; column < row.size(); column++) {
        String cell = named(table.header().get(column), row.get(column));
        String longer = line.isEmpty() ? MARGIN + MARGIN + cell : line + BETWEEN + cell;
        if (!line.isEmpty() && TextWidth.of(longer) > columns) {
          lines.add(line);
          longer = MARGIN + MARGIN + cell;
        }
        line = longer;
      }
      lines.add(line);
    }
    return lines;
  }

  private static String named(String name, String value) {
    return Messages.get("lab.cell", name, value);
  }
}
