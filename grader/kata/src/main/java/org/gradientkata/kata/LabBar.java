package org.gradientkata.kata;

import java.time.Duration;
import java.util.Locale;
import org.gradientkata.labs.experiment.LabProgress;

/** A bar for a lab that takes longer than two seconds. */
final class LabBar implements LabProgress, AutoCloseable {
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private final String lab;
  private final LiveBar bar;
  private final long start = System.nanoTime();

  LabBar(Console console, String lab) {
    this.lab = lab;
    this.bar = new LiveBar(console, (done, elapsed, width) -> line(done, width));
  }

  @Override
  public void advanced(long done, long all) {
    if (System.nanoTime() - start > PATIENCE_NANOS) {
      bar.stepTo(done, all);
    }
  }

  @Override
  public void close() {
    bar.close();
  }

  private String line(double done, int width) {
    // The bar's own clock began only when it was first drawn.
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    String percent = String.format(Locale.ROOT, "%3.0f", 100 * done);
    String words = Messages.get("lab.bar", lab, percent, LiveBar.left(done, elapsed));
    return LiveBar.beside(words, done, width);
  }
}
