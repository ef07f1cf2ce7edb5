package org.gradientkata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the random source")
class RandomSourceTest {

  @Test
  @DisplayName("is SplitMix64")
  void isSplitMix64() {
    RandomSource random = new RandomSource(1234567);

    // The published test vector of SplitMix64 for seed 1234567 (Vigna's splitmix64.c).
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  @DisplayName("continues from the state that was read back")
  void continuesFromItsState() {
    RandomSource random = new RandomSource(5);
    random.nextGaussian();

    RandomSource continued = new RandomSource(random.state());

    for (int i = 0; i < 10; i++) {
      assertThat(continued.nextGaussian()).isEqualTo(random.nextGaussian());
    }
  }

  @Test
  @DisplayName("draws normal numbers of mean 0 and variance 1")
  void drawsNormalNumbers() {
    RandomSource random = new RandomSource(8);
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = random.nextGaussian();
      sum += x;
      squares += x * x;
    }

    // Five standard errors: 1/√n for the mean, √(2/n) for the variance.
    assertThat(sum / n).isBetween(-5 / Math.sqrt(n), 5 / Math.sqrt(n));
    assertThat(squares / n - 1).isBetween(-5 * Math.sqrt(2.0 / n), 5 * Math.sqrt(2.0 / n));
  }
}
