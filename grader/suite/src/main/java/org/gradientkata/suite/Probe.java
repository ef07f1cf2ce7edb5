package org.gradientkata.suite;

import java.util.List;
import java.util.function.Function;
import org.gradientkata.contract.RandomSource;

/**
 * Turns what one method of an answer does into numbers, so that they can be compared with those of
 * its known-wrong twins.
 *
 * @param tolerance how far two equal answers may be apart, relative to the larger number (and
 *     absolutely below 1)
 * @param numbers the numbers for seeded inputs; for a method that draws random numbers, statistics
 */
public record Probe(double tolerance, Function<RandomSource, double[]> numbers) {
  /** Rounding differs between two right ways of computing, by no more than this. */
  private static final double ROUNDING = 1e-9;

  /**
   * A probe of a method that computes.
   *
   * @param numbers what it computes for seeded inputs
   * @return the probe
   */
  public static Probe exact(Function<RandomSource, double[]> numbers) {
    return new Probe(ROUNDING, numbers);
  }

  /**
   * A probe of a method that draws random numbers.
   *
   * @param tolerance how far the statistics of two equal answers may be apart, relative
   * @param numbers the statistics
   * @return the probe
   */
  public static Probe statistics(double tolerance, Function<RandomSource, double[]> numbers) {
    return new Probe(tolerance, numbers);
  }

  /**
   * Whether the numbers follow from the inputs alone, so that all right answers give the same.
   *
   * @return false for statistics of random numbers
   */
  public boolean isExact() {
    return tolerance == ROUNDING;
  }

  /**
   * Whether two answers gave the same numbers.
   *
   * @param a numbers of the one, for each seed
   * @param b numbers of the other, for the same seeds
   * @return true if they agree within the tolerance; NaN agrees with NaN
   */
  public boolean agree(List<double[]> a, List<double[]> b) {
    for (int run = 0; run < a.size(); run++) {
      if (!agree(a.get(run), b.get(run))) {
        return false;
      }
    }
    return true;
  }

  private boolean agree(double[] a, double[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      double scale = Math.max(1, Math.max(Math.abs(a[i]), Math.abs(b[i])));
      boolean close = Double.isFinite(scale) && Math.abs(a[i] - b[i]) <= tolerance * scale;
      boolean same = close || Double.compare(a[i], b[i]) == 0;
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
