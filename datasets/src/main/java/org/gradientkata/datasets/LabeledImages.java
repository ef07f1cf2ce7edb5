package org.gradientkata.datasets;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Grey images and their classes, kept as bytes: 47 MB for MNIST's training images, where doubles
 * would take 376.
 *
 * <p>The arrays are neither copied nor protected: whoever changes them changes the images.
 *
 * @param rows height of an image in pixels, at least 1
 * @param columns width of an image in pixels, at least 1
 * @param pixels image by image, row by row, unsigned: 0 is background, 255 is ink
 * @param labels the class of each image, 0 to 9
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString are written out below
public record LabeledImages(int rows, int columns, byte[] pixels, byte[] labels) {

  private static final int LARGEST_LABEL = 9;
  private static final double[] SCALED = new double[256];

  /** Bytes that a processor reads from memory together. */
  private static final int CACHE_LINE = 64;

  static {
    for (int value = 0; value < SCALED.length; value++) {
      SCALED[value] = value / 255.0;
    }
  }

  /**
   * Checks that the arrays fit together.
   *
   * @param rows height of an image in pixels, at least 1
   * @param columns width of an image in pixels, at least 1
   * @param pixels image by image, row by row, unsigned; not copied
   * @param labels the class of each image, 0 to 9; not copied
   * @throws IllegalArgumentException if rows or columns are not positive, if there are not exactly
   *     {@code labels.length × rows × columns} pixels, or if a label is above 9
   */
  public LabeledImages {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(Messages.text("IMAGE_SIZE", rows, columns));
    }
    long expected = (long) rows * columns * labels.length;
    if (pixels.length != expected) {
      throw new IllegalArgumentException(
          Messages.text("PIXEL_COUNT", pixels.length, expected, labels.length, rows, columns));
    }
    int bad = firstBadLabel(labels);
    if (bad >= 0) {
      throw new IllegalArgumentException(
          Messages.text("LABEL_VALUE", Byte.toUnsignedInt(labels[bad]), bad));
    }
  }

  /** The index of the first label above 9, or −1. */
  static int firstBadLabel(byte[] labels) {
    for (int i = 0; i < labels.length; i++) {
      if (Byte.toUnsignedInt(labels[i]) > LARGEST_LABEL) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The number of images.
   *
   * @return the number of images, 0 or more
   */
  public int count() {
    return labels.length;
  }

  /**
   * The number of pixels of one image: the number of columns of a batch.
   *
   * @return rows × columns
   */
  public int features() {
    return rows * columns;
  }

  /**
   * Takes a batch of images, scaled to [0, 1]: X[i, j] = pixel j of image indices[i] / 255.
   *
   * @param indices which images, in the order of the batch's rows; may repeat; not modified
   * @param X (indices.length × features) on return; reshaped and overwritten
   * @throws IndexOutOfBoundsException if an index is negative or not below {@link #count()}; X's
   *     values are then undefined
   */
  public void batch(int[] indices, DMatrixRMaj X) {
    X.reshape(indices.length, features());
    batchColumns(indices, 0, features(), X);
  }

  /**
   * Takes some of the pixels of a batch, so that several threads can take a batch together.
   *
   * @param indices which images, in the order of the batch's rows; not modified
   * @param fromPixel the first column
   * @param toPixel the column after the last
   * @param X (indices.length × features); of these columns the values are overwritten
   * @throws IndexOutOfBoundsException if an index is negative or not below {@link #count()}; the
   *     columns' values are then undefined
   */
  public void batchColumns(int[] indices, int fromPixel, int toPixel, DMatrixRMaj X) {
    int features = features();
    double[] into = X.data;
    // A pixel of each cache line first: so memory sends all images at once. Met one by one in the
    // second loop, each would be waited for, longer than it takes to scale it.
    for (int row = 0; row < indices.length; row++) {
      int image = checked(indices[row]) * features;
      for (int j = fromPixel; j < toPixel; j += CACHE_LINE) {
        into[row * features + j] = SCALED[pixels[image + j] & 0xFF];
      }
    }
    for (int row = 0; row < indices.length; row++) {
      int to = row * features + fromPixel;
      int from = indices[row] * features + fromPixel;
      for (int end = from + toPixel - fromPixel; from < end; from++, to++) {
        into[to] = SCALED[pixels[from] & 0xFF];
      }
    }
  }

  /**
   * Takes the labels of a batch.
   *
   * @param indices which images; not modified
   * @param into receives the label of image indices[i] at i; further elements keep their values
   * @throws IndexOutOfBoundsException if an index is negative or not below {@link #count()}, or if
   *     {@code into} is shorter than {@code indices}
   */
  public void labels(int[] indices, int[] into) {
    for (int i = 0; i < indices.length; i++) {
      into[i] = labels[checked(indices[i])];
    }
  }

  /**
   * Takes the labels of a batch.
   *
   * @param indices which images; not modified
   * @return a new array: the label of image indices[i] at i
   * @throws IndexOutOfBoundsException if an index is negative or not below {@link #count()}
   */
  public int[] labels(int[] indices) {
    int[] into = new int[indices.length];
    labels(indices, into);
    return into;
  }

  /**
   * The first n images, copied.
   *
   * @param n how many, from 0 to {@link #count()}
   * @return a set of n images
   * @throws IllegalArgumentException if n is negative or above {@link #count()}
   */
  public LabeledImages first(int n) {
    if (n < 0 || n > count()) {
      throw new IllegalArgumentException(Messages.text("FIRST_COUNT", n, count()));
    }
    return new LabeledImages(
        rows, columns, Arrays.copyOf(pixels, n * features()), Arrays.copyOf(labels, n));
  }

  private int checked(int index) {
    if (index < 0 || index >= labels.length) {
      throw new IndexOutOfBoundsException(Messages.text("IMAGE_INDEX", index, labels.length));
    }
    return index;
  }

  /**
   * Whether the other object holds the same images with the same labels.
   *
   * @param other any object or null
   * @return true if sizes, pixels and labels are equal
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof LabeledImages that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(pixels, that.pixels);
  }

  /**
   * A hash of sizes and labels; the pixels are left out, as 47 MB would take too long.
   *
   * @return the hash
   */
  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(labels);
  }

  /**
   * Count and size, such as {@code 60000 images of 28x28}.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return count() + " images of " + rows + "x" + columns;
  }
}
