package org.gradientkata.kata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The jars that the launcher starts Java with, copied to one place: no other run of Maven, and no
 * cleaning of its repository, touches them.
 *
 * @param root the folder of the parent pom
 */
record Toolbox(Path root) {
  private static final String TARGET = "grader/kata/target";

  /** Copies the jars that Maven has named and writes the class path, seen from the root. */
  void fill() throws IOException {
    Path target = root.resolve(TARGET);
    Path lib = target.resolve("lib");
    Files.createDirectories(lib);
    for (Path old : jars(lib)) {
      Files.delete(old);
    }
    List<Path> sources = new ArrayList<>(ownJar(target));
    String dependencies = Files.readString(target.resolve("dependencies.txt")).strip();
    for (String jar : dependencies.split(java.io.File.pathSeparator)) {
      sources.add(Path.of(jar));
    }
    List<String> classPath = new ArrayList<>();
    for (Path jar : sources) {
      Path copy = lib.resolve(jar.getFileName());
      copy(jar, copy);
      classPath.add(root.relativize(copy).toString());
    }
    write(target, String.join(java.io.File.pathSeparator, classPath));
  }

  /**
   * Whether a source of the tools or a pom is newer than the tools; for launchers that can't find
   * out by themselves.
   */
  boolean isOutdated() throws IOException {
    FileTime made = Files.getLastModifiedTime(root.resolve(TARGET).resolve("classpath.txt"));
    List<Path> places = new ArrayList<>(List.of(root.resolve("pom.xml")));
    places.add(root.resolve("datasets/pom.xml"));
    places.add(root.resolve("datasets/src/main"));
    places.add(root.resolve("grader/suite/src/test"));
    try (Stream<Path> modules = Files.list(root.resolve("grader"))) {
      for (Path module : modules.toList()) {
        places.add(module.resolve("pom.xml"));
        places.add(module.resolve("src/main"));
      }
    }
    for (Path place : places) {
      if (Files.exists(place) && isNewer(place, made)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNewer(Path place, FileTime made) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Path> ownJar(Path target) throws IOException {
    return jars(target).stream()
        .filter(jar -> jar.getFileName().toString().matches("kata-.*\\.jar"))
        .toList();
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** A source that was changed while Maven ran must count as newer than the tools. */
  private static void write(Path target, String classPath) throws IOException {
    Path building = target.resolve("building");
    Path unfinished = target.resolve("classpath.tmp");
    Files.writeString(unfinished, classPath);
    if (Files.exists(building)) {
      Files.setLastModifiedTime(unfinished, Files.getLastModifiedTime(building));
      Files.delete(building);
    }
    Files.move(unfinished, target.resolve("classpath.txt"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Java archives no classes of signed jars, and the Eclipse compiler's is signed. */
  private static void copy(Path jar, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.stream().noneMatch(Toolbox::isSignature)) {
        Files.copy(jar, to, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try (OutputStream file = Files.newOutputStream(to);
          ZipOutputStream copy = new ZipOutputStream(file)) {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          if (!isSignature(entry)) {
            copy.putNextEntry(new ZipEntry(entry.getName()));
            try (InputStream content = zip.getInputStream(entry)) {
              content.transferTo(copy);
            }
          }
        }
      }
    }
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }
}
