package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.labs.ActivationChoice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Expected: what the variance of a sum of 100 products makes of each initial value. */
class InitLabTest {
  private static final int LAYERS = 5;
  private final LabReport standard = run(1, Locale.ENGLISH);
  private final JsonNode figures = standard.figures();

  @Test
  @DisplayName("with zeros all units say the same in every layer")
  void shouldSayTheSameWithZeros() {
    for (String activation : List.of("tanh", "sigmoid", "relu")) {
      figures
          .get(activation)
          .get("zeros")
          .get("std")
          .forEach(s -> assertThat(s.asDouble()).isZero());
    }
  }

  @Test
  @DisplayName("with N(0, 0.01²) tanh shrinks tenfold in each layer")
  void shouldShrinkTenfoldWithSmallGaussian() {
    // √100 · 0.01 = 0.1, and tanh is nearly the identity near 0.
    JsonNode std = figures.get("tanh").get("0.01").get("std");
    for (int layer = 1; layer < LAYERS; layer++) {
      double ratio = std.get(layer).asDouble() / std.get(layer - 1).asDouble();
      assertThat(ratio).isCloseTo(0.1, Percentage.withPercentage(10));
    }
  }

  @Test
  @DisplayName("with N(0, 1) sigmoid and tanh pile up at the ends of their ranges")
  void shouldPileUpWithLargeGaussian() {
    // Pre-activations of layer 1 are N(0, 10²): 65 % of them lie beyond σ's 0.01 (|u| > 4.6).
    assertThat(figures.get("sigmoid").get("1.0").get("stuck").get(0).asDouble())
        .isCloseTo(0.646, within(0.03));
    // |u| > 2.65 for tanh's 0.99.
    assertThat(figures.get("tanh").get("1.0").get("stuck").get(0).asDouble())
        .isCloseTo(0.791, within(0.03));
  }

  @Test
  @DisplayName("ReLU keeps its spread with He, loses √2 a layer with Xavier, grows with N(0, 1)")
  void shouldKeepSpreadOfReluWithHe() {
    JsonNode relu = figures.get("relu");
    double he = relu.get("he").get("std").get(LAYERS - 1).asDouble();
    double xavier = relu.get("xavier").get("std").get(LAYERS - 1).asDouble();

    // ReLU is homogeneous, and both start from the same random numbers: (√2)⁵ exactly.
    assertThat(he / xavier).isCloseTo(Math.pow(Math.sqrt(2), LAYERS), within(1e-9));
    assertThat(he).isBetween(0.4, 1.6);
    double large = relu.get("1.0").get("std").get(LAYERS - 1).asDouble();
    assertThat(large / xavier).isCloseTo(1e5, Percentage.withPercentage(1e-6));
  }

  @Test
  @DisplayName("every histogram counts every activation")
  void shouldCountEveryActivation() {
    LabReport.DataTable table = standard.data().get(0);
    int counts = table.header().indexOf("count");

    int sum = table.rows().stream().mapToInt(row -> (Integer) row.get(counts)).sum();

    assertThat(sum).isEqualTo(3 * 5 * LAYERS * 1000 * 100);
  }

  @Test
  @DisplayName("the words on all initial values appear only where all were drawn")
  void shouldExplainOnlyWhatWasDrawn() {
    InitLab one =
        new InitLab(List.of(ActivationChoice.RELU), List.of(InitialValue.he()), LAYERS, 1);

    String words = Reports.words(one.run(LabTexts.in(Locale.ENGLISH), LabProgress.NONE));

    assertThat(Reports.words(standard)).contains("grow about sevenfold", "Zeros:");
    assertThat(words).contains("He").doesNotContain("sevenfold", "Zeros:", "{0}");
  }

  @Test
  @DisplayName("the same seed gives the same figures in both languages, another seed others")
  void shouldGiveSameFiguresForSameSeed() {
    LabReport japanese = run(1, Locale.JAPANESE);

    assertThat(japanese.figures()).isEqualTo(figures);
    assertThat(run(2, Locale.ENGLISH).figures()).isNotEqualTo(figures);
    assertThat(Reports.words(japanese)).contains("ヒストグラム").doesNotContain("{0}", "{1}", "{2}");
  }

  @Test
  @DisplayName("activations without a bounded histogram are refused")
  void shouldRefuseOtherActivations() {
    assertThatThrownBy(
            () -> new InitLab(List.of(ActivationChoice.GCU), InitLab.standard(), LAYERS, 1))
        .hasMessageContaining("GCU");
    assertThatThrownBy(() -> new InitLab(InitLab.curves(), InitLab.standard(), 21, 1))
        .hasMessageStartingWith("layers is 21");
  }

  private static LabReport run(long seed, Locale language) {
    return new InitLab(InitLab.curves(), InitLab.standard(), LAYERS, seed)
        .run(LabTexts.in(language), LabProgress.NONE);
  }
}
