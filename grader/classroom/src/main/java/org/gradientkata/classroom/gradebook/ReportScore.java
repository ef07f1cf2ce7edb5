package org.gradientkata.classroom.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.State;

/**
 * The points of one exercise by its report: a stage earns its points when all its tests are there
 * and pass; questions earn each its own share.
 *
 * @param entry the exercise in the manifest
 * @param questions how many questions the quiz has, whatever the report says
 */
record ReportScore(Manifest.Entry entry, int questions) {
  /** The outcome of an exercise without a report. */
  static final String NO_REPORT = "no_report";

  private static final String BROKEN = "broken_report";

  /** Without a report, or with one that can't be read. */
  ExerciseResult none(boolean broken, String detail) {
    return result(broken ? BROKEN : NO_REPORT, detail, List.of());
  }

  /** By a report; whatever is odd about it goes to the remarks. */
  ExerciseResult of(SurefireReport report, List<String> remarks) {
    List<ExerciseResult.TestResult> tests = new ArrayList<>();
    for (SurefireReport.Case each : report.cases()) {
      Manifest.Test test =
          entry.tests().stream().filter(t -> t.isNamed(each.name())).findFirst().orElse(null);
      if (test == null) {
        remarks.add(text("unknown-test", entry.exercise(), each.name()));
        continue;
      }
      if (!test.repeated() && tests.stream().anyMatch(t -> t.test().equals(test.method()))) {
        remarks.add(text("test-twice", entry.exercise(), each.name()));
      }
      tests.add(
          new ExerciseResult.TestResult(
              test.method(), each.name(), name(test.stage()), state(each), each.message()));
    }
    for (Manifest.Test test : entry.tests()) {
      if (tests.stream().noneMatch(t -> t.test().equals(test.method()))) {
        remarks.add(text("missing-test", entry.exercise(), test.title()));
      }
    }
    return result(outcome(tests), "", tests);
  }

  private ExerciseResult result(
      String outcome, String detail, List<ExerciseResult.TestResult> tests) {
    List<ExerciseResult.StageResult> stages = new ArrayList<>();
    for (Map.Entry<Stage, Integer> worth : entry.points().entrySet()) {
      String reason =
          tests.stream()
              .filter(t -> t.stage().equals(name(worth.getKey())) && !isSolved(t))
              .findFirst()
              .map(t -> t.title() + ": " + t.message())
              .orElse("");
      int points = points(worth.getKey(), worth.getValue(), tests);
      stages.add(
          new ExerciseResult.StageResult(name(worth.getKey()), points, worth.getValue(), reason));
    }
    int points = stages.stream().mapToInt(ExerciseResult.StageResult::points).sum();
    int maximum = stages.stream().mapToInt(ExerciseResult.StageResult::maximum).sum();
    int methods = Catalogue.places(entry.exercise()).stream().mapToInt(p -> p.methods()).sum();
    return new ExerciseResult(
        entry.exercise(),
        outcome,
        detail,
        points,
        maximum,
        points,
        -1,
        0,
        methods,
        stages,
        tests,
        List.of());
  }

  private int points(Stage stage, int worth, List<ExerciseResult.TestResult> tests) {
    if (stage == Stage.QUESTION) {
      long right =
          tests.stream()
              .filter(t -> t.stage().equals(name(stage)) && isSolved(t))
              .map(ExerciseResult.TestResult::title)
              .distinct()
              .count();
      return (int) (worth * Math.min(right, questions) / questions);
    }
    boolean complete =
        entry.testsOf(stage).stream()
            .allMatch(
                test -> {
                  List<ExerciseResult.TestResult> runs =
                      tests.stream().filter(t -> t.test().equals(test.method())).toList();
                  return !runs.isEmpty() && runs.stream().allMatch(ReportScore::isSolved);
                });
    return complete ? worth : 0;
  }

  private String outcome(List<ExerciseResult.TestResult> tests) {
    if (tests.isEmpty()) {
      return NO_REPORT;
    }
    if (tests.stream().anyMatch(t -> t.state().equals(name(State.WRONG)))) {
      return name(State.WRONG);
    }
    if (tests.stream().noneMatch(ReportScore::isSolved)) {
      return name(State.NOT_STARTED);
    }
    boolean all =
        tests.stream().allMatch(ReportScore::isSolved)
            && entry.tests().stream()
                .allMatch(e -> tests.stream().anyMatch(t -> t.test().equals(e.method())));
    return name(all ? State.SOLVED : State.IN_PROGRESS);
  }

  private static String state(SurefireReport.Case each) {
    return name(
        switch (each.result()) {
          case PASSED -> State.SOLVED;
          case FAILED -> State.WRONG;
          case SKIPPED -> State.NOT_STARTED;
        });
  }

  private static boolean isSolved(ExerciseResult.TestResult test) {
    return test.state().equals(name(State.SOLVED));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String text(String key, Object... arguments) {
    return ClassroomTexts.get("reports." + key, arguments);
  }
}
