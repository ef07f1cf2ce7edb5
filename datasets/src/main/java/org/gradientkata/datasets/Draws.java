package org.gradientkata.datasets;

import java.util.SplittableRandom;

/**
 * The random numbers of one synthetic image.
 *
 * <p>Everything is derived from {@link SplittableRandom#nextLong()} and exact arithmetic: the
 * distributions of the JDK may be reimplemented from one release to the next, and the same seed has
 * to give the same bytes on every one of them.
 */
final class Draws {

  private static final double UNIT = 0x1.0p-53;

  /** Multiplier of the golden-ratio sequence, which spreads neighbouring indices far apart. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  /**
   * Creates the stream that belongs to one index under one seed.
   *
   * @param seed the seed of the whole set
   * @param index which image (or group of images) of the set
   */
  Draws(long seed, long index) {
    random = new SplittableRandom(mixed(mixed(seed) + (index + 1) * GOLDEN));
  }

  /** SplitMix64's finisher: without it seeds 1 and 2 would give shifted copies of one stream. */
  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * ((random.nextLong() >>> 11) * UNIT);
  }

  /** Uniform in 0 … bound − 1. */
  int below(int bound) {
    return (int) between(0, bound);
  }

  /**
   * Bell-shaped with the given standard deviation, never further than 2√3 of them from zero.
   *
   * <p>The sum of four uniforms: an unbounded normal would now and then draw something that no one
   * would call a digit.
   */
  double bell(double standardDeviation) {
    double sum = between(-1, 1) + between(-1, 1) + between(-1, 1) + between(-1, 1);
    return sum * standardDeviation * 0.8660254037844386;
  }
}
