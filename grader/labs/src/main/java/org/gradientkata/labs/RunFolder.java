package org.gradientkata.labs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder that a run's files go to. A file appears under its name only when it is complete.
 *
 * @param path the folder; made when the first file is written
 */
public record RunFolder(Path path) {

  /**
   * Finds out early whether files can be written here, so that no hour of training is lost.
   *
   * @throws IOException if the folder, or the one it would be made in, is no folder or can't be
   *     written to
   */
  public void requireWritable() throws IOException {
    Path existing = path.toAbsolutePath().normalize();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new NotDirectoryException(existing.toString());
    }
    if (!Files.isWritable(existing)) {
      throw new AccessDeniedException(existing.toString());
    }
  }

  /**
   * Writes a file, replacing an older one of the name.
   *
   * @param name its name
   * @param content its bytes
   * @return the file
   * @throws IOException if it can't be written; an older file is then still there
   */
  public Path write(String name, byte[] content) throws IOException {
    Files.createDirectories(path);
    // Not createTempFile: its files are for the owner alone.
    Path unfinished = path.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
    // For Ctrl-C between the two steps.
    unfinished.toFile().deleteOnExit();
    try {
      Files.write(unfinished, content);
      return move(unfinished, path.resolve(name));
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path move(Path from, Path to) throws IOException {
    try {
      return Files.move(
          from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // A file system without it; the file is complete all the same.
      return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
