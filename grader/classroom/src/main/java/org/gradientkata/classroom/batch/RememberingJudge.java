package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Closures;

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
    Function<String, List<String>> closures = closures(answers);
    Map<String, ClosureKey> keys = new HashMap<>();
    Map<String, ExerciseResult> results = new HashMap<>();
    Set<String> open = new LinkedHashSet<>();
    for (String exercise : answers.exercises()) {
      if (Catalogue.places(exercise).isEmpty()) {
        open.add(exercise); // its answers are no classes
        continue;
      }
      ClosureKey key = ClosureKey.of(answers, closures.apply(exercise));
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

  private Function<String, List<String>> closures(Case answers) {
    if (answers.predecessors() == Predecessors.REFERENCE) {
      return List::of; // the same reference stands for whatever else there is
    }
    Map<String, Map<String, byte[]>> classes = new HashMap<>();
    for (String exercise : Catalogue.exercises()) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        CompiledFile file = answers.files().get(place.className());
        if (file != null) {
          classes.computeIfAbsent(exercise, e -> new HashMap<>()).putAll(file.classes());
        }
      }
    }
    return new Closures(classes, predecessors)::of;
  }

  /**
   * What is wrong in a predecessor is said of the exercise too, so it has to be in the same run.
   */
  private static boolean isNeeded(
      ExerciseResult result, Set<String> open, Function<String, List<String>> closures) {
    return !result.outcome().equals(SOLVED)
        && open.stream().anyMatch(o -> closures.apply(o).contains(result.exercise()));
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
