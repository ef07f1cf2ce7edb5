package org.gradientkata.kata;

import java.io.PrintWriter;
import java.io.Writer;

/** Prints lines broken between words, where a terminal would break them anywhere. */
final class WrappingWriter extends PrintWriter {
  private final HangingLines lines;

  WrappingWriter(Writer out, int columns) {
    super(out, true);
    this.lines = new HangingLines(columns);
  }

  @Override
  public void println(String text) {
    // Not text.lines(), for which an empty text has no line.
    for (String line : text.split("\\R", -1)) {
      lines.of(line).forEach(super::println);
    }
  }
}
