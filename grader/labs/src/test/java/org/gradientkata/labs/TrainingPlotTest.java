package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrainingPlotTest {
  private static final List<EpochResult> TWO =
      List.of(new EpochResult(1, 0.5, 0.9, 0.8, 1), new EpochResult(2, 0.3, 0.95, 0.85, 1));

  @Test
  @DisplayName(
      "the plot is a PNG with both charts, loss in red on the left, test in blue on the right")
  void shouldDrawBothCharts() throws IOException {
    BufferedImage image = draw(new TrainingPlot(TrainingPlot.Labels.english()), TWO);

    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(480);
    assertThat(has(image, 0, 640, 0xB33A3A)).isTrue();
    assertThat(has(image, 640, 1280, 0x1F5FA8)).isTrue();
    assertThat(has(image, 640, 1280, 0xB33A3A)).isFalse();
  }

  @Test
  @DisplayName("an epoch whose loss is no number is left out")
  void shouldDrawWhenLossIsNoNumber() throws IOException {
    List<EpochResult> nothing = List.of(new EpochResult(1, Double.NaN, 0.1, 0.1, 1));

    BufferedImage image = draw(new TrainingPlot(TrainingPlot.Labels.english()), nothing);

    assertThat(has(image, 0, 640, 0xB33A3A)).isFalse();
  }

  @Test
  @DisplayName("letters that no font has don't keep the plot from being drawn")
  void shouldFallBackToEnglishWhenNoFontHasTheLetters() throws IOException {
    String unassigned = new String(Character.toChars(0x10FFFE));
    TrainingPlot plot =
        new TrainingPlot(
            new TrainingPlot.Labels(unassigned, unassigned + 1, "a", unassigned + 2, "b"));

    assertThat(draw(plot, TWO).getWidth()).isEqualTo(1280);
  }

  @Test
  @DisplayName("Japanese labels can be drawn or are replaced")
  void shouldDrawJapaneseLabels() throws IOException {
    TrainingPlot plot =
        new TrainingPlot(new TrainingPlot.Labels("エポック", "訓練時の損失", "正解率", "訓練画像", "テスト用画像"));

    assertThat(draw(plot, TWO).getWidth()).isEqualTo(1280);
  }

  private static BufferedImage draw(TrainingPlot plot, List<EpochResult> epochs)
      throws IOException {
    return ImageIO.read(new ByteArrayInputStream(plot.png(Samples.result(epochs))));
  }

  private static boolean has(BufferedImage image, int from, int to, int color) {
    for (int x = from; x < to; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == color) {
          return true;
        }
      }
    }
    return false;
  }
}
