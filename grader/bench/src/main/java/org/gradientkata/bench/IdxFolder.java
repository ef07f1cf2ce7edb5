package org.gradientkata.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.LabeledImages;

/**
 * Writes images to the four files that MNIST consists of, so that all contestants read the same.
 */
final class IdxFolder {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  private IdxFolder() {}

  static void write(Dataset data, Path folder) throws IOException {
    Files.createDirectories(folder);
    write(data.train(), folder, "train");
    write(data.test(), folder, "t10k");
  }

  private static void write(LabeledImages images, Path folder, String part) throws IOException {
    gzip(
        folder.resolve(part + "-images-idx3-ubyte.gz"),
        header(IMAGES, images.count(), images.rows(), images.columns()),
        images.pixels());
    gzip(
        folder.resolve(part + "-labels-idx1-ubyte.gz"),
        header(LABELS, images.count()),
        images.labels());
  }

  private static byte[] header(int... words) {
    ByteBuffer header = ByteBuffer.allocate(Integer.BYTES * words.length);
    for (int word : words) {
      header.putInt(word);
    }
    return header.array();
  }

  private static void gzip(Path file, byte[] header, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(header);
      out.write(content);
    }
  }
}
