package org.gradientkata.labs.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes out of an .xlsx when it was made, which the library that writes it can't be told. */
final class Undated {
  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");
  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Undated() {}

  /** The same entries, all of one day; so is the time of creation in the properties. */
  static byte[] zip(byte[] dated) {
    try {
      // Its local headers have no sizes, so it can only be read from its end, as a file.
      Path file = Files.createTempFile("kata", ".zip");
      try {
        Files.write(file, dated);
        return copy(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] copy(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(SOME_DAY);
        to.putNextEntry(copy);
        byte[] content = from.getInputStream(entry).readAllBytes();
        to.write(entry.getName().equals(PROPERTIES) ? undated(content) : content);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] undated(byte[] properties) {
    String text = new String(properties, StandardCharsets.UTF_8);
    return CREATED
        .matcher(text)
        .replaceFirst("$1" + SOME_DAY + ":00Z$2")
        .getBytes(StandardCharsets.UTF_8);
  }
}
