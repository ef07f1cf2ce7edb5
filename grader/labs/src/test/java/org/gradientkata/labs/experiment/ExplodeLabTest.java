package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected figures: document 000's configuration in NumPy (the curriculum's figures). */
class ExplodeLabTest {
  private static final ExplodeLab STANDARD = new ExplodeLab(1, 8, 0.01, 0.01, 1);

  /** Half a unit of the fourth digit, for figures printed with four. */
  private static final Percentage FOUR_DIGITS = Percentage.withPercentage(0.05);

  /** Half a unit of the second digit, for figures printed with two. */
  private static final Percentage TWO_DIGITS = Percentage.withPercentage(5);

  @ParameterizedTest
  @CsvSource({
    "1, 6.321e6, 6.2e7",
    "2, -3.184e18, 4.0e24",
    "3, 1.740e57, 1.1e75",
    "4, -6.757e169, 2.4e226"
  })
  @DisplayName("the sign alternates and the exponent triples, as in the document")
  void shouldAlternateAndTriple(int step, double dW1, double loss) {
    JsonNode figures = run(STANDARD, Locale.ENGLISH).figures();

    assertThat(figures.get("dW1_00").get(step - 1).doubleValue()).isCloseTo(dW1, FOUR_DIGITS);
    assertThat(figures.get("losses").get(step - 1).doubleValue()).isCloseTo(loss, TWO_DIGITS);
  }

  @Test
  @DisplayName("in step 5 the numbers overflow, and the run ends")
  void shouldOverflowInStepFive() {
    JsonNode figures = run(STANDARD, Locale.ENGLISH).figures();

    assertThat(figures.get("overflowInStep").intValue()).isEqualTo(5);
    assertThat(figures.get("dW1_00")).hasSize(5);
    assertThat(figures.get("dW1_00").get(4).isNull()).isTrue();
    assertThat(figures.get("losses").get(4).isNull()).isTrue();
  }

  @Test
  @DisplayName("at learning rate 1e-7 nothing explodes")
  void shouldNotExplodeAtSmallLearningRate() {
    JsonNode losses =
        run(STANDARD, Locale.ENGLISH).figures().get("smallLearningRate").get("losses");

    assertThat(losses).hasSize(1000);
    assertThat(losses.get(0).doubleValue()).isCloseTo(6.2e7, TWO_DIGITS);
    for (int i = 1; i < losses.size(); i++) {
      assertThat(losses.get(i).doubleValue()).isLessThan(losses.get(i - 1).doubleValue());
    }
  }

  @Test
  @DisplayName("with learning rate 1e-7 as a parameter the words say that nothing overflows")
  void shouldSayThatNothingOverflows() {
    LabReport report = run(new ExplodeLab(1, 8, 1e-7, 0.01, 1), Locale.ENGLISH);

    assertThat(report.figures().has("overflowInStep")).isFalse();
    assertThat(Reports.words(report)).contains("nothing overflows within 8 steps");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("scaled inputs and He learn what a constant answer can't")
  void shouldLearnWithScaledInputsAndHe(long seed) {
    JsonNode remedy =
        run(new ExplodeLab(1, 1, 0.01, 0.01, seed), Locale.ENGLISH).figures().get("remedy");

    // 0.2436 is the least that a constant answer can reach.
    assertThat(remedy.get("lossAfter").doubleValue()).isLessThan(0.2436 / 2);
    assertThat(remedy.get("lossBefore").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"en, In step 5 the numbers are beyond 1.8e308", "ja, ステップ 5 で 1.8e308 を超え"})
  @DisplayName("both languages tell the cause and show the document's gradients")
  void shouldTellCauseInBothLanguages(String language, String cause) {
    String words = Reports.words(run(STANDARD, Locale.forLanguageTag(language)));

    assertThat(words)
        .contains(cause)
        .contains("+6.321e6", "-3.184e18", "+1.740e57", "-6.757e169")
        .doesNotContain("{0}", "{1}", "{2}", "{3}");
  }

  @Test
  @DisplayName("the same seed gives the same figures, another seed others")
  void shouldGiveSameFiguresForSameSeed() {
    JsonNode once = run(STANDARD, Locale.ENGLISH).figures();

    assertThat(run(STANDARD, Locale.JAPANESE).figures()).isEqualTo(once);
    assertThat(run(new ExplodeLab(1, 8, 0.01, 0.01, 2), Locale.ENGLISH).figures())
        .isNotEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 0.01, 0.01, scale is -1.0",
    "1, 0, 0.01, 0.01, steps is 0",
    "1, 1, NaN, 0.01, learningRate is NaN",
    "1, 1, 0.01, 1.5, slope is 1.5",
    "1, 1, 0.01, -0.1, slope is -0.1"
  })
  @DisplayName("parameters out of range are refused with name and value")
  void shouldRefuseParametersOutOfRange(
      double scale, int steps, double rate, double slope, String message) {
    assertThatThrownBy(() -> new ExplodeLab(scale, steps, rate, slope, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static LabReport run(ExplodeLab lab, Locale language) {
    return lab.run(LabTexts.in(language), LabProgress.NONE);
  }
}
