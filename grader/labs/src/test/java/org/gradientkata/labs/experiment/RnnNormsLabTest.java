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

/** Expected figures: printed by document 001's program (NumPy). */
class RnnNormsLabTest {
  private static final RnnNormsLab STANDARD = new RnnNormsLab(20, 0.5);

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  @DisplayName("both sequences come out digit by digit as the document prints them")
  void shouldPrintSequencesOfDocument(String language) {
    String words = Reports.words(run(STANDARD, Locale.forLanguageTag(language)));

    assertThat(words)
        .contains(
            "2.47 3.34 4.78 6.28 8.08 10.25 12.94 16.28 20.45 25.69 32.25 40.49 50.82 63.8 80.08"
                + " 100.51 126.16 158.36 198.77 249.5",
            "1.23 0.83 0.6 0.39 0.25 0.16 0.1 0.06 0.04 0.03 0.02 0.01 0.01 0 0 0 0 0 0 0")
        .doesNotContain("{0}", "{1}", "{2}", "{3}", "{4}");
  }

  @Test
  @DisplayName("the growth follows the spectral radius 1.2552, not the singular value 2.66")
  void shouldFollowSpectralRadius() {
    JsonNode figures = run(STANDARD, Locale.ENGLISH).figures();

    // Half a unit of the last printed digit.
    assertThat(figures.get("spectralRadius").doubleValue()).isCloseTo(1.2552, within(5e-5));
    assertThat(figures.get("largestSingularValue").doubleValue()).isCloseTo(2.66, within(5e-3));
    double last = figures.get("norms").get(19).doubleValue();
    assertThat(last / figures.get("norms").get(18).doubleValue()).isCloseTo(1.2552, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.5, so it vanishes", "0.9, so it explodes", "0.79668, so it keeps its size"})
  @DisplayName("the words follow the scale")
  void shouldFollowScale(double scale, String words) {
    assertThat(Reports.words(run(new RnnNormsLab(20, scale), Locale.ENGLISH))).contains(words);
  }

  @Test
  @DisplayName("a norm beyond all numbers is shown as such, and plotted no further")
  void shouldShowOverflow() throws Exception {
    LabReport report = run(new RnnNormsLab(4000, 2), Locale.ENGLISH);

    assertThat(report.figures().get("norms").get(3999).isNull()).isTrue();
    assertThat(Reports.words(report)).contains(" inf");
    assertThat(Reports.plot(report).png()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, steps is 1", "20, -1, scale is -1.0"})
  @DisplayName("parameters out of range are refused with name and value")
  void shouldRefuseParametersOutOfRange(int steps, double scale, String message) {
    assertThatThrownBy(() -> new RnnNormsLab(steps, scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static LabReport run(RnnNormsLab lab, Locale language) {
    return lab.run(LabTexts.in(language), LabProgress.NONE);
  }
}
