package org.gradientkata.kata;

import java.time.Duration;

/** A bar over the submissions of a batch, with the time that is left. */
final class GradeBar implements AutoCloseable {
  private final LiveBar bar;
  private volatile int done;
  private volatile int all;

  GradeBar(Console console) {
    this.bar = new LiveBar(console, this::line);
  }

  /** One more submission is finished. */
  synchronized void finished(int now, int of, String name) {
    done = Math.max(done, now);
    all = of;
    bar.stepTo(done, all);
  }

  @Override
  public void close() {
    bar.close();
  }

  private String line(double share, Duration elapsed, int width) {
    String words = Messages.get("grade.bar", done, all, LiveBar.left(share, elapsed));
    return LiveBar.beside(words, share, width);
  }
}
