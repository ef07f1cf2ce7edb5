package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.worker.WorkerMain;
import org.gradientkata.suite.ScratchFolder;

/**
 * A folder with all that a worker needs: its own classes, the contract, EJML, the data sets; no
 * JUnit, no tests, no solutions. An ordinary user can read it.
 */
final class Stage implements AutoCloseable {
  private static final String OWN = "org/gradientkata/classroom/worker/";

  private final ScratchFolder scratch;
  private final List<String> entries = new ArrayList<>();

  Stage() throws IOException {
    scratch = ScratchFolder.make("kata-worker");
    Path folder = scratch.path();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    entries.add("worker");
    copyOwn(CodePlaces.of(WorkerMain.class).get(0), folder.resolve("worker"));
    for (Path place : CodePlaces.ofContract()) {
      String name = entries.size() + "-" + (Files.isDirectory(place) ? "classes" : "lib.jar");
      entries.add(name);
      copy(place, folder.resolve(name));
    }
  }

  /** The folder. */
  Path folder() {
    return scratch.path();
  }

  /** The worker's class path, seen from a place where the folder is mounted. */
  String classPath(Path at) {
    return String.join(
        java.io.File.pathSeparator, entries.stream().map(e -> at.resolve(e).toString()).toList());
  }

  private static void copyOwn(Path place, Path to) throws IOException {
    if (Files.isDirectory(place)) {
      copy(place.resolve(OWN), to.resolve(OWN));
      return;
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith(OWN) && !entry.isDirectory()) {
          Path file = to.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
          Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        }
      }
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
