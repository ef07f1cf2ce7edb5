package org.gradientkata.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files so that a reader, or a crash, never meets half of one. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes beside the file, then moves over it.
   *
   * @param file the file; its folder is made if it isn't there
   * @param text its new content
   * @throws IOException if it can't be written; then nothing has changed
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes beside the file, then moves over it.
   *
   * @param file the file; its folder is made if it isn't there
   * @param content its new content
   * @throws IOException if it can't be written; then nothing has changed
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Not a temporary file: those are for their owner's eyes only, and so would the result be.
    Path unfinished = folder.resolve(".unfinished-" + UUID.randomUUID() + ".tmp");
    try {
      Files.write(unfinished, content);
      move(unfinished, file);
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(file.toString()); // nobody knows the unfinished one
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Moves a file over another, in one step where the file system can.
   *
   * @param from what is moved
   * @param to where, replaced if it is there
   * @throws IOException if it can't be moved
   */
  public static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
