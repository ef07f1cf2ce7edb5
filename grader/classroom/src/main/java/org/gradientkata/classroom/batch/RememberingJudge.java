package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.suite.Catalogue;

/**
 * A judge that is asked only about answers that the batch hasn't seen. A verdict depends on the
 * classes of the exercise and of those that it builds on, and on nothing else, so many a learner of
 * a class gets the verdict of another one's same code.
 */
final class RememberingJudge implements Judge {
  /** Ends that depend on nothing but the answer; a limit may be a matter of what ran before. */
  private static final Set<String> CALM =
      Set.of("solved", "wrong", "waiting", "not_started", "in_progress", "forbidden_api");

  private static final String SOLVED = "solved";

  private final Judge judge;
  private final KnownVerdicts known;
  private final Map<String, List<String>> predecessors;

  RememberingJudge(Judge judge, KnownVerdicts known, Map<String, List<String>> predecessors) {
    this.judge = judge;
    this.known = known;
    this.predecessors = predecessors;
  }

  @Override
  public List<ExerciseResult> judge(Case answers) throws IOException {
    Closures closures = new Closures(answers, predecessors);
    Map<String, ClosureKey> keys = new HashMap<>();
    Map<String, ExerciseResult> results = new HashMap<>();
    Set<String> open = new LinkedHashSet<>();
    for (String exercise : answers.exercises()) {
      if (Catalogue.places(exercise).isEmpty()) {
        open.add(exercise); // its answers are no classes
        continue;
      }
      ClosureKey key = ClosureKey.of(answers, closures.of(exercise));
      keys.put(exercise, key);
      Optional<ExerciseResult> verdict = known.of(exercise, key);
      verdict.ifPresentOrElse(v -> results.put(exercise, v), () -> open.add(exercise));
    }
    List<String> asked =
        answers.exercises().stream()
            .filter(e -> open.contains(e) || isNeeded(results.get(e), open, closures))
            .toList();
    if (!asked.isEmpty()) {
      List<ExerciseResult> judged = judge.judge(answers.only(asked));
      judged.forEach(r -> results.put(r.exercise(), r));
      if (judged.stream().allMatch(RememberingJudge::isCalm)) {
        judged.stream()
            .filter(r -> keys.containsKey(r.exercise()))
            .forEach(r -> known.add(r, keys.get(r.exercise())));
      }
    }
    return answers.exercises().stream().map(results::get).toList();
  }

  /**
   * What is wrong in a predecessor is said of the exercise too, so it has to be in the same run.
   */
  private static boolean isNeeded(ExerciseResult result, Set<String> open, Closures closures) {
    return !result.outcome().equals(SOLVED)
        && open.stream().anyMatch(o -> closures.of(o).contains(result.exercise()));
  }

  private static boolean isCalm(ExerciseResult result) {
    return CALM.contains(result.outcome())
        && result.tests().stream().noneMatch(t -> t.state().equals("timed_out"));
  }

  @Override
  public void close() {
    judge.close();
  }
}
