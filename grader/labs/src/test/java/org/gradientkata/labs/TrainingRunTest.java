package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.datasets.Dataset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrainingRunTest {

  @Test
  @DisplayName("a small run on drawn digits learns")
  void shouldLearnWhenRunOnDrawnDigits() {
    TrainingResult result = Samples.run(Samples.options(8, 0.2, 1), Samples.digits(3_000, 500));

    assertThat(result.testAccuracy()).isGreaterThan(0.8);
    assertThat(result.epochs()).hasSize(8);
    assertThat(result.epochs().get(7).loss()).isLessThan(result.epochs().get(0).loss());
    assertThat(result.parameters()).isEqualTo(784 * 20 + 20 + 20 * 10 + 10);
    assertThat(result.exploded()).isFalse();
  }

  @Test
  @DisplayName("the same seed gives the same weights bit by bit, another seed others")
  void shouldGiveSameWeightsWhenSeedIsTheSame() {
    Dataset digits = Samples.digits(300, 50);

    String first = Samples.run(Samples.options(2, 0.1, 5), digits).weightsSha256();
    String again = Samples.run(Samples.options(2, 0.1, 5), digits).weightsSha256();
    String other = Samples.run(Samples.options(2, 0.1, 6), digits).weightsSha256();

    assertThat(again).isEqualTo(first).hasSize(64);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  @DisplayName("the listener hears of every image once an epoch, and of every epoch")
  void shouldReportAllImagesAndEpochs() {
    List<TrainingProgress> heard = new ArrayList<>();
    List<Integer> epochs = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void advanced(TrainingProgress progress) {
            heard.add(progress);
          }

          @Override
          public void epochEnded(EpochResult epoch) {
            epochs.add(epoch.epoch());
          }
        };

    new TrainingRun(Samples.options(3, 0.1, 1), Samples.digits(1_230, 50), listener).run();

    TrainingProgress last = heard.get(heard.size() - 1);
    assertThat(last.imagesSeen()).isEqualTo(3 * 1_230).isEqualTo(last.imagesInAll());
    assertThat(epochs).containsExactly(1, 2, 3);
  }

  @Test
  @DisplayName("a run ends when the loss is no longer a finite number")
  void shouldStopWhenGradientsExplode() {
    TrainingResult result = Samples.run(Samples.options(50, 1e200, 1), Samples.digits(300, 50));

    assertThat(result.exploded()).isTrue();
    assertThat(result.epochs()).hasSizeLessThan(50);
  }

  @Test
  @DisplayName("a mini-batch larger than the training set is refused")
  void shouldRefuseBatchLargerThanTrainingSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.run(Samples.options(1, 0.1, 1), Samples.digits(40, 10)))
        .withMessage("batchSize is 50, expected at most the number of training images, 40");
  }

  @Test
  @DisplayName("a rehearsal needs no data and any batch size")
  void shouldRehearseWithoutData() {
    TrainingRun.rehearse(TrainingOptions.standard());
  }
}
