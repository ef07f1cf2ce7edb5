package org.gradientkata.kata;

import java.time.Duration;
import java.util.Locale;
import org.gradientkata.labs.EpochResult;
import org.gradientkata.labs.TrainingListener;
import org.gradientkata.labs.TrainingOptions;
import org.gradientkata.labs.TrainingProgress;

/** A line for each epoch; below them, in a terminal, the bar of the whole run. */
final class TrainingBar implements TrainingListener, AutoCloseable {
  private final int epochs;
  private final BarText text;
  private final LiveBar bar;

  TrainingBar(Console console, TrainingOptions options) {
    this.epochs = options.epochs();
    this.text = new BarText(epochs);
    this.bar = new LiveBar(console, text::line);
  }

  @Override
  public void advanced(TrainingProgress progress) {
    text.show(progress);
    bar.stepTo(progress.imagesSeen(), progress.imagesInAll());
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    int digits = String.valueOf(epochs).length();
    bar.print(
        Messages.get(
            "train.epoch",
            String.format("%" + digits + "d", epoch.epoch()),
            epochs,
            String.format(Locale.ROOT, "%.4f", epoch.loss()),
            String.format(Locale.ROOT, "%.4f", epoch.trainAccuracy()),
            String.format(Locale.ROOT, "%.4f", epoch.testAccuracy()),
            String.format(Locale.ROOT, "%.1f", epoch.seconds())));
  }

  @Override
  public void close() {
    bar.close();
  }

  /** What stands in the bar's line. */
  static final class BarText {
    private final int epochs;
    private volatile TrainingProgress latest;

    BarText(int epochs) {
      this.epochs = epochs;
    }

    void show(TrainingProgress progress) {
      latest = progress;
    }

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
              LiveBar.left(done, elapsed));
      return LiveBar.beside(words, done, width);
    }
  }
}
