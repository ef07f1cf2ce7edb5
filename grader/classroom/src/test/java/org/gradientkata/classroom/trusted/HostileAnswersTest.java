package org.gradientkata.classroom.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.compile.CompileLimits;
import org.gradientkata.classroom.compile.SubmissionCompiler;
import org.gradientkata.classroom.trusted.TrustedGrader.Predecessors;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Standing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile answers beside an honest one. They run in the sandbox or not at all. */
class HostileAnswersTest {
  private static final Path SOLUTIONS = CodePlaces.of(Sigmoid.class).get(0);
  private static final String SIGMOID = "org.gradientkata.activation.Sigmoid";
  private static final String TANH = "org.gradientkata.activation.Tanh";
  private static final List<String> EXERCISES = List.of("01 sigmoid", "02 tanh");

  /** A second of a processor: a test of these exercises needs a hundredth of it. */
  private static final TrustedLimits LIMITS =
      new TrustedLimits(Duration.ofSeconds(1), Duration.ofSeconds(30), 128, 4);

  private static TrustedGrader grader;
  private static SubmissionCompiler compiler;

  @BeforeAll
  static void lookForSandbox() throws IOException, ClassNotFoundException {
    Sandbox sandbox = Sandbox.find();
    assumeThat(sandbox.present())
        .as("hostile answers run only in a sandbox, and bubblewrap isn't there or doesn't work")
        .isTrue();
    Path tests = CodePlaces.of(Class.forName(Catalogue.testClass("01 sigmoid"))).get(0);
    grader = new TrustedGrader(sandbox, LIMITS, tests, SOLUTIONS);
    List<Path> classPath = new ArrayList<>(CodePlaces.ofContract());
    classPath.add(SOLUTIONS);
    compiler = new SubmissionCompiler(classPath, CompileLimits.usual());
  }

  @AfterAll
  static void end() {
    if (grader != null) {
      grader.close();
      compiler.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "a hostile answer earns nothing and has its name, the honest one beside it its points")
  @CsvSource(
      textBlock =
          """
          while (true) {}                                             | timed_out
          for (double d = 0; ; d++) { if (d < 0) break; }             | timed_out
          long[][] l = new long[1 << 20][]; for (int i = 0; ; i++) l[i % l.length] = new long[9999]; | out_of_memory
          System.exit(0);                                             | forbidden_api
          Runtime.getRuntime().halt(0);                               | forbidden_api
          new Thread(() -> {}).start();                               | forbidden_api
          try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(1); } catch (java.io.IOException e) {} | forbidden_api
          try { Class.forName("org.junit.jupiter.api.Test"); } catch (ClassNotFoundException e) {} | forbidden_api
          throw new Error("Unresolved compilation problem");          | does_not_compile
          throw new IllegalStateException("[solved]");                | wrong
          """,
      delimiter = '|')
  void shouldEarnNothing(String code, String outcome) throws IOException {
    String source = Files.readString(solution("Sigmoid"));
    String method = "public double value(double x) {";
    assertThat(source).contains(method);
    String hostile = source.replace(method, method + "\n if (x == x) {" + code + "}\n");
    Map<String, Map<String, byte[]>> files = new TreeMap<>();
    compiler
        .compile(Map.of(SIGMOID, hostile, TANH, Files.readString(solution("Tanh"))))
        .forEach((name, file) -> files.put(name, file.classes()));

    GradedAnswers graded =
        grader.grade(new AnswerClasses(files, Optional.empty()), EXERCISES, Predecessors.OWN, 1);

    assertThat(graded.outcomes()).containsEntry("01 sigmoid", outcome);
    assertThat(graded.outcomes()).containsEntry("02 tanh", "solved");
    Standing sigmoid = graded.standings().get(0);
    assertThat(sigmoid.earned().get(org.gradientkata.suite.Stage.FORWARD)).isZero();
  }

  private static Path solution(String name) {
    return Path.of("../../solutions/src/main/java/org/gradientkata/activation/" + name + ".java");
  }
}
