package org.gradientkata.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows why a class doesn't compile: file, line, the line itself, a caret, the compiler's words.
 */
public final class CompileProblems {
  /** After these the compiler mostly repeats itself. */
  private static final int MOST = 3;

  private CompileProblems() {}

  static String explain(Exercise exercise, Thrown thrown) {
    Texts kit = Texts.kit();
    List<SourceCompiler.Problem> problems = Results.current().compileProblems(exercise);
    if (!problems.isEmpty()) {
      return kit.get("does-not-compile") + "\n" + text(problems);
    }
    Optional<Catalogue.Place> missing = missing(exercise);
    if (missing.isPresent()) {
      return kit.get("does-not-compile.missing", missing.get().file());
    }
    Optional<StackTraceElement> place =
        Frames.top(thrown.frames()).filter(f -> Frames.exercise(f).isPresent());
    if (thrown.kind() == Thrown.Kind.UNRESOLVED_COMPILATION && place.isPresent()) {
      return kit.get("does-not-compile")
          + "\n"
          + Frames.text(place.get())
          + "\n"
          + compilersWords(thrown.message());
    }
    return kit.get("does-not-compile.signature", member(thrown.message()));
  }

  /** The errors in the learner's files; none if the answer was compiled elsewhere. */
  static List<SourceCompiler.Problem> of(Exercise exercise) {
    return compile(sources(exercise));
  }

  /** The learner's files, if it is their classes that are graded and not a submission's. */
  private static List<Path> sources(Exercise exercise) {
    List<Path> sources = new ArrayList<>();
    if (isCheckout(exercise)) {
      for (Catalogue.Place place : Catalogue.places(exercise.value())) {
        Path file = checkout().resolve(place.file());
        if (Files.exists(file)) {
          sources.add(file);
        }
      }
    }
    return sources;
  }

  /** A file that isn't where the stub was. */
  private static Optional<Catalogue.Place> missing(Exercise exercise) {
    return Catalogue.places(exercise.value()).stream()
        .filter(place -> isCheckout(exercise) && !Files.exists(checkout().resolve(place.file())))
        .findFirst();
  }

  private static boolean isCheckout(Exercise exercise) {
    try {
      CodeSource source = exercise.answers()[0].getProtectionDomain().getCodeSource();
      Path folder = checkout().resolve("exercises");
      return source != null
          && source.getLocation() != null
          && Path.of(source.getLocation().toURI()).startsWith(folder);
    } catch (TypeNotPresentException | ArrayStoreException e) {
      return true; // the class is missing because its file has another name now
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Problems as they are shown to the author of the code.
   *
   * @param problems what the compiler found
   * @return the first few, each with file, line, the line itself, a caret, the compiler's words
   */
  public static String text(List<SourceCompiler.Problem> problems) {
    return problems.stream()
        .limit(MOST)
        .map(CompileProblems::text)
        .collect(Collectors.joining("\n"));
  }

  private static List<SourceCompiler.Problem> compile(List<Path> sources) {
    if (sources.isEmpty()) {
      return List.of();
    }
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    try (ScratchFolder output = ScratchFolder.make("kata")) {
      return new SourceCompiler(classPath).compile(sources, output.path());
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

  /** What the compiler left in the class: a headline, then a problem a line. */
  private static String compilersWords(String message) {
    return message
        .lines()
        .map(line -> line.replaceFirst("^Unresolved compilation problems?: *", "").strip())
        .filter(line -> !line.isEmpty())
        .limit(MOST)
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n"));
  }

  /** Such as {@code double Sigmoid.value(double)} for what the JVM calls by its full name. */
  private static String member(String message) {
    return message
        .replaceFirst("^Unresolved compilation problems?: *", "")
        .strip()
        .lines()
        .findFirst()
        .orElse("")
        .replace('/', '.')
        .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll("^'(.*)'$", "$1");
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
