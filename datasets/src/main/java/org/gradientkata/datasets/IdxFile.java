package org.gradientkata.datasets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of one IDX file, checked from the first byte to the last.
 *
 * <p>The format: a magic number of four bytes, one big-endian 32-bit size per dimension, then the
 * values, one unsigned byte each.
 *
 * @param path where it was read
 * @param count the number of images or labels
 * @param rows height of an image; 1 for labels
 * @param columns width of an image; 1 for labels
 * @param data the values
 * @param sha256 of the decompressed file, in lower-case hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the package
record IdxFile(Path path, int count, int rows, int columns, byte[] data, String sha256) {

  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;

  /** More than five times MNIST; whatever claims more is no file for this kit. */
  private static final long MOST_BYTES = 1L << 28;

  private static final long LARGEST_SIDE = 4096;
  private static final int FIRST_BUFFER = 1 << 16;

  /**
   * Reads a file, raw or gzipped, told apart by its first two bytes.
   *
   * @param path the file
   * @param images whether it should hold images (else labels)
   * @throws DatasetException if the file can't be read or isn't exactly what its header says
   */
  static IdxFile read(Path path, boolean images) throws DatasetException {
    MessageDigest digest = sha256Digest();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), FIRST_BUFFER);
        InputStream in = decompressed(path, file, images)) {
      return parsed(path, images, in, digest);
    } catch (ZipException e) {
      throw new DatasetException(Problem.CORRUPT_GZIP, e, path, e.getMessage());
    } catch (IOException e) {
      throw Failures.reading(path, e);
    }
  }

  private static InputStream decompressed(Path path, InputStream file, boolean images)
      throws IOException {
    file.mark(2);
    boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
    file.reset();
    try {
      return gzip ? new GZIPInputStream(file, FIRST_BUFFER) : file;
    } catch (EOFException e) {
      throw new DatasetException(Problem.TRUNCATED, e, path, 0, headerLength(images));
    }
  }

  private static int headerLength(boolean images) {
    return images ? 16 : 8;
  }

  private static IdxFile parsed(Path path, boolean images, InputStream in, MessageDigest digest)
      throws IOException {
    int headerLength = headerLength(images);
    byte[] header = filled(path, in, headerLength, 0, headerLength, images);
    digest.update(header);
    long count = unsigned(header, 4);
    long rows = images ? unsigned(header, 8) : 1;
    long columns = images ? unsigned(header, 12) : 1;
    boolean sides = rows >= 1 && columns >= 1 && rows <= LARGEST_SIDE && columns <= LARGEST_SIDE;
    if (!sides || count > MOST_BYTES / (rows * columns)) {
      throw new DatasetException(Problem.IMPLAUSIBLE_HEADER, null, path, count, rows, columns);
    }
    int length = (int) (count * rows * columns);
    byte[] data = filled(path, in, length, headerLength, (long) headerLength + length, images);
    digest.update(data);
    if (in.read() >= 0) {
      throw new DatasetException(Problem.TRAILING_BYTES, null, path, (long) headerLength + length);
    }
    String sum = HexFormat.of().formatHex(digest.digest());
    return new IdxFile(path, (int) count, (int) rows, (int) columns, data, sum);
  }

  /**
   * Reads exactly the given number of bytes.
   *
   * <p>The buffer grows with what arrives: memory is never given on a header's word alone.
   */
  private static byte[] filled(
      Path path, InputStream in, int length, long before, long expected, boolean images)
      throws IOException {
    byte[] buffer = new byte[Math.min(length, FIRST_BUFFER)];
    int size = 0;
    boolean ended = false;
    while (size < length && !ended) {
      if (size == buffer.length) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(length, 2L * size));
      }
      int got = readOrEnd(in, buffer, size);
      ended = got < 0;
      size += Math.max(0, got);
    }
    if (before == 0 && size >= 4) {
      // Before anything is said about the length: a short file of another kind is another kind.
      checkMagic(path, buffer, images);
    }
    if (ended) {
      throw new DatasetException(Problem.TRUNCATED, null, path, before + size, expected);
    }
    return buffer;
  }

  /** A gzip file that was cut off ends with an exception; for the user it is a short file. */
  private static int readOrEnd(InputStream in, byte[] buffer, int from) throws IOException {
    try {
      return in.read(buffer, from, buffer.length - from);
    } catch (EOFException e) {
      return -1;
    }
  }

  private static void checkMagic(Path path, byte[] header, boolean images) throws DatasetException {
    int expected = images ? IMAGES_MAGIC : LABELS_MAGIC;
    long seen = unsigned(header, 0);
    if (seen != expected) {
      throw new DatasetException(Problem.WRONG_MAGIC, null, path, hex(seen), hex(expected));
    }
  }

  private static String hex(long magic) {
    return String.format(Locale.ROOT, "0x%08x", magic);
  }

  private static long unsigned(byte[] bytes, int at) {
    return (bytes[at] & 0xFFL) << 24
        | (bytes[at + 1] & 0xFFL) << 16
        | (bytes[at + 2] & 0xFFL) << 8
        | (bytes[at + 3] & 0xFFL);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
