package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that is gone after use, with all that is in it.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {

  /** Makes one where the system keeps such folders. */
  static ScratchFolder make() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("kata"));
  }

  /** Makes one in a folder, so that its files can be moved to others there at once. */
  static ScratchFolder in(Path folder) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(folder), "kata"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
