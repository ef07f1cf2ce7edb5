package org.gradientkata.classroom.trusted;

import java.time.Duration;

/**
 * What answers may use up.
 *
 * @param testCpu processor time of the worker for one test, all callbacks included
 * @param testWall time by the clock for one test, for an answer that sleeps
 * @param heapMegabytes memory of the worker's heap
 * @param workers how many workers a submission may wear out before the rest of it is not run
 * @param submissionCpu processor time of all workers of a submission together
 * @param submissionWall time by the clock for a submission
 */
public record TrustedLimits(
    Duration testCpu,
    Duration testWall,
    int heapMegabytes,
    int workers,
    Duration submissionCpu,
    Duration submissionWall) {

  /**
   * The usual limits. The slowest test of the solutions takes two seconds.
   *
   * @return limits that no honest submission has met
   */
  public static TrustedLimits usual() {
    return new TrustedLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        1024,
        12,
        Duration.ofMinutes(3),
        Duration.ofMinutes(15));
  }
}
