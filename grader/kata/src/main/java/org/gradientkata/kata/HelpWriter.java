package org.gradientkata.kata;

import java.io.PrintWriter;

/** Breaks a help page, which comes as one text with long lines. */
final class HelpWriter extends PrintWriter {
  private static final int WIDEST = 100;

  /** More than any line of a help page has, so that picocli breaks none: it breaks after dots. */
  static final int UNBROKEN = 2000;

  private final PrintWriter wrapping;

  HelpWriter(Console console) {
    super(console.out(), true);
    this.wrapping = new WrappingWriter(console.out(), Math.min(WIDEST, console.columns()));
  }

  @Override
  public void print(Object page) {
    page.toString().lines().forEach(line -> wrapping.println(line.stripTrailing()));
  }
}
