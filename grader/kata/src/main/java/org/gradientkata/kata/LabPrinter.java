package org.gradientkata.kata;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.gradientkata.labs.experiment.Figures;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.suite.Texts;

/** Shows a lab's report in the terminal, its plots excepted. */
final class LabPrinter {
  private static final int WIDEST = 100;
  private static final int LONGEST_SPARK = 60;

  private final Console console;
  private final int width;

  LabPrinter(Console console) {
    this.console = console;
    this.width = Math.min(WIDEST, console.columns() - 1);
  }

  void print(LabReport report) {
    console.out().println(report.title());
    console.out().println("═".repeat(Math.min(width, TextWidth.of(report.title()))));
    for (LabReport.Section section : report.sections()) {
      if (section instanceof LabReport.Paragraph paragraph) {
        console.out().println();
        lines(paragraph.text()).forEach(console.out()::println);
      } else if (section instanceof LabReport.Table table) {
        console.out().println();
        lines(table.caption()).forEach(console.out()::println);
        new LabTable(table).lines(roomForTables()).forEach(console.out()::println);
      } else if (section instanceof LabReport.Spark spark) {
        int room = Math.min(LONGEST_SPARK, width - TextWidth.of(spark.label()) - 2);
        String bars = Figures.sparkline(spark, Math.max(1, room));
        console.out().println();
        console.out().println(spark.label() + "  " + bars);
      }
    }
    console.out().println();
  }

  /** In a file nothing is broken, so every table keeps its columns. */
  private int roomForTables() {
    return console.terminal() ? console.columns() - 1 : Integer.MAX_VALUE;
  }

  /** A text broken where its language allows it. */
  List<String> lines(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Texts.locale());
    breaks.setText(text);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (isInWord(text, to)) {
        continue;
      }
      String piece = text.substring(from, to);
      if (line.length() > 0 && TextWidth.of(line + piece.stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
      from = to;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The iterator would break addresses and names with hyphens too. */
  private static boolean isInWord(String text, int place) {
    return place < text.length()
        && isLetter(text.charAt(place - 1))
        && isLetter(text.charAt(place));
  }

  private static boolean isLetter(char c) {
    return c > ' ' && c < 0x7F;
  }
}
