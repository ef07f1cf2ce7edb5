package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Judge;
import org.gradientkata.classroom.batch.JudgeFactory;
import org.gradientkata.classroom.compile.AnswerCompiler;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.compile.CompileLimits;
import org.gradientkata.classroom.compile.SubmissionCompiler;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.Standing;

/** Judges that run answers in a sandbox. */
public final class TrustedJudges implements JudgeFactory {
  private final Sandbox sandbox;
  private final TrustedLimits limits;
  private final Path tests;
  private final Path solutions;
  private final boolean rules;
  private final boolean apart;
  private final AtomicInteger turns = new AtomicInteger();

  /**
   * Judges, of which one at a time may judge in a JVM.
   *
   * @param sandbox what answers run in
   * @param limits what they may use up
   * @param tests jar or folder of the suite's tests
   * @param solutions folder of the reference's class files
   */
  public TrustedJudges(Sandbox sandbox, TrustedLimits limits, Path tests, Path solutions) {
    this(sandbox, limits, tests, solutions, true, false);
  }

  private TrustedJudges(
      Sandbox sandbox,
      TrustedLimits limits,
      Path tests,
      Path solutions,
      boolean rules,
      boolean apart) {
    this.rules = rules;
    this.apart = apart;
    this.sandbox = sandbox;
    this.limits = limits;
    this.tests = tests;
    this.solutions = solutions;
  }

  /**
   * Judges in processes of their own, so that several can judge at a time; with the usual limits.
   *
   * @param sandbox what answers run in
   * @param tests jar or folder of the suite's tests
   * @param solutions folder of the reference's class files
   * @return the judges
   */
  public static TrustedJudges apart(Sandbox sandbox, Path tests, Path solutions) {
    return new TrustedJudges(sandbox, TrustedLimits.usual(), tests, solutions, true, true);
  }

  /** Judges that may look away from broken rules, as {@link TrustedGrader} may. */
  TrustedJudges(Sandbox sandbox, TrustedLimits limits, Path tests, Path solutions, boolean rules) {
    this(sandbox, limits, tests, solutions, rules, false);
  }

  @Override
  public Judge judge() throws IOException {
    if (apart) {
      return new JudgeProcess(sandbox, tests, solutions, turns.getAndIncrement());
    }
    TrustedGrader grader = new TrustedGrader(sandbox, limits, tests, solutions, rules);
    return new Judge() {
      @Override
      public List<ExerciseResult> judge(Case answers) throws IOException {
        Map<String, Map<String, byte[]>> files = new TreeMap<>();
        answers.files().forEach((name, file) -> files.put(name, file.classes()));
        GradedAnswers graded =
            grader.grade(
                new AnswerClasses(files, answers.sheet()),
                answers.exercises(),
                TrustedGrader.Predecessors.valueOf(answers.predecessors().name()),
                answers.seed(),
                answers.failing());
        return graded.standings().stream().map(s -> result(s, graded)).toList();
      }

      @Override
      public void close() {
        grader.close();
      }
    };
  }

  private static ExerciseResult result(Standing s, GradedAnswers graded) {
    String exercise = s.exercise().value();
    List<String> differences = graded.differences().getOrDefault(exercise, List.of());
    boolean counts = differences.isEmpty();
    List<ExerciseResult.StageResult> stages = new ArrayList<>();
    for (Map.Entry<Stage, Integer> worth : s.worth().entrySet()) {
      int earned = counts ? s.earned().get(worth.getKey()) : 0;
      stages.add(
          new ExerciseResult.StageResult(
              name(worth.getKey()), earned, worth.getValue(), s.reason(worth.getKey())));
    }
    List<ExerciseResult.TestResult> tests = s.outcomes().stream().map(TrustedJudges::test).toList();
    return new ExerciseResult(
        exercise,
        graded.outcomes().get(exercise),
        counts ? "" : ClassroomTexts.get("grade.by-heart", String.join(", ", differences)),
        counts ? s.points() : 0,
        s.maximum(),
        counts ? s.points() : 0,
        -1,
        Math.max(0, s.written()),
        s.methods(),
        stages,
        tests,
        List.of());
  }

  private static ExerciseResult.TestResult test(Outcome o) {
    return new ExerciseResult.TestResult(
        o.method(), o.title(), name(o.stage()), name(o.state()), o.message());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public AnswerCompiler compiler() {
    List<Path> classPath = new ArrayList<>(CodePlaces.ofContract());
    classPath.add(solutions);
    return new SubmissionCompiler(classPath, CompileLimits.usual());
  }

  @Override
  public String isolation() {
    return sandbox.name();
  }

  @Override
  public boolean advisory() {
    return !sandbox.present();
  }

  @Override
  public String limits() {
    return limits.toString();
  }

  @Override
  public List<Path> kit() {
    List<Path> kit = new ArrayList<>(CodePlaces.of(TrustedJudges.class, AnswerRun.class));
    kit.addAll(CodePlaces.ofContract());
    kit.add(tests);
    kit.add(solutions);
    return kit;
  }

  @Override
  public Map<String, List<String>> predecessors() {
    Map<String, List<String>> predecessors = new TreeMap<>();
    Catalogue.exercises().forEach(e -> predecessors.put(e, List.copyOf(Reference.predecessors(e))));
    return predecessors;
  }
}
