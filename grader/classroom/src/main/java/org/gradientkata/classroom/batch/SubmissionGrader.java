package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.Judge.Predecessors;
import org.gradientkata.classroom.compile.AnswerCompiler;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.classroom.compile.CompiledFile.Status;
import org.gradientkata.classroom.intake.Remark;
import org.gradientkata.classroom.intake.Submission;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.StubHistory;

/**
 * Grades one submission after the other: compiles it, has it judged on its own, then once more with
 * the reference's predecessors, so that an early mistake doesn't cost what is built on it. The run
 * with more points counts, for each exercise; with equal points the learner's own.
 */
final class SubmissionGrader implements AutoCloseable {
  private static final String SOLVED = "solved";
  private static final String NOT_STARTED = "not_started";
  private static final String REFUSED = "refused";

  private final AnswerCompiler compiler;
  private final Judge judge;
  private final Map<String, List<String>> predecessors;
  private final List<String> exercises;

  /**
   * A grader.
   *
   * @param compiler compiles
   * @param judge decides
   * @param predecessors for each exercise those that it builds on, and those that they build on
   */
  SubmissionGrader(AnswerCompiler compiler, Judge judge, Map<String, List<String>> predecessors) {
    this(compiler, judge, predecessors, Catalogue.exercises());
  }

  /** A grader of some exercises. */
  SubmissionGrader(
      AnswerCompiler compiler,
      Judge judge,
      Map<String, List<String>> predecessors,
      List<String> exercises) {
    this.exercises = List.copyOf(exercises);
    this.compiler = compiler;
    this.judge = judge;
    this.predecessors = Map.copyOf(predecessors);
  }

  /** The results of a submission's exercises. */
  List<ExerciseResult> grade(Submission submission, long seed) throws IOException {
    Map<String, CompiledFile> files = compiler.compile(begun(submission.sources()));
    List<ExerciseResult> own =
        judge.judge(new Judge.Case(files, submission.sheet(), exercises, Predecessors.OWN, seed));
    Set<String> solved =
        own.stream()
            .filter(r -> r.outcome().equals(SOLVED))
            .map(ExerciseResult::exercise)
            .collect(Collectors.toSet());
    // What stands on solved exercises wouldn't do better on the reference's.
    List<String> again =
        own.stream()
            .filter(r -> !r.outcome().equals(SOLVED) && !r.outcome().equals(NOT_STARTED))
            .map(ExerciseResult::exercise)
            .filter(e -> !solved.containsAll(predecessors.getOrDefault(e, List.of())))
            .toList();
    Map<String, ExerciseResult> reference = new HashMap<>();
    if (!again.isEmpty()) {
      Judge.Case standingOnReference =
          new Judge.Case(files, submission.sheet(), again, Predecessors.REFERENCE, seed);
      judge.judge(standingOnReference).forEach(r -> reference.put(r.exercise(), r));
    }
    List<ExerciseResult> results = new ArrayList<>();
    for (ExerciseResult result : own) {
      ExerciseResult better = better(result, reference.get(result.exercise()));
      results.add(harmless(withIntake(better, files, submission.refusedClasses())));
    }
    return results;
  }

  /** A stub in which nothing was written is as good as none. */
  private static Map<String, String> begun(Map<String, String> sources) {
    Map<String, String> begun = new HashMap<>(sources);
    Catalogue.exercises().stream()
        .flatMap(exercise -> Catalogue.places(exercise).stream())
        .filter(place -> sources.containsKey(place.className()))
        .filter(place -> StubHistory.isStub(place.file(), sources.get(place.className())))
        .forEach(place -> begun.remove(place.className()));
    return begun;
  }

  private static ExerciseResult better(ExerciseResult own, ExerciseResult reference) {
    if (reference == null) {
      return own;
    }
    ExerciseResult counts = reference.points() > own.points() ? reference : own;
    return new ExerciseResult(
        counts.exercise(),
        counts.outcome(),
        counts.detail(),
        counts.points(),
        counts.maximum(),
        own.points(),
        reference.points(),
        counts.written(),
        counts.methods(),
        counts.stages(),
        counts.tests(),
        counts.problems());
  }

  /** What the judge can't know: files that were refused or that the compiler gave up on. */
  private static ExerciseResult withIntake(
      ExerciseResult result, Map<String, CompiledFile> files, Set<String> refused) {
    List<ExerciseResult.ProblemResult> problems = new ArrayList<>();
    String outcome = result.outcome();
    List<String> details = new ArrayList<>();
    int points = result.points();
    for (Catalogue.Place place : Catalogue.places(result.exercise())) {
      String name = place.className().substring(place.className().lastIndexOf('.') + 1) + ".java";
      CompiledFile file = files.get(place.className());
      if (refused.contains(place.className())) {
        outcome = REFUSED;
        details.add(ClassroomTexts.get("grade.refused", name));
      } else if (file != null) {
        file.problems()
            .forEach(
                p ->
                    problems.add(
                        new ExerciseResult.ProblemResult(name, p.line(), p.column(), p.message())));
        if (file.classes().isEmpty() && file.status() != Status.COMPILED) {
          outcome = "does_not_compile";
          details.add(ClassroomTexts.get("grade." + statusKey(file.status()), name));
        }
        if (!file.refused().isEmpty()) {
          outcome = "tampering_suspected";
          points = 0;
          details.add(ClassroomTexts.get("grade.shadows", name, String.join(", ", file.refused())));
        }
      }
    }
    if (!result.detail().isEmpty()) {
      details.add(result.detail());
    }
    return new ExerciseResult(
        result.exercise(),
        outcome,
        String.join("\n", details),
        points,
        result.maximum(),
        result.pointsWithOwn(),
        result.pointsWithReference(),
        result.written(),
        result.methods(),
        points == result.points() ? result.stages() : withoutPoints(result),
        outcome.equals(REFUSED) ? List.of() : result.tests(), // they met a stand-in
        problems);
  }

  /** A learner's exception, or the name of a class, may hold commands for a terminal. */
  private static ExerciseResult harmless(ExerciseResult r) {
    return new ExerciseResult(
        r.exercise(),
        r.outcome(),
        Remark.harmlessLines(r.detail()),
        r.points(),
        r.maximum(),
        r.pointsWithOwn(),
        r.pointsWithReference(),
        r.written(),
        r.methods(),
        r.stages().stream()
            .map(
                s ->
                    new ExerciseResult.StageResult(
                        s.stage(), s.points(), s.maximum(), Remark.harmlessLines(s.reason())))
            .toList(),
        r.tests().stream()
            .map(
                t ->
                    new ExerciseResult.TestResult(
                        t.test(),
                        t.title(),
                        t.stage(),
                        t.state(),
                        Remark.harmlessLines(t.message())))
            .toList(),
        r.problems().stream()
            .map(
                p ->
                    new ExerciseResult.ProblemResult(
                        p.file(), p.line(), p.column(), Remark.harmlessLines(p.message())))
            .toList());
  }

  private static List<ExerciseResult.StageResult> withoutPoints(ExerciseResult result) {
    return result.stages().stream()
        .map(s -> new ExerciseResult.StageResult(s.stage(), 0, s.maximum(), s.reason()))
        .toList();
  }

  private static String statusKey(Status status) {
    return switch (status) {
      case TIMED_OUT -> "compiler-time";
      case CRASHED -> "compiler-crash";
      default -> "no-class";
    };
  }

  @Override
  public void close() {
    compiler.close();
    judge.close();
  }
}
