package org.gradientkata.datasets;

import java.time.Duration;

/**
 * How long a download may take and how often it is tried.
 *
 * @param connect longest time until a server accepts a connection
 * @param silence longest time without a byte
 * @param total longest time for all files of a set, attempts and pauses included
 * @param rounds how often the list of mirrors is gone through
 * @param pause time between the first two rounds; doubles each time
 */
record Limits(Duration connect, Duration silence, Duration total, int rounds, Duration pause) {

  /** For real mirrors: 34 MB at 60 KB/s still arrive in time. */
  static final Limits STANDARD =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          3,
          Duration.ofSeconds(1));
}
