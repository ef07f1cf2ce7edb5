package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected figures: document 000's configuration in NumPy (the curriculum's figures). */
class SaturateLabTest {
  private static final SaturateLab STANDARD = new SaturateLab(1, 100, 0.01, 1);

  @Test
  @DisplayName("the first layer's gradients are exactly 0 in every step")
  void shouldHaveGradientsOfExactlyZero() {
    JsonNode figures = run(STANDARD, Locale.ENGLISH).figures();

    for (String name : new String[] {"largest_dW1", "largest_db1"}) {
      assertThat(figures.get(name)).hasSize(100);
      figures.get(name).forEach(g -> assertThat(g.doubleValue()).as(name).isEqualTo(0.0));
    }
  }

  @Test
  @DisplayName("the output layer still learns: dW2[0,0] = 6.218, loss 31.5 to 0.2436")
  void shouldStillLearnInOutputLayer() {
    JsonNode figures = run(STANDARD, Locale.ENGLISH).figures();

    assertThat(figures.get("dW2_00").get(0).doubleValue()).isCloseTo(6.218, within(5e-4));
    assertThat(figures.get("losses").get(0).doubleValue()).isCloseTo(31.5, within(0.05));
    assertThat(figures.get("losses").get(99).doubleValue()).isCloseTo(0.2436, within(5e-5));
  }

  @Test
  @DisplayName("the output is the same for every row, in every step")
  void shouldSayTheSameToEveryRow() {
    OneHiddenLayer network =
        new OneHiddenLayer(
            Document000.withHidden(10), new org.gradientkata.activation.Sigmoid(), false, 0.01);

    Descent descent = Descent.run(network, 100, LabProgress.NONE);

    assertThat(descent.steps()).allSatisfy(step -> assertThat(step.spread()).isLessThan(1e-12));
  }

  @Test
  @DisplayName("with a sigmoid output and 100 hidden units all four gradients are exactly 0")
  void shouldHaveNoGradientAtAllWithSigmoidOutput() {
    JsonNode largest =
        run(STANDARD, Locale.ENGLISH).figures().get("sigmoidOutput").get("largestGradients");

    assertThat(largest).hasSize(4);
    largest.forEach(g -> assertThat(g.doubleValue()).isEqualTo(0.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("scaled inputs and Xavier learn what a constant answer can't")
  void shouldLearnWithScaledInputsAndXavier(long seed) {
    JsonNode remedy =
        run(new SaturateLab(1, 1, 0.01, seed), Locale.ENGLISH).figures().get("remedy");

    // 0.2436 is the least that a constant answer can reach.
    assertThat(remedy.get("lossAfter").doubleValue()).isLessThan(0.2436 / 2);
    assertThat(remedy.get("lossBefore").doubleValue()).isCloseTo(0.2436, within(5e-5));
  }

  @Test
  @DisplayName("small inputs bring the gradients back, and the words follow")
  void shouldHaveGradientsWithSmallInputs() {
    LabReport report = run(new SaturateLab(0.001, 3, 0.01, 1), Locale.ENGLISH);

    assertThat(report.figures().get("largest_dW1").get(0).doubleValue()).isPositive();
    assertThat(Reports.words(report)).doesNotContain("are exactly 0. A product");
  }

  @ParameterizedTest
  @CsvSource({"en, 500 of 500 derivatives are exactly 0", "ja, 500 個の導関数のうち 500 個がちょうど 0 です"})
  @DisplayName("both languages tell the cause")
  void shouldTellCauseInBothLanguages(String language, String cause) {
    LabReport report = run(STANDARD, Locale.forLanguageTag(language));

    assertThat(Reports.words(report)).contains(cause).contains("196.9").contains("0.2436");
    assertThat(Reports.words(report)).doesNotContain("{0}").doesNotContain("{1}");
  }

  @Test
  @DisplayName("the same seed gives the same figures, another seed others")
  void shouldGiveSameFiguresForSameSeed() {
    JsonNode once = run(STANDARD, Locale.ENGLISH).figures();

    assertThat(run(STANDARD, Locale.JAPANESE).figures()).isEqualTo(once);
    assertThat(run(new SaturateLab(1, 100, 0.01, 2), Locale.ENGLISH).figures()).isNotEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.01, scale is 0.0",
    "NaN, 1, 0.01, scale is NaN",
    "1, 0, 0.01, steps is 0",
    "1, 100001, 0.01, steps is 100001",
    "1, 1, 0, learningRate is 0.0",
    "1, 1, Infinity, learningRate is Infinity"
  })
  @DisplayName("parameters out of range are refused with name and value")
  void shouldRefuseParametersOutOfRange(double scale, int steps, double rate, String message) {
    assertThatThrownBy(() -> new SaturateLab(scale, steps, rate, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static LabReport run(SaturateLab lab, Locale language) {
    return lab.run(LabTexts.in(language), LabProgress.NONE);
  }
}
