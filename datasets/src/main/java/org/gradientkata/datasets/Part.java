package org.gradientkata.datasets;

/** One of the four files that MNIST and the sets of its format consist of. */
public enum Part {
  /** Images to train on. */
  TRAIN_IMAGES("train-images-idx3-ubyte", true, 60_000),
  /** Their classes. */
  TRAIN_LABELS("train-labels-idx1-ubyte", false, 60_000),
  /** Images to test with. */
  TEST_IMAGES("t10k-images-idx3-ubyte", true, 10_000),
  /** Their classes. */
  TEST_LABELS("t10k-labels-idx1-ubyte", false, 10_000);

  private final String fileName;
  private final boolean images;
  private final int count;

  Part(String fileName, boolean images, int count) {
    this.fileName = fileName;
    this.images = images;
    this.count = count;
  }

  /**
   * The name of the file when decompressed.
   *
   * @return the name, without {@code .gz}
   */
  public String fileName() {
    return fileName;
  }

  /**
   * The name under which mirrors offer the file and the cache keeps it.
   *
   * @return the name, with {@code .gz}
   */
  public String gzipName() {
    return fileName + ".gz";
  }

  /**
   * Whether the file holds images.
   *
   * @return true for images, false for labels
   */
  public boolean images() {
    return images;
  }

  /**
   * The size of the decompressed file as published.
   *
   * @return bytes, header included
   */
  public long length() {
    return images ? 16 + 784L * count : 8 + count;
  }
}
