package org.gradientkata.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.SourceCompiler;
import org.gradientkata.suite.Standing;

/** An answer set written for a test: some classes of its own, all others as in the solutions. */
final class Submission {
  private static final Checkout CHECKOUT = Checkout.here();

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();
  private final List<Path> tests = new ArrayList<>();

  Submission(Path folder) {
    this.folder = folder;
  }

  /** A solved class of which some regions have another body. */
  static String answer(String simpleName, Map<String, String> bodies) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    MarkedSource source = CHECKOUT.tree().source(solution(simpleName));
    bodies.forEach(
        (region, body) -> {
          if (!source.regions().containsKey(region)) {
            throw new IllegalArgumentException("no region " + region + " in " + simpleName);
          }
          lines.put(region, body.lines().toList());
        });
    return String.join(
        "\n", source.linesWith((region, body) -> lines.getOrDefault(region.name(), body)));
  }

  /** The stub of a class. */
  static String stub(String simpleName) {
    return StubCutter.cut(CHECKOUT.tree().source(solution(simpleName)));
  }

  /** Adds a class. */
  Submission with(String simpleName, String text) throws IOException {
    String path = CHECKOUT.tree().classPathOf(solution(simpleName));
    return add(path + ".java", text, sources);
  }

  /** Adds a class that stands in for one that isn't an answer here. */
  Submission withClass(String path, String text) throws IOException {
    return add(path, text, sources);
  }

  /** Adds a test class that is edited. */
  Submission withTest(String path, UnaryOperator<String> edit) throws IOException {
    Path file = CHECKOUT.tree().root().resolve("grader/suite/src/test/java").resolve(path);
    return add(path, edit.apply(KitTree.read(file)), tests);
  }

  private Submission add(String path, String text, List<Path> to) throws IOException {
    Path file = folder.resolve("source").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    to.add(file);
    return this;
  }

  /** Compiles what was added and grades exercises. */
  List<Standing> grade(String... exercises) {
    Path output = folder.resolve("classes");
    if (Files.exists(output)) {
      return run(output, exercises);
    }
    SourceCompiler compiler = new SourceCompiler(CHECKOUT.classPath());
    compiler.compile(sources, output);
    if (!tests.isEmpty()) { // apart: beside a syntax error the compiler drops annotations
      compiler.compile(tests, output);
    }
    return run(output, exercises);
  }

  private static List<Standing> run(Path output, String... exercises) {
    List<Path> classes = new ArrayList<>(List.of(output));
    classes.addAll(CHECKOUT.solutionsAndTests());
    return new AnswerRun(classes).grade(List.of(exercises));
  }

  private static Path solution(String simpleName) {
    return CHECKOUT.tree().solutions().stream()
        .filter(f -> f.endsWith(simpleName + ".java"))
        .findFirst()
        .orElseThrow();
  }
}
