package org.gradientkata.labs.experiment;

/**
 * When work has to come to an end.
 *
 * @param nanos by {@link System#nanoTime}
 * @param exists whether there is one at all
 */
record Deadline(long nanos, boolean exists) {
  /** Work may take as long as it takes. */
  static final Deadline NONE = new Deadline(0, false);

  static Deadline in(double seconds) {
    return new Deadline(System.nanoTime() + (long) (seconds * 1e9), true);
  }

  boolean isOver() {
    return exists && System.nanoTime() - nanos > 0;
  }
}
