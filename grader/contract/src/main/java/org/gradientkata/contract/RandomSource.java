package org.gradientkata.contract;

import java.util.random.RandomGenerator;

/**
 * A seeded source of random numbers whose whole state is one {@code long} that can be read back.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
 * generators"). {@link #nextDouble()} is uniform in [0, 1), {@link #nextGaussian()} is N(0, 1),
 * {@link #nextInt(int)} is uniform in [0, bound).
 */
public final class RandomSource implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /**
   * A source that gives the same numbers for the same seed.
   *
   * @param seed any number
   */
  public RandomSource(long seed) {
    this.state = seed;
  }

  /**
   * The state: {@code new RandomSource(state())} continues exactly here.
   *
   * @return the whole state
   */
  public long state() {
    return state;
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
