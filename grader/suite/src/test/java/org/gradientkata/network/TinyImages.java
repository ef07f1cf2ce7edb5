package org.gradientkata.network;

import org.gradientkata.datasets.LabeledImages;

/** Images of a few pixels that tests of training can see through. */
final class TinyImages {
  private TinyImages() {}

  /** Images of 2x2 pixels whose first pixel is their number. */
  static LabeledImages numbered(int count) {
    byte[] pixels = new byte[4 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[4 * i] = (byte) i;
      labels[i] = (byte) (i % 4);
    }
    return new LabeledImages(2, 2, pixels, labels);
  }

  /** Images whose brightest pixel is that of their label for the first ones, of another after. */
  static LabeledImages firstRight(int count, int right) {
    byte[] pixels = new byte[4 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 4);
      int bright = i < right ? i % 4 : (i + 1) % 4;
      pixels[4 * i + bright] = (byte) 200;
    }
    return new LabeledImages(2, 2, pixels, labels);
  }
}
