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

  private static final double NANOS = 1e9;

  static Deadline in(double seconds) {
    return new Deadline(System.nanoTime() + (long) (seconds * NANOS), true);
  }

  /** Another one, so much before this. */
  Deadline earlier(double seconds) {
    return new Deadline(nanos - (long) (seconds * NANOS), exists);
  }

  /** What is left; negative when it is over, and infinite if there is none. */
  double seconds() {
    return exists ? (nanos - System.nanoTime()) / NANOS : Double.POSITIVE_INFINITY;
  }

  boolean isOver() {
    return exists && System.nanoTime() - nanos > 0;
  }

  /**
   * For work that can't be ended otherwise.
   *
   * @throws Over if it is over
   */
  void check() {
    if (isOver()) {
      throw new Over();
    }
  }

  /** Ends work in the midst of it; nobody sees it. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Over() {
      super("the deadline is over", null, false, false);
    }
  }
}
