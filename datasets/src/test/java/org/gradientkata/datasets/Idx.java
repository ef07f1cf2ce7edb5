package org.gradientkata.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Makes small IDX files for tests, good and bad. */
final class Idx {

  private Idx() {}

  /** A file of {@code count} images of 2 × 3 pixels with the values 0, 1, 2, … modulo 256. */
  static byte[] images(int count) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * 6);
    file.putInt(0x803).putInt(count).putInt(2).putInt(3);
    for (int i = 0; i < count * 6; i++) {
      file.put((byte) i);
    }
    return file.array();
  }

  /** A file of labels. */
  static byte[] labels(int... labels) {
    ByteBuffer file = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      file.put((byte) label);
    }
    return file.array();
  }

  static byte[] header(int... words) {
    ByteBuffer file = ByteBuffer.allocate(4 * words.length);
    for (int word : words) {
      file.putInt(word);
    }
    return file.array();
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  static Path file(Path folder, String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    return Files.write(folder.resolve(name), content);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The decompressed content that tests publish for a part: three images and their labels. */
  static byte[] published(Part part) {
    return part.images() ? images(3) : labels(7, 8, 9);
  }

  /** Puts all four published files into a folder. */
  static void publish(Path folder) throws IOException {
    for (Part part : Part.values()) {
      file(folder, part.gzipName(), gzip(published(part)));
    }
  }
}
