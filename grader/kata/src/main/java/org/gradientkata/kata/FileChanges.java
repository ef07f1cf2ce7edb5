package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Notices what is saved below a folder. The system's events only wake it up; what has changed it
 * finds by comparing, so that lost events, files put in place by renaming and files that are
 * written in several steps make no difference.
 */
final class FileChanges implements AutoCloseable {
  private static final long POLL_MILLIS = 100;

  /** Events can be lost, on network drives for instance. */
  private static final long SAFETY_MILLIS = 1_000;

  /** An editor may empty the file first and fill it then. */
  private static final long SETTLING_MILLIS = 10;

  private static final int MOST_SETTLING = 20;

  private final Path root;
  private final WatchService service;
  private final Set<Path> registered = new HashSet<>();
  private Map<Path, Stamp> known;

  /** What tells one version of a file from another. */
  private record Stamp(FileTime modified, long size, Object file) {}

  /**
   * Watches a folder from now on.
   *
   * @param root the folder; what a build writes below it is left out
   * @param poll whether to do without the system's events
   */
  FileChanges(Path root, boolean poll) {
    this.root = root;
    this.service = poll ? null : service();
    this.known = stamps();
  }

  /** The system's events, unless there are none and Java itself would look every few seconds. */
  private static WatchService service() {
    try {
      WatchService service = FileSystems.getDefault().newWatchService();
      if (!service.getClass().getSimpleName().startsWith("Polling")) {
        return service;
      }
      service.close();
    } catch (IOException e) {
      // Too many watches on this machine: polling does it too.
    }
    return null;
  }

  /**
   * Waits until something has changed since the last time.
   *
   * @return the files that are new, changed or gone
   */
  Set<Path> await() throws InterruptedException {
    while (true) {
      sleep();
      Map<Path, Stamp> now = stamps();
      if (!now.equals(known)) {
        now = settled(now);
        Set<Path> changed = difference(known, now);
        known = now;
        return changed;
      }
    }
  }

  private void sleep() throws InterruptedException {
    if (service == null) {
      Thread.sleep(POLL_MILLIS);
      return;
    }
    try {
      WatchKey key = service.poll(SAFETY_MILLIS, TimeUnit.MILLISECONDS);
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = service.poll();
      }
    } catch (ClosedWatchServiceException e) {
      throw new InterruptedException();
    }
  }

  private Map<Path, Stamp> settled(Map<Path, Stamp> first) throws InterruptedException {
    Map<Path, Stamp> before = first;
    for (int i = 0; i < MOST_SETTLING; i++) {
      Thread.sleep(SETTLING_MILLIS);
      Map<Path, Stamp> now = stamps();
      if (now.equals(before)) {
        break;
      }
      before = now;
    }
    return before;
  }

  private static Set<Path> difference(Map<Path, Stamp> before, Map<Path, Stamp> now) {
    Set<Path> all = new TreeSet<>(before.keySet());
    all.addAll(now.keySet());
    all.removeIf(file -> before.containsKey(file) && before.get(file).equals(now.get(file)));
    return all;
  }

  private Map<Path, Stamp> stamps() {
    Map<Path, Stamp> stamps = new HashMap<>();
    try {
      Files.walkFileTree(root, new Visitor(stamps));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stamps;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> stamps;

    Visitor(Map<Path, Stamp> stamps) {
      this.stamps = stamps;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root.resolve("target"))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (service != null && registered.add(folder)) {
        register(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    private void register(Path folder) {
      try {
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      } catch (IOException | ClosedWatchServiceException e) {
        registered.remove(folder); // it is looked at every second all the same
      }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (name.endsWith(".java") || name.endsWith(".yaml")) {
        stamps.put(
            file,
            new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE; // it went while it was looked for
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public void close() throws IOException {
    if (service != null) {
      service.close();
    }
  }
}
