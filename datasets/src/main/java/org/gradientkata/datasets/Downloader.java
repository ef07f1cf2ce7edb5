package org.gradientkata.datasets;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Brings a file from the first mirror that delivers it. A file appears under its name whole and
 * verified, or not at all.
 */
final class Downloader {

  /** A gzip file may be a little longer than its content, never much. */
  private static final long GZIP_OVERHEAD = 1 << 16;

  private static final String UNFINISHED = ".part";
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Limits limits;
  private final Exchange exchange;

  /** Creates a downloader with the given limits. */
  Downloader(Limits limits) {
    this(limits, Downloader::usableSpace);
  }

  /**
   * Creates a downloader.
   *
   * @param limits time limits and attempts
   * @param room bytes that the disk of a file can still take
   */
  Downloader(Limits limits, ToLongFunction<Path> room) {
    this.limits = limits;
    exchange = new Exchange(limits, room);
  }

  private static long usableSpace(Path file) {
    try {
      return Files.getFileStore(file).getUsableSpace();
    } catch (IOException e) {
      // Some network file systems don't say; then the write itself will.
      return Long.MAX_VALUE;
    }
  }

  /** The time, as {@link System#nanoTime()}, at which downloads that begin now must be over. */
  long deadline() {
    return System.nanoTime() + limits.total().toNanos();
  }

  /**
   * Downloads one file into a folder, which is created where needed.
   *
   * @param part which file
   * @param source its mirrors and sums
   * @param folder where it goes, under its gzip name
   * @param deadline from {@link #deadline()}
   * @param progress hears of the bytes
   * @throws DatasetException if no mirror delivered it, or it could not be written; then nothing
   *     has changed in the folder
   */
  void fetch(Part part, Source source, Path folder, long deadline, Progress progress)
      throws DatasetException {
    prepare(folder);
    List<URI> mirrors = new ArrayList<>(source.mirrors());
    Map<URI, MirrorFailure> failures = new LinkedHashMap<>();
    Duration pause = limits.pause();
    for (int round = 1; round <= limits.rounds() && !mirrors.isEmpty(); round++) {
      if (round > 1 && !slept(part, pause, deadline)) {
        break;
      }
      pause = round > 1 ? pause.multipliedBy(2) : pause;
      for (URI mirror : List.copyOf(mirrors)) {
        try {
          attempt(mirror, part, source, folder, deadline, progress);
          return;
        } catch (MirrorFailure e) {
          failures.put(mirror, e);
          if (!e.passing()) {
            mirrors.remove(mirror);
          }
        }
      }
    }
    throw summary(part, List.copyOf(failures.values()));
  }

  private static void prepare(Path folder) throws DatasetException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Failures.writing(folder, e);
    }
    Instant old = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
      for (Path file : left) {
        // What a killed process left; a younger file may be another process's download.
        if (Files.getLastModifiedTime(file).compareTo(FileTime.from(old)) < 0) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw Failures.writing(folder, e);
    }
  }

  /** Whether there was time for the pause. */
  private static boolean slept(Part part, Duration pause, long deadline) throws DatasetException {
    if (System.nanoTime() + pause.toNanos() - deadline > 0) {
      return false;
    }
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException(Problem.INTERRUPTED, e, part.gzipName());
    }
  }

  private void attempt(
      URI mirror, Part part, Source source, Path folder, long deadline, Progress progress)
      throws DatasetException {
    URI address = mirror.resolve(part.gzipName());
    Path unfinished = created(folder, part);
    try {
      receive(address, unfinished, part, deadline, progress);
      verify(address, unfinished, part, source);
      publish(unfinished, folder.resolve(part.gzipName()));
    } finally {
      delete(unfinished);
    }
  }

  private static Path created(Path folder, Part part) throws DatasetException {
    try {
      Path file = Files.createTempFile(folder, part.fileName() + "-", UNFINISHED);
      // Ctrl-C ends the JVM without any finally block.
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw Failures.writing(folder, e);
    }
  }

  private void receive(URI address, Path file, Part part, long deadline, Progress progress)
      throws DatasetException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      exchange.receive(
          address,
          file,
          channel,
          part.length() + GZIP_OVERHEAD,
          deadline,
          (done, total) -> progress.advanced(part.gzipName(), done, total));
      // Before the rename, or a power cut could leave a whole name on half a file.
      channel.force(true);
    } catch (IOException e) {
      throw Failures.writing(file, e);
    }
  }

  private static void verify(URI address, Path file, Part part, Source source)
      throws MirrorFailure {
    String expected = source.sums().get(part);
    String seen;
    try {
      seen = IdxFile.read(file, part.images()).sha256();
    } catch (DatasetException e) {
      // The temporary file is gone before the user could look at it: name the address instead.
      throw new MirrorFailure(Problem.WRONG_CONTENT, e, false, address, e.getMessage());
    }
    if (!seen.equals(expected)) {
      throw new MirrorFailure(Problem.WRONG_CHECKSUM, null, false, address, seen, expected);
    }
  }

  private static void publish(Path unfinished, Path file) throws DatasetException {
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Failures.writing(file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What went wrong before matters more; the JVM tries again when it ends.
    }
  }

  private static DatasetException summary(Part part, List<MirrorFailure> failures) {
    List<Problem> kinds = failures.stream().map(DatasetException::problem).distinct().toList();
    if (failures.size() == 1) {
      return failures.get(0);
    }
    String list =
        failures.stream().map(e -> "  - " + e.getMessage()).collect(Collectors.joining("\n"));
    Problem problem = kinds.size() == 1 ? kinds.get(0) : Problem.ALL_MIRRORS_FAILED;
    return DatasetException.ofMirrors(problem, part.gzipName(), list, failures);
  }
}
