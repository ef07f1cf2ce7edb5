package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bands: the same training in NumPy with 12 seeds. */
class ClipLabTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("without clipping the run explodes, with it the same network learns")
  void shouldLearnOnlyWithClipping(long seed) {
    LabReport report = run(ClipLab.standard(seed), Locale.ENGLISH);

    JsonNode figures = report.figures();
    // Always saying 0 costs 0.5.
    assertThat(figures.get("clipped").get("lastLoss").doubleValue()).isLessThan(0.4);
    assertThat(numberOrInfinity(figures.get("unclipped").get("lastLoss"))).isGreaterThan(0.4);
    assertThat(numberOrInfinity(figures.get("unclipped").get("largestNorm"))).isGreaterThan(100);
    assertThat(Reports.words(report)).contains("the direction of the gradient stays");
  }

  @Test
  @DisplayName("a limit that is never reached changes nothing, and the words say so")
  void shouldChangeNothingWithHugeLimit() {
    LabReport report = run(new ClipLab(5, 200, 0.5, 0.01, 1e9, 1), Locale.ENGLISH);

    assertThat(report.figures().get("clipped")).isEqualTo(report.figures().get("unclipped"));
    assertThat(Reports.words(report)).contains("don't part");
  }

  @Test
  @DisplayName("the same seed gives the same figures in both languages, another seed others")
  void shouldGiveSameFiguresForSameSeed() {
    LabReport japanese = run(new ClipLab(5, 100, 1, 0.1, 1, 1), Locale.JAPANESE);
    LabReport english = run(new ClipLab(5, 100, 1, 0.1, 1, 1), Locale.ENGLISH);

    assertThat(english.figures()).isEqualTo(japanese.figures());
    assertThat(run(new ClipLab(5, 100, 1, 0.1, 1, 2), Locale.ENGLISH).figures())
        .isNotEqualTo(english.figures());
    assertThat(Reports.words(japanese)).contains("クリッピング").doesNotContain("{0}", "{4}");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100, 1, 0.1, 1, steps is 1",
    "5, 99, 1, 0.1, 1, iterations is 99",
    "5, 100, -1, 0.1, 1, gain is -1.0",
    "5, 100, 1, 0, 1, learningRate is 0.0",
    "5, 100, 1, 0.1, 0, maxNorm is 0.0"
  })
  @DisplayName("parameters out of range are refused with name and value")
  void shouldRefuseParametersOutOfRange(
      int steps, int iterations, double gain, double rate, double maxNorm, String message) {
    assertThatThrownBy(() -> new ClipLab(steps, iterations, gain, rate, maxNorm, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static double numberOrInfinity(JsonNode figure) {
    return figure.isNull() ? Double.POSITIVE_INFINITY : figure.doubleValue();
  }

  private static LabReport run(ClipLab lab, Locale language) {
    return lab.run(LabTexts.in(language), LabProgress.NONE);
  }
}
