package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetFinder;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.ImageSet;
import org.gradientkata.datasets.Progress;
import org.gradientkata.datasets.SyntheticDigits;
import org.gradientkata.labs.ActivationChoice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthLabTest {
  private static final List<DepthLab.Setting> ONE =
      List.of(new DepthLab.Setting(List.of(8), ActivationChoice.RELU, InitialValue.gaussian(0.01)));

  /**
   * Bands: measured in NumPy with 6 to 12 seeds (the curriculum's figures), a hundredth wider at
   * each end: other random numbers.
   */
  @Test
  @DisplayName("on MNIST the five networks of document 004 end where NumPy's did")
  void shouldEndInBands() throws Exception {
    assumeTrue(
        new DatasetFinder().onDisk(ImageSet.MNIST).isPresent(),
        "MNIST is not on this machine: run ./kata train once, or name its folder in KATA_DATA");
    DepthLab lab =
        new DepthLab(
            () -> Datasets.load(ImageSet.MNIST, Progress.NONE), DepthLab.standard(), 2000, 0.1, 1);

    LabReport report = run(lab, Locale.ENGLISH);

    JsonNode figures = report.figures();
    assertThat(end(figures, "40 sigmoid 0.01")).isBetween(0.89, 0.92);
    assertThat(end(figures, "40-20 sigmoid 0.01")).isBetween(0.08, 0.13);
    assertThat(end(figures, "40-20 sigmoid xavier")).isBetween(0.86, 0.90);
    assertThat(end(figures, "40-20 relu 0.01")).isBetween(0.87, 0.95);
    assertThat(end(figures, "40-20 relu he")).isBetween(0.93, 0.97);
    assertThat(Reports.words(report)).contains("plateau, not death").doesNotContain("SYNTHETIC");
  }

  @ParameterizedTest
  @CsvSource({"en, SYNTHETIC DIGITS", "ja, MNIST ではありません"})
  @DisplayName("synthetic digits are called so in both languages, without MNIST's figures")
  void shouldSayThatDigitsAreSynthetic(String language, String words) {
    LabReport report = run(lab(ONE, 20, 1), Locale.forLanguageTag(language));

    assertThat(Reports.words(report))
        .contains(words, "[8] ReLU, N(0, 0.01²)")
        .doesNotContain("0.91", "{0}", "{1}", "{4}");
    assertThat(report.figures().get("8 relu 0.01").get("sampleAccuracies")).hasSize(2);
    assertThat(report.data().get(0).rows()).hasSize(2);
  }

  @Test
  @DisplayName("any number of plots is drawn, row by row")
  void shouldDrawAnyNumberOfPlots() throws Exception {
    LabReport report = run(lab(DepthLab.standard(), 10, 1), Locale.ENGLISH);

    assertThat(Reports.plot(report).charts()).hasSize(5);
    assertThat(Reports.plot(report).png()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(new String(Reports.plot(report).svg(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("<svg");
  }

  @Test
  @DisplayName("the same seed gives the same figures, another seed others")
  void shouldGiveSameFiguresForSameSeed() {
    JsonNode once = run(lab(ONE, 20, 1), Locale.ENGLISH).figures();

    assertThat(run(lab(ONE, 20, 1), Locale.JAPANESE).figures()).isEqualTo(once);
    assertThat(run(lab(ONE, 20, 2), Locale.ENGLISH).figures()).isNotEqualTo(once);
  }

  @Test
  @DisplayName("images that can't be had are no fault of the kit")
  void shouldPassOnMissingImages() {
    ImageSource none = () -> Datasets.load(ImageSet.FASHION_MNIST, Progress.NONE);
    DepthLab lab = new DepthLab(none, ONE, 10, 0.1, 1);
    String before = System.getProperty("kata.data");
    System.setProperty("kata.data", "no-such-folder");
    try {
      assertThatThrownBy(() -> run(lab, Locale.ENGLISH))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("no-such-folder");
    } finally {
      if (before == null) {
        System.clearProperty("kata.data");
      } else {
        System.setProperty("kata.data", before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 0.1, iterations is 9", "10, 0, learningRate is 0.0"})
  @DisplayName("parameters out of range are refused with name and value")
  void shouldRefuseParametersOutOfRange(int iterations, double rate, String message) {
    assertThatThrownBy(() -> new DepthLab(() -> digits(), ONE, iterations, rate, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static double end(JsonNode figures, String network) {
    return figures.get(network).get("testAccuracy").doubleValue();
  }

  private static DepthLab lab(List<DepthLab.Setting> settings, int iterations, long seed) {
    return new DepthLab(DepthLabTest::digits, settings, iterations, 0.1, seed);
  }

  private static Dataset digits() {
    return new Dataset(
        "drawn", SyntheticDigits.generate(200, 1), SyntheticDigits.generate(50, 2), "", true, "");
  }

  private static LabReport run(DepthLab lab, Locale language) {
    return lab.run(LabTexts.in(language), LabProgress.NONE);
  }
}
