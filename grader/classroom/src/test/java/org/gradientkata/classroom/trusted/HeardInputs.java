package org.gradientkata.classroom.trusted;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a listening answer has been asked. Public because that answer lies in another package. */
public final class HeardInputs {
  private static final Set<Double> HEARD = new ConcurrentSkipListSet<>();

  private HeardInputs() {}

  /**
   * Remembers a number.
   *
   * @param x what was asked for
   */
  public static void add(double x) {
    HEARD.add(x);
  }

  static Set<Double> all() {
    return HEARD;
  }
}
