package org.gradientkata.kata;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.gradientkata.labs.EpochResult;
import org.gradientkata.labs.TrainingListener;
import org.gradientkata.labs.TrainingOptions;
import org.gradientkata.labs.TrainingProgress;

/** A line for each epoch; below them, in a terminal, the bar of the whole run. */
final class TrainingBar implements TrainingListener, AutoCloseable {
  private static final int REDRAW_MILLIS = 100;

  private final Console console;
  private final int epochs;
  private final BarText text;
  private ProgressBar bar;

  TrainingBar(Console console, TrainingOptions options) {
    this.console = console;
    this.epochs = options.epochs();
    this.text = new BarText(epochs);
  }

  @Override
  public void advanced(TrainingProgress progress) {
    if (!console.terminal()) {
      return;
    }
    text.show(progress);
    if (bar == null) {
      bar = start(progress.imagesInAll());
    }
    bar.stepTo(progress.imagesSeen());
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    int digits = String.valueOf(epochs).length();
    String line =
        Messages.get(
            "train.epoch",
            String.format("%" + digits + "d", epoch.epoch()),
            epochs,
            String.format(Locale.ROOT, "%.4f", epoch.loss()),
            String.format(Locale.ROOT, "%.4f", epoch.trainAccuracy()),
            String.format(Locale.ROOT, "%.4f", epoch.testAccuracy()),
            String.format(Locale.ROOT, "%.1f", epoch.seconds()));
    synchronized (this) {
      wipe();
      console.out().println(line);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      wipe();
    }
  }

  private ProgressBar start(long images) {
    return new ProgressBarBuilder()
        .setInitialMax(images)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .setRenderer(
            (state, width) ->
                text.line(
                    (double) state.getCurrent() / state.getMax(),
                    state.getElapsedAfterStart(),
                    width))
        // One column stays free: a full line makes some terminals scroll.
        .setConsumer(new DelegatingProgressBarConsumer(this::draw, console.columns() - 1))
        .build();
  }

  private synchronized void draw(String line) {
    console.out().print("\r" + line + "\u001b[K");
    console.out().flush();
  }

  private synchronized void wipe() {
    if (console.terminal()) {
      console.out().print("\r\u001b[K");
      console.out().flush();
    }
  }

  /** What stands in the bar's line. */
  static final class BarText {
    private static final int LEAST_BAR = 5;
    private static final int MOST_BAR = 30;

    private final int epochs;
    private volatile TrainingProgress latest;

    BarText(int epochs) {
      this.epochs = epochs;
    }

    void show(TrainingProgress progress) {
      latest = progress;
    }

    /** The bar takes what the words leave; where that is too little, the words are cut. */
    String line(double done, Duration elapsed, int width) {
      TrainingProgress progress = latest;
      if (progress == null) {
        return "";
      }
      String words =
          Messages.get(
              "train.bar",
              progress.epoch(),
              epochs,
              String.format(Locale.ROOT, "%3.0f", 100 * done),
              String.format(Locale.ROOT, "%.4f", progress.loss()),
              String.format(Locale.ROOT, "%,.0f", progress.imagesPerSecond()),
              left(done, elapsed));
      int room = Math.min(MOST_BAR, width - TextWidth.of(words) - 1);
      return TextWidth.cut(room < LEAST_BAR ? words : bar(done, room) + " " + words, width);
    }

    private static String bar(double done, int columns) {
      int full = (int) Math.round(Math.max(0, Math.min(1, done)) * columns);
      return "█".repeat(full) + "░".repeat(columns - full);
    }

    private static String left(double done, Duration elapsed) {
      if (done <= 0) {
        return "?";
      }
      long seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - done) / done);
      return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
  }
}
