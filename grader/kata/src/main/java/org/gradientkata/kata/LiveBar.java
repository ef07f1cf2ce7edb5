package org.gradientkata.kata;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** The last line of a terminal, drawn again and again; lines may be printed above it. */
final class LiveBar implements AutoCloseable {
  private static final int REDRAW_MILLIS = 100;
  private static final int LEAST_BAR = 5;
  private static final int MOST_BAR = 30;

  private final Console console;
  private final Line line;
  private ProgressBar bar;

  /** What stands in the line. */
  interface Line {

    /** The line for a share of the work that is done, as wide as it may be. */
    String text(double done, Duration elapsed, int width);
  }

  LiveBar(Console console, Line line) {
    this.console = console;
    this.line = line;
  }

  /** So much of all the work is done; without a terminal nobody is told. */
  void stepTo(long done, long all) {
    if (!console.terminal()) {
      return;
    }
    if (bar == null) {
      bar = start(all);
    }
    bar.stepTo(done);
  }

  /** Prints a line above the bar. */
  synchronized void print(String text) {
    wipe();
    console.out().println(text);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      wipe();
    }
  }

  /** A bar that takes what the words leave; where that is too little, the words are cut. */
  static String beside(String words, double done, int width) {
    int room = Math.min(MOST_BAR, width - TextWidth.of(words) - 1);
    return TextWidth.cut(room < LEAST_BAR ? words : bar(done, room) + " " + words, width);
  }

  /** The time that is left, such as {@code 1:05}. */
  static String left(double done, Duration elapsed) {
    if (done <= 0) {
      return "?";
    }
    long seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - done) / done);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  private static String bar(double done, int columns) {
    int full = (int) Math.round(Math.max(0, Math.min(1, done)) * columns);
    return "█".repeat(full) + "░".repeat(columns - full);
  }

  private ProgressBar start(long all) {
    return new ProgressBarBuilder()
        .setInitialMax(all)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .setRenderer(
            (state, width) ->
                line.text(
                    (double) state.getCurrent() / state.getMax(),
                    state.getElapsedAfterStart(),
                    width))
        // One column stays free: a full line makes some terminals scroll.
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, console.columns() - 1))
        .build();
  }

  private synchronized void draw(String text) {
    console.out().print("\r" + text + "\u001b[K");
    console.out().flush();
  }

  private synchronized void wipe() {
    if (console.terminal()) {
      console.out().print("\r\u001b[K");
      console.out().flush();
    }
  }
}
