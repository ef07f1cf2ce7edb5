package org.gradientkata.classroom.compile;

import java.time.Duration;

/**
 * What compiling a submission may cost.
 *
 * @param cpu processor time for one call of the compiler; whole submissions take a tenth of a
 *     second
 * @param wall time by the clock, for a compiler that waits
 * @param heapMegabytes memory of the compile process
 * @param deaths how many files of one submission may take the compiler down before the rest is not
 *     tried
 * @param classBytes size of all class files of a submission
 */
public record CompileLimits(
    Duration cpu, Duration wall, int heapMegabytes, int deaths, int classBytes) {

  /**
   * The usual limits.
   *
   * @return limits that no honest submission has met
   */
  public static CompileLimits usual() {
    return new CompileLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), 256, 3, 8 << 20);
  }
}
