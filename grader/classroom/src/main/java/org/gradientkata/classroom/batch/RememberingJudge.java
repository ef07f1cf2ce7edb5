package org.gradientkata.classroom.batch;

import static java.util.Collections.disjoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Closures;
import org.gradientkata.suite.State;

/**
 * A judge that is asked only about answers that the batch hasn't seen. A verdict depends on the
 * classes of the exercise and of those that it builds on, that on the quiz on the answer sheet, and
 * on nothing else; so many a learner of a class gets the verdict of another one's same answer.
 */
final class RememberingJudge implements Judge {
  /** Ends that depend on nothing but the answer; a limit may be a matter of what ran before. */
  private static final Set<String> CALM =
      Set.of(
          "solved",
          "wrong",
          "waiting",
          "not_started",
          "in_progress",
          "does_not_compile",
          "forbidden_api");

  private static final Set<String> FAILURES =
      Arrays.stream(State.values())
          .filter(State::isFailure)
          .map(state -> state.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

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
    Set<String> open = new HashSet<>();
    for (String exercise : answers.exercises()) {
      ClosureKey key =
          Catalogue.places(exercise).isEmpty()
              ? ClosureKey.ofSheet(answers)
              : ClosureKey.of(answers, closures.apply(exercise));
      keys.put(exercise, key);
      Optional<ExerciseResult> verdict = known.of(exercise, key);
      verdict.ifPresentOrElse(v -> results.put(exercise, v), () -> open.add(exercise));
    }
    List<String> asked = new ArrayList<>();
    Set<String> failing = new TreeSet<>();
    for (String exercise : answers.exercises()) {
      List<String> before = predecessors.getOrDefault(exercise, List.of());
      if (open.contains(exercise) || (waits(results.get(exercise)) && !disjoint(before, asked))) {
        asked.add(exercise);
      } else if (fails(results.get(exercise))
          || (waits(results.get(exercise)) && !disjoint(before, failing))) {
        failing.add(exercise);
      }
    }
    if (!asked.isEmpty()) {
      List<ExerciseResult> judged = judge.judge(answers.only(asked, failing));
      judged.forEach(r -> results.put(r.exercise(), r));
      if (judged.stream().allMatch(RememberingJudge::isCalm)) {
        judged.forEach(r -> known.add(r, keys.get(r.exercise())));
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
    Closures closures = new Closures(classes, predecessors);
    // What nobody has begun says the same of every learner, whatever they wrote elsewhere.
    return e -> isHandedIn(answers, e) ? closures.of(e) : List.of(e);
  }

  private static boolean isHandedIn(Case answers, String exercise) {
    return Catalogue.places(exercise).stream()
        .anyMatch(place -> answers.files().containsKey(place.className()));
  }

  /** Whether a test says that something has to be mended; a predecessor that does is named. */
  private static boolean fails(ExerciseResult result) {
    return result.tests().stream().anyMatch(t -> FAILURES.contains(t.state()));
  }

  private static boolean waits(ExerciseResult result) {
    return result.tests().stream().anyMatch(t -> t.state().equals("waiting"));
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
