package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures: the documents' own (σ′ peaks at 0.25, about 0.105 two off zero). */
class ActivationsLabTest {
  private static final ActivationsLab STANDARD = new ActivationsLab(-6, 6, 0.1);

  @ParameterizedTest
  @CsvSource({"sigmoid, 0.25", "tanh, 1", "relu, 1", "leaky-relu, 1"})
  @DisplayName("the largest derivative is the one that the documents name")
  void shouldFindLargestDerivative(String name, double largest) {
    JsonNode figures = run(STANDARD, Locale.ENGLISH).figures();

    assertThat(figures.get(name).get("largestDerivative").doubleValue())
        .isCloseTo(largest, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"en, 0.25 at best", "ja, 最大でも 0.25"})
  @DisplayName("both languages tell how the sigmoid shrinks a gradient")
  void shouldTellHowSigmoidShrinksGradient(String language, String words) {
    LabReport report = run(STANDARD, Locale.forLanguageTag(language));

    assertThat(Reports.words(report)).contains(words).contains("0.105").doesNotContain("{0}");
    assertThat(Reports.rows(report, 0).get(0).subList(0, 3))
        .isEqualTo(List.of("Sigmoid", "0.006648", "0.105"));
  }

  @Test
  @DisplayName("the slope of Leaky ReLU is its derivative below 0")
  void shouldUseSlope() {
    LabReport report = run(new ActivationsLab(-6, 6, 0.3), Locale.ENGLISH);

    assertThat(Reports.rows(report, 0).get(3).subList(0, 3))
        .isEqualTo(List.of("Leaky ReLU", "0.3", "0.3"));
  }

  @ParameterizedTest
  @CsvSource({"6, -6, 0.1, from is 6.0", "NaN, 6, 0.1, from is NaN", "-6, 6, 2, slope is 2.0"})
  @DisplayName("parameters out of range are refused with name and value")
  void shouldRefuseParametersOutOfRange(double from, double to, double slope, String message) {
    assertThatThrownBy(() -> new ActivationsLab(from, to, slope))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static LabReport run(ActivationsLab lab, Locale language) {
    return lab.run(LabTexts.in(language), LabProgress.NONE);
  }
}
