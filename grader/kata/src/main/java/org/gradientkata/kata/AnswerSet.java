package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
      for (Path old : files(classes, CLASS)) {
        Files.delete(old);
      }
      List<SourceCompiler.Problem> problems = compileTo(classes);
      // A file that is saved while the compiler runs must count as newer than its class.
      for (Path made : files(classes, CLASS)) {
        Files.setLastModifiedTime(made, start);
      }
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private static List<Path> files(Path folder, String ending) throws IOException {
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
