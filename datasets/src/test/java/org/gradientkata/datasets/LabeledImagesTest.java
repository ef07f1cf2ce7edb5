package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.SetSystemProperty;

@SetSystemProperty(key = "kata.lang", value = "en")
@DisplayName("Labelled images")
class LabeledImagesTest {

  private final byte[] pixels = {0, 1, (byte) 128, (byte) 255, 10, 20};
  private final byte[] classes = {4, 0, 9};
  private final LabeledImages images = new LabeledImages(1, 2, pixels, classes);

  @Test
  @DisplayName("give a batch in the asked order, unsigned and divided by 255")
  void batchIsScaledAndOrdered() {
    DMatrixRMaj X = new DMatrixRMaj(7, 7);

    images.batch(new int[] {2, 1, 1}, X);

    assertThat(X.numRows).isEqualTo(3);
    assertThat(X.numCols).isEqualTo(2);
    double[] expected = {10 / 255.0, 20 / 255.0, 128 / 255.0, 1, 128 / 255.0, 1};
    for (int i = 0; i < expected.length; i++) {
      assertThat(X.data[i]).isEqualTo(expected[i]);
    }
  }

  @Test
  @DisplayName("give some pixels of a batch and leave the others alone")
  void somePixelsOfBatch() {
    DMatrixRMaj X = new DMatrixRMaj(3, 2);
    X.fill(7);

    images.batchColumns(new int[] {2, 1, 0}, 1, 2, X);

    assertThat(X.data).containsExactly(7, 20 / 255.0, 7, 1, 7, 1 / 255.0);
  }

  @Test
  @DisplayName("give a batch of no rows for no indices")
  void batchMayBeEmpty() {
    DMatrixRMaj X = new DMatrixRMaj(1, 1);

    images.batch(new int[0], X);

    assertThat(X.numRows).isZero();
    assertThat(X.numCols).isEqualTo(2);
  }

  @Test
  @DisplayName("leave their bytes alone when a batch is taken")
  void batchDoesNotModify() {
    byte[] before = pixels.clone();

    images.batch(new int[] {0, 1, 2}, new DMatrixRMaj(1, 1));

    assertThat(pixels).isEqualTo(before);
  }

  @Test
  @DisplayName("give the labels of the asked images")
  void labelsFollowTheIndices() {
    int[] into = {-1, -1, -1};

    images.labels(new int[] {2, 0}, into);

    assertThat(into).containsExactly(9, 4, -1);
    assertThat(images.labels(new int[] {1, 2})).containsExactly(0, 9);
  }

  @Test
  @DisplayName("name an index outside of the set")
  void indexOutsideIsAnError() {
    DMatrixRMaj X = new DMatrixRMaj(1, 1);

    assertThatThrownBy(() -> images.batch(new int[] {3}, X))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContainingAll("image 3", "below 3");
    assertThatThrownBy(() -> images.labels(new int[] {-1}))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("image -1");
  }

  @Test
  @DisplayName("give their first n images as a set of its own")
  void firstIsAPrefix() {
    LabeledImages first = images.first(2);

    assertThat(first)
        .isEqualTo(
            new LabeledImages(1, 2, new byte[] {0, 1, (byte) 128, (byte) 255}, new byte[] {4, 0}));
    assertThat(images.first(0).count()).isZero();
    assertThatThrownBy(() -> images.first(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("4", "0 to 3");
  }

  @Test
  @DisplayName("refuse numbers of pixels, sizes and labels that don't fit")
  void constructorChecks() {
    assertThatThrownBy(() -> new LabeledImages(1, 2, new byte[5], classes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("5 pixels", "expected 6");
    assertThatThrownBy(() -> new LabeledImages(0, 2, new byte[0], classes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0x2");
    assertThatThrownBy(() -> new LabeledImages(1, 2, pixels, new byte[] {1, 2, 10}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("label 10 at index 2");
    assertThatThrownBy(() -> new LabeledImages(1, 2, pixels, new byte[] {1, -1, 2}))
        .hasMessageContaining("label 255 at index 1");
  }
}
