package org.gradientkata.classroom.batch;

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
import java.util.Set;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.classroom.compile.AnswerCompiler;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.compile.CompileLimits;
import org.gradientkata.classroom.compile.SubmissionCompiler;
import org.gradientkata.classroom.intake.Submission;
import org.gradientkata.classroom.trusted.LooseJudges;
import org.gradientkata.classroom.trusted.Sandbox;
import org.gradientkata.classroom.trusted.TrustedJudges;
import org.gradientkata.classroom.trusted.TrustedLimits;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where hostile answers meet the grader: in the sandbox or not at all. Registered in a static field
 * it serves all tests of a class, and without a sandbox none of them is run.
 */
final class Arena implements BeforeAllCallback, AfterAllCallback {
  private static final Path SOLUTIONS = CodePlaces.of(Sigmoid.class).get(0);
  private static final Path SOURCES = Path.of("../../solutions/src/main/java");
  private static final CompileLimits COMPILE_LIMITS =
      new CompileLimits(Duration.ofSeconds(2), Duration.ofSeconds(20), 128, 3, 2 << 20);

  private final List<Judge> judges = new ArrayList<>();
  private Sandbox sandbox;
  private Path tests;
  private AnswerCompiler compiler;

  @Override
  public void beforeAll(ExtensionContext context) throws ClassNotFoundException {
    sandbox = sandbox();
    tests = CodePlaces.of(Class.forName(Catalogue.testClass("01 sigmoid"))).get(0);
    List<Path> classPath = new ArrayList<>(CodePlaces.ofContract());
    classPath.add(SOLUTIONS);
    compiler = new SubmissionCompiler(classPath, COMPILE_LIMITS);
  }

  private static Sandbox sandbox() {
    Sandbox found = Sandbox.find();
    assumeThat(found.present())
        .as("hostile answers run only in a sandbox, and bubblewrap isn't there or doesn't work")
        .isTrue();
    return found;
  }

  /** A judge as a class has it, but for its limits. */
  Judge judge(TrustedLimits limits) throws IOException {
    return kept(new TrustedJudges(sandbox, limits, tests, SOLUTIONS));
  }

  /** A judge that runs what breaks the rules. */
  Judge looseJudge(TrustedLimits limits) throws IOException {
    return kept(LooseJudges.of(sandbox, limits, tests, SOLUTIONS));
  }

  /** A judge in a process of its own. */
  Judge judgeApart() throws IOException {
    return kept(TrustedJudges.apart(sandbox, tests, SOLUTIONS));
  }

  private Judge kept(JudgeFactory factory) throws IOException {
    Judge judge = factory.judge();
    judges.add(judge);
    return judge;
  }

  /** Grades exercise files, by class name; nothing is graded again on the reference. */
  List<ExerciseResult> grade(Judge judge, Map<String, String> sources, List<String> exercises)
      throws IOException {
    return grade(judge, sources, Optional.empty(), exercises);
  }

  /** Grades exercise files and an answer sheet. */
  List<ExerciseResult> grade(
      Judge judge, Map<String, String> sources, Optional<String> sheet, List<String> exercises)
      throws IOException {
    Submission submission = new Submission("s", sources, sheet, Set.of(), List.of(), false);
    return new SubmissionGrader(compiler, judge, Map.of(), exercises).grade(submission, 1);
  }

  /** The reference's file. */
  static String solution(String className) throws IOException {
    return Files.readString(SOURCES.resolve(className.replace('.', '/') + ".java"));
  }

  /** Demands all points. */
  static void requireAll(ExerciseResult result) {
    assertThat(result.outcome()).as(result.toString()).isEqualTo("solved");
    assertThat(result.points()).isEqualTo(result.maximum()).isPositive();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    judges.forEach(Judge::close);
    if (compiler != null) {
      compiler.close();
    }
  }
}
