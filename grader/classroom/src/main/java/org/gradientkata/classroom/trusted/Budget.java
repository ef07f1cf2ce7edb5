package org.gradientkata.classroom.trusted;

import java.time.Duration;

/**
 * What a submission has used up so far, over all of its workers and both of its runs: many tests
 * that each stay within their limit are still too much together.
 */
final class Budget {
  private final TrustedLimits limits;
  private final long startNanos = System.nanoTime();
  private Duration ended = Duration.ZERO;
  private Duration current = Duration.ZERO;
  private int worn;

  Budget(TrustedLimits limits) {
    this.limits = limits;
  }

  /** Whether another worker may be started. */
  synchronized boolean allowsWorker() {
    return !isUsedUp() && worn < limits.workers();
  }

  /** A worker had to be given up before its work was done. */
  synchronized void wear() {
    worn++;
  }

  /** Remembers what the worker has used; one that is gone no longer tells. */
  synchronized void see(Duration cpu) {
    current = cpu.compareTo(current) > 0 ? cpu : current;
  }

  /** The worker has ended, one way or another. */
  synchronized void end() {
    ended = ended.plus(current);
    current = Duration.ZERO;
  }

  /** Whether the rest is not run. */
  synchronized boolean isUsedUp() {
    return ended.plus(current).compareTo(limits.submissionCpu()) > 0
        || System.nanoTime() - startNanos > limits.submissionWall().toNanos();
  }
}
