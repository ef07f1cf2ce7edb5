package org.gradientkata.suite;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A folder that is gone after use, with all that is in it: when it is closed, and at the latest
 * when the program ends or is stopped. Only a program that is killed leaves it behind.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final int USER_SECONDS = 5;

  /** Threads that are still at work when the program is stopped may make a folder anew. */
  private static final int ROUNDS = 3;

  private static final int ENDING_MILLIS = 5_000;

  private static final Set<ScratchFolder> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ScratchFolder::closeAll, "scratch folders"));
  }

  private static volatile boolean ending;

  private final Path path;
  private volatile Process user;

  private ScratchFolder(Path path) throws IOException {
    this.path = path;
    OPEN.add(this);
    if (ending) {
      close();
      awaitEnd();
    }
  }

  /** A worker that is killed because the program ends must not be replaced by another one. */
  private static void awaitEnd() throws IOException {
    try {
      Thread.sleep(ENDING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("the program is ending");
  }

  /**
   * Makes one where the system keeps such folders.
   *
   * @param prefix what its name begins with
   * @return a new, empty folder
   * @throws IOException if it can't be made
   */
  public static ScratchFolder make(String prefix) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(prefix));
  }

  /**
   * Makes one in a folder, so that its files can be moved to others there at once.
   *
   * @param folder made if it is missing
   * @return a new, empty folder
   * @throws IOException if it can't be made
   */
  public static ScratchFolder in(Path folder) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(folder), "kata"));
  }

  /**
   * Where it is.
   *
   * @return the folder
   */
  public Path path() {
    return path;
  }

  /**
   * Ties a process to the folder: before the folder goes, the process is killed, so that it can't
   * write there any more.
   *
   * @param process the only one that uses the folder
   */
  public void usedBy(Process process) {
    user = process;
  }

  /** Takes away what is in the folder, as far as it can be. */
  public void empty() {
    delete(false);
  }

  /** Kills the process that uses the folder and takes the folder away, as far as it can be. */
  @Override
  public void close() {
    end();
    OPEN.remove(this);
  }

  private static void closeAll() {
    ending = true;
    for (int i = 0; i < ROUNDS; i++) {
      OPEN.forEach(ScratchFolder::end);
    }
  }

  private void end() {
    Process process = user;
    if (process != null) {
      process.destroyForcibly();
      try {
        process.waitFor(USER_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    delete(true);
  }

  private void delete(boolean itself) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e)
                throws IOException {
              if (itself || !folder.equals(path)) {
                Files.deleteIfExists(folder);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // What another program holds open can't go. It lies where the system throws things away.
    }
  }
}
