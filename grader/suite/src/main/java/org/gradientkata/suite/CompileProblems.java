package org.gradientkata.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows why a class doesn't compile: file, line, the line itself, a caret, the compiler's words.
 */
public final class CompileProblems {
  private CompileProblems() {}

  static String explain(Exercise exercise, Throwable thrown) {
    List<Path> sources = new ArrayList<>();
    for (Catalogue.Place place : Catalogue.places(exercise.value())) {
      Path file = checkout().resolve(place.file());
      if (Files.exists(file)) {
        sources.add(file);
      }
    }
    List<SourceCompiler.Problem> problems = compile(sources);
    if (problems.isEmpty()) {
      return Texts.kit().get("does-not-compile.signature", firstLine(thrown));
    }
    return Texts.kit().get("does-not-compile") + "\n" + text(problems);
  }

  /**
   * Problems as they are shown to the author of the code.
   *
   * @param problems what the compiler found
   * @return the first three, each with file, line, the line itself, a caret, the compiler's words
   */
  public static String text(List<SourceCompiler.Problem> problems) {
    return problems.stream().limit(3).map(CompileProblems::text).collect(Collectors.joining("\n"));
  }

  private static List<SourceCompiler.Problem> compile(List<Path> sources) {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    try {
      Path output = Files.createTempDirectory("kata");
      try {
        return new SourceCompiler(classPath).compile(sources, output);
      } finally {
        try (Stream<Path> files = Files.walk(output)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The caret stands under the character the compiler names; tabs are kept so that it does. */
  private static String text(SourceCompiler.Problem problem) {
    String line = "";
    try {
      List<String> lines = Files.readAllLines(problem.file());
      line = lines.get((int) Math.min(problem.line(), lines.size()) - 1);
    } catch (IOException e) {
      // The message is useful without the line too.
    }
    int before = (int) Math.min(problem.column() - 1, line.length());
    String indent = line.substring(0, before).replaceAll("[^\t]", " ");
    return checkout().relativize(problem.file())
        + ":"
        + problem.line()
        + "\n  "
        + line
        + "\n  "
        + indent
        + "^ "
        + problem.message();
  }

  private static String firstLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).strip().replaceAll("\\s+", " ");
  }

  /** The folder that has the exercises, from wherever the tests run. */
  private static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("exercises/pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
