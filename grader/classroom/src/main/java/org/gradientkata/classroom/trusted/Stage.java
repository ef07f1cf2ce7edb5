package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.worker.WorkerMain;

/**
 * A folder with all that a worker needs: its own classes, the contract, EJML, the data sets; no
 * JUnit, no tests, no solutions. An ordinary user can read it.
 */
final class Stage implements AutoCloseable {
  private static final String OWN = "org/gradientkata/classroom/worker/";

  private final Path folder;
  private final List<String> entries = new ArrayList<>();

  Stage() throws IOException {
    folder = Files.createTempDirectory("kata-worker");
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
    return folder;
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
    delete(folder);
  }

  /** Takes a folder away, as far as it can be. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // What is left lies in the folder for temporary files, which the system empties.
    }
  }
}
