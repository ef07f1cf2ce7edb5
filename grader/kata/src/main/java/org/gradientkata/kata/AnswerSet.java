package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradientkata.suite.SourceCompiler;

/**
 * Classes that are graded: the exercises or the solutions.
 *
 * @param name {@code exercises} or {@code solutions}
 * @param sources folder of the Java files
 * @param classes folder of the class files
 */
record AnswerSet(String name, Path sources, Path classes) {
  private static final String JAVA = ".java";
  private static final String CLASS = ".class";

  /** The folder of the module, where the quiz's answer sheet lies. */
  Path folder() {
    return sources.resolve("../../..").normalize();
  }

  /**
   * Compiles all if one has changed. The compiler goes on after an error: what it can't read throws
   * when it is called, the rest works.
   *
   * @return what it couldn't read; empty also if nothing had changed
   */
  List<SourceCompiler.Problem> compileIfChanged() {
    return isCurrent() ? List.of() : compile();
  }

  List<SourceCompiler.Problem> compile() {
    try {
      FileTime start = FileTime.from(Instant.now());
      Files.createDirectories(classes);
      try (ScratchFolder scratch = ScratchFolder.in(classes.resolveSibling("compiling"))) {
        List<SourceCompiler.Problem> problems = compileTo(scratch.path());
        replaceBy(scratch.path(), start);
        return problems;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One file after the other and each at once: another process may be grading, or compiling the
   * same, and must never see a class missing that has a source.
   */
  private void replaceBy(Path made, FileTime start) throws IOException {
    Set<Path> current = new HashSet<>();
    for (Path file : files(made, CLASS)) {
      // A source that is saved while the compiler runs must count as newer than its class.
      Files.setLastModifiedTime(file, start);
      Path to = classes.resolve(made.relativize(file));
      Files.createDirectories(to.getParent());
      Files.move(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      current.add(to);
    }
    for (Path file : files(classes, CLASS)) {
      if (!current.contains(file)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Compiles all to another folder. */
  List<SourceCompiler.Problem> compileTo(Path folder) throws IOException {
    return new SourceCompiler(Kit.classPath()).compile(files(sources, JAVA), folder);
  }

  boolean isCurrent() {
    try {
      List<Path> javaFiles = files(sources, JAVA);
      for (Path java : javaFiles) {
        Path made = classes.resolve(renamed(sources.relativize(java), JAVA, CLASS));
        if (!Files.exists(made)
            || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(java)) < 0) {
          return false;
        }
      }
      long outer =
          files(classes, CLASS).stream()
              .filter(f -> !f.getFileName().toString().contains("$"))
              .filter(
                  f -> !Files.exists(sources.resolve(renamed(classes.relativize(f), CLASS, JAVA))))
              .count();
      return outer == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String renamed(Path path, String from, String to) {
    String text = path.toString();
    return text.substring(0, text.length() - from.length()) + to;
  }

  /** All files of a folder whose names end so, sorted; none if there is no such folder. */
  static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(ending) && Files.isRegularFile(f))
          .sorted()
          .toList();
    }
  }
}
