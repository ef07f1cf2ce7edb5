package org.gradientkata.datasets;

import java.nio.file.Path;

/**
 * Reads the IDX files in which MNIST is published, raw or gzipped (told apart by their first bytes,
 * not by their names).
 */
public final class IdxReader {

  private IdxReader() {}

  /**
   * Reads images and their labels.
   *
   * @param images an IDX file of images: magic number 0x00000803, count, rows, columns, pixels
   * @param labels an IDX file of as many labels: magic number 0x00000801, count, labels 0 to 9
   * @return the images, held in memory
   * @throws DatasetException if a file is missing, unreadable, truncated, longer than its header
   *     says, of another format, damaged as a gzip file, announces implausible sizes, holds a label
   *     above 9, or if the counts differ
   */
  public static LabeledImages read(Path images, Path labels) throws DatasetException {
    return joined(IdxFile.read(images, true), IdxFile.read(labels, false));
  }

  /** Puts two files that were read together; they must have the same count and labels 0 to 9. */
  static LabeledImages joined(IdxFile images, IdxFile labels) throws DatasetException {
    if (images.count() != labels.count()) {
      throw new DatasetException(
          Problem.COUNT_MISMATCH,
          null,
          images.path(),
          images.count(),
          labels.path(),
          labels.count());
    }
    int bad = LabeledImages.firstBadLabel(labels.data());
    if (bad >= 0) {
      int value = Byte.toUnsignedInt(labels.data()[bad]);
      throw new DatasetException(Problem.LABEL_ABOVE_NINE, null, labels.path(), value, bad);
    }
    return new LabeledImages(images.rows(), images.columns(), images.data(), labels.data());
  }
}
