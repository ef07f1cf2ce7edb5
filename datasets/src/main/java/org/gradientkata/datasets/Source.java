package org.gradientkata.datasets;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a set is published and how its files are recognised.
 *
 * @param mirrors base addresses, each ending in {@code /}; the file's gzip name is appended
 * @param sums SHA-256 of each decompressed file, in lower-case hexadecimal
 */
record Source(List<URI> mirrors, Map<Part, String> sums) {

  /** Takes copies. */
  Source {
    mirrors = List.copyOf(mirrors);
    sums = Map.copyOf(sums);
  }

  static Source of(
      String trainImages,
      String trainLabels,
      String testImages,
      String testLabels,
      String... mirrors) {
    return new Source(
        List.of(mirrors).stream().map(URI::create).toList(),
        Map.of(
            Part.TRAIN_IMAGES, trainImages,
            Part.TRAIN_LABELS, trainLabels,
            Part.TEST_IMAGES, testImages,
            Part.TEST_LABELS, testLabels));
  }
}
