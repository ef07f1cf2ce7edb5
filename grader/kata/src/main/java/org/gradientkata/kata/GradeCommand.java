package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.batch.GradeRun;
import org.gradientkata.classroom.batch.JudgeFactory;
import org.gradientkata.classroom.batch.Shard;
import org.gradientkata.classroom.export.Export;
import org.gradientkata.classroom.export.Format;
import org.gradientkata.classroom.export.GradedBatch;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.classroom.policy.PolicyFile;
import org.gradientkata.classroom.rules.CourseRules;
import org.gradientkata.classroom.rules.CourseRulesFile;
import org.gradientkata.classroom.rules.RuledJudges;
import org.gradientkata.classroom.trusted.Sandbox;
import org.gradientkata.classroom.trusted.TrustedJudges;
import org.gradientkata.classroom.trusted.TrustedLimits;
import org.gradientkata.suite.SourceCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a folder of submissions. */
@Command(
    name = "grade",
    subcommands = {
      GradeMergeCommand.class,
      GradeExportCommand.class,
      GradeFeedbackCommand.class,
      GradeSimilarityCommand.class
    })
final class GradeCommand implements Callable<Integer> {
  private static final Map<String, String> PATIENCE =
      Map.of("kata.deadline", "60000", "kata.deadline.exercise", "300000");

  /** More would wait for each other on any machine. */
  private static final int MOST_JOBS = 64;

  private final Console console;

  @Spec private CommandSpec spec;

  // Neither is demanded by picocli, which would demand them of the subcommand too.
  @Parameters(paramLabel = "SUBMISSIONS", arity = "0..1", descriptionKey = "submissions")
  private String submissions;

  @Option(names = "--out", paramLabel = "DIR")
  private String out;

  @Option(names = "--roster", paramLabel = "CSV")
  private String roster;

  @Option(names = "--seed", paramLabel = "N")
  private Long seed;

  @Option(names = "--shard", paramLabel = "I/N", defaultValue = "0/1")
  private String shard;

  @Option(names = "--jobs", paramLabel = "N")
  private String jobs;

  @Option(names = "--require-sandbox")
  private boolean requireSandbox;

  @Option(names = "--rules", paramLabel = "YAML")
  private String rules;

  @Option(names = "--policy", paramLabel = "YAML")
  private String policy;

  GradeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::grade);
  }

  private int grade() throws IOException {
    if (submissions == null || out == null) {
      throw new UsageProblem(Messages.get("grade.usage"));
    }
    Sandbox sandbox = Sandbox.find();
    requireIsolation(sandbox, requireSandbox, Sandbox.isRoot());
    // Answers wait for their worker and for other submissions: what counts is processor time.
    PATIENCE.forEach((name, millis) -> System.getProperties().putIfAbsent(name, millis));
    try {
      int processors = Runtime.getRuntime().availableProcessors();
      int atATime = jobs == null ? processors : Typed.whole("--jobs", jobs, 1, MOST_JOBS);
      Roster people = roster == null ? Roster.empty() : Roster.read(Kit.typed(roster));
      checkPolicy(people);
      GradeRun run =
          new GradeRun(
              Kit.typed(submissions),
              Kit.typed(out),
              people,
              seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
              atATime,
              Shard.of(shard));
      CourseRules forbidden =
          rules == null ? CourseRules.none() : CourseRulesFile.read(Kit.typed(rules));
      Path solutions = solutions();
      JudgeFactory judges =
          new RuledJudges(
              atATime == 1
                  ? new TrustedJudges(sandbox, TrustedLimits.usual(), Tests.place(), solutions)
                  : TrustedJudges.apart(sandbox, Tests.place(), solutions),
              forbidden);
      forbidden.remarks(solutions).forEach(console.out()::println);
      GradeRun.Summary summary;
      try (GradeBar bar = new GradeBar(console)) {
        summary =
            EarlyEnd.saying(Messages.get("grade.stopped"), () -> run.run(judges, bar::finished));
      }
      report(summary, sandbox);
      writeGrades();
      return summary.errors().isEmpty() ? Kata.OK : Kata.WRONG;
    } catch (ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
  }

  /** A policy with a mistake is refused before hours of grading, not after them. */
  private void checkPolicy(Roster people) throws IOException {
    if (policy != null) {
      if (!Shard.of(shard).equals(Shard.WHOLE)) {
        throw new Mistake(Messages.get("grade.policy-shard"));
      }
      Set<String> ids = new HashSet<>();
      people.people().forEach(p -> ids.add(p.id()));
      SubmissionPlace.in(Kit.typed(submissions)).forEach(p -> ids.add(p.name()));
      PolicyFile.read(Kit.typed(policy), ids);
    }
  }

  private void writeGrades() throws IOException {
    if (policy != null) {
      Path folder = Kit.typed(out);
      GradedBatch batch = GradedBatch.read(folder, Optional.of(Kit.typed(policy)));
      Path file = folder.resolve("grades.csv");
      new Export(Format.CSV, Export.COLUMN).write(batch, file).forEach(console.out()::println);
      console.out().println(Messages.get("grade.exported", file));
    }
  }

  /** Refuses to run answers outside of a sandbox as root, or where one is demanded. */
  static void requireIsolation(Sandbox sandbox, boolean demanded, boolean root) {
    if (demanded && !sandbox.present()) {
      throw new Mistake(Messages.get("grade.no-sandbox"));
    }
    if (root && !sandbox.present()) {
      throw new Mistake(Messages.get("grade.root"));
    }
  }

  private static Path solutions() {
    AnswerSet solutions = Kit.here().answers(true);
    List<SourceCompiler.Problem> problems = solutions.compileIfChanged();
    if (!problems.isEmpty()) {
      throw new Mistake(Messages.get("grade.solutions-broken", problems.get(0).file()));
    }
    return solutions.classes();
  }

  private void report(GradeRun.Summary s, Sandbox sandbox) {
    s.remarks().forEach(console.out()::println);
    s.errors().forEach(name -> console.out().println(Messages.get("grade.error", name)));
    ChangeLines.of(s.changes()).forEach(console.out()::println);
    console
        .out()
        .println(
            Messages.get("grade.done", s.graded(), s.kept(), Kit.typed(out), s.settings().seed()));
    console
        .out()
        .println(
            sandbox.present()
                ? Messages.get("grade.sandbox", sandbox.name())
                : Messages.get("grade.advisory"));
  }
}
