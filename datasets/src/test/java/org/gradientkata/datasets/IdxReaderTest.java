package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

@SetSystemProperty(key = "kata.lang", value = "en")
@DisplayName("The IDX reader")
class IdxReaderTest {

  @TempDir Path folder;
  private Path images;
  private Path labels;

  @BeforeEach
  void writeGoodFiles() throws IOException {
    images = Idx.file(folder, "images", Idx.images(3));
    labels = Idx.file(folder, "labels", Idx.labels(7, 8, 9));
  }

  @Test
  @DisplayName("reads sizes, pixels and labels of raw files")
  void readsRawFiles() throws IOException {
    LabeledImages read = IdxReader.read(images, labels);

    assertThat(read.count()).isEqualTo(3);
    assertThat(read.rows()).isEqualTo(2);
    assertThat(read.columns()).isEqualTo(3);
    assertThat(read.pixels()).hasSize(18).startsWith(0, 1, 2).endsWith(16, 17);
    assertThat(read.labels()).containsExactly(7, 8, 9);
  }

  @Test
  @DisplayName("recognises gzip by the first bytes, whatever the file is called")
  void readsGzippedFilesOfAnyName() throws IOException {
    LabeledImages raw = IdxReader.read(images, labels);
    Files.write(images, Idx.gzip(Idx.images(3)));
    Path misnamed = Idx.file(folder, "labels.gz", Idx.labels(7, 8, 9));

    assertThat(IdxReader.read(images, misnamed)).isEqualTo(raw);
  }

  @Test
  @DisplayName("reads a file larger than its first buffer whole")
  void readsBeyondTheFirstBuffer() throws IOException {
    int count = 30_000;
    Files.write(images, Idx.images(count));
    Files.write(labels, Idx.labels(new int[count]));

    LabeledImages read = IdxReader.read(images, labels);

    byte[] file = Idx.images(count);
    assertThat(read.pixels()).isEqualTo(Arrays.copyOfRange(file, 16, file.length));
  }

  @Test
  @DisplayName("reads a set of no images")
  void readsEmptySet() throws IOException {
    Files.write(images, Idx.images(0));
    Files.write(labels, Idx.labels());

    assertThat(IdxReader.read(images, labels).count()).isZero();
  }

  @Test
  @DisplayName("says at which byte a truncated file ends and at which it should")
  void namesTruncation() throws IOException {
    Files.write(images, Arrays.copyOf(Idx.images(3), 30));

    expect(Problem.TRUNCATED, images, "after 30 bytes", "expected 34");
  }

  @Test
  @DisplayName("calls an empty file and half a header truncated")
  void namesTruncatedHeader() throws IOException {
    Files.write(images, new byte[0]);
    expect(Problem.TRUNCATED, images, "after 0 bytes", "expected 16");

    Files.write(images, Arrays.copyOf(Idx.images(3), 9));
    expect(Problem.TRUNCATED, images, "after 9 bytes", "expected 16");
  }

  @Test
  @DisplayName("calls a gzip file that was cut off truncated")
  void namesTruncatedGzip() throws IOException {
    byte[] gzip = Idx.gzip(Idx.images(3));
    Files.write(images, Arrays.copyOf(gzip, gzip.length - 12));
    expect(Problem.TRUNCATED, images, "expected 34");

    Files.write(images, Arrays.copyOf(gzip, 5));
    expect(Problem.TRUNCATED, images, "after 0 bytes");
  }

  @Test
  @DisplayName("refuses bytes after the announced end")
  void namesTrailingBytes() throws IOException {
    Files.write(labels, Arrays.copyOf(Idx.labels(7, 8, 9), 12));

    expect(Problem.TRAILING_BYTES, labels, "after the 11 bytes");
  }

  @Test
  @DisplayName("shows the magic number that it saw and the one that it expected")
  void namesWrongMagic() throws IOException {
    Files.write(images, Idx.labels(7, 8, 9));
    expect(Problem.WRONG_MAGIC, images, "0x00000801", "expected 0x00000803");

    Files.write(images, Idx.images(3));
    Files.writeString(labels, "<html>");
    expect(Problem.WRONG_MAGIC, labels, "0x3c68746d", "expected 0x00000801");
  }

  @Test
  @DisplayName("gives no memory on the word of an absurd header")
  void namesImplausibleHeader() throws IOException {
    Files.write(images, Idx.header(0x803, -1, 28, 28));
    expect(Problem.IMPLAUSIBLE_HEADER, images, "4294967295 items of 28x28");

    Files.write(images, Idx.header(0x803, 1, 0, 28));
    expect(Problem.IMPLAUSIBLE_HEADER, images, "1 items of 0x28");

    Files.write(images, Idx.header(0x803, 3, -1, -1));
    expect(Problem.IMPLAUSIBLE_HEADER, images, "4294967295x4294967295");

    Files.write(images, Idx.header(0x803, 300_000, 28, 28));
    expect(Problem.TRUNCATED, images, "after 16 bytes", "expected 235200016");
  }

  @Test
  @DisplayName("names both files when their counts differ")
  void namesCountMismatch() throws IOException {
    Files.write(labels, Idx.labels(7, 8));

    expect(Problem.COUNT_MISMATCH, labels, images + " holds 3 images", "2 labels");
  }

  @Test
  @DisplayName("names value and index of a label above 9")
  void namesLabelAboveNine() throws IOException {
    Files.write(labels, Idx.labels(7, 10, 9));
    expect(Problem.LABEL_ABOVE_NINE, labels, "label 10 at index 1", "expected 0 to 9");

    Files.write(labels, Idx.labels(7, 8, 255));
    expect(Problem.LABEL_ABOVE_NINE, labels, "label 255 at index 2");
  }

  @Test
  @DisplayName("recognises damage inside a gzip file")
  void namesCorruptGzip() throws IOException {
    byte[] gzip = Idx.gzip(Idx.images(3));
    gzip[gzip.length - 6] ^= 1;
    Files.write(images, gzip);

    expect(Problem.CORRUPT_GZIP, images, "Delete it");
  }

  @Test
  @DisplayName("names a file that is not there")
  void namesMissingFile() throws IOException {
    Files.delete(labels);

    expect(Problem.MISSING_FILE, labels, "no such file");
  }

  @Test
  @DisplayName("says that a folder can't be read as a file")
  void namesFolderInPlaceOfFile() throws IOException {
    Files.delete(labels);
    Files.createDirectory(labels);

    DatasetException e =
        catchThrowableOfType(DatasetException.class, () -> IdxReader.read(images, labels));

    assertThat(e).hasMessageContaining(labels.toString());
    // Windows denies access to a folder, Linux opens it and then can't read it.
    assertThat(e.problem()).isIn(Problem.UNREADABLE, Problem.NO_PERMISSION);
  }

  @Test
  @DisplayName("names a file that may not be read")
  void namesMissingPermission() throws IOException {
    assumeTrue(
        Files.getFileStore(labels).supportsFileAttributeView("posix"), "no POSIX permissions");
    Files.setPosixFilePermissions(labels, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(labels), "this user may read everything");

    expect(Problem.NO_PERMISSION, labels, "no permission");
  }

  private void expect(Problem problem, Path named, String... words) {
    DatasetException e =
        catchThrowableOfType(DatasetException.class, () -> IdxReader.read(images, labels));

    assertThat(e).isNotNull();
    assertThat(e.problem()).isEqualTo(problem);
    assertThat(e).hasMessageContaining(named.toString()).hasMessageContainingAll(words);
  }
}
