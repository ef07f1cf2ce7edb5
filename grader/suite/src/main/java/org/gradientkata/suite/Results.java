package org.gradientkata.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outcomes of the run so far. One run has one; a new class loader starts anew. */
public final class Results {
  private static final Results CURRENT = new Results();

  private final Map<String, Exercise> exercises = new TreeMap<>();
  private final Map<String, List<Outcome>> outcomes = new TreeMap<>();

  private Results() {}

  /**
   * The results of the run that is going on.
   *
   * @return the only instance
   */
  public static Results current() {
    return CURRENT;
  }

  synchronized void start(Exercise exercise) {
    exercises.put(exercise.value(), exercise);
    outcomes.put(exercise.value(), new ArrayList<>());
  }

  synchronized void add(Outcome outcome) {
    outcomes.get(outcome.exercise()).add(outcome);
  }

  /** Whether an exercise was graded in this run and something in it has to be mended. */
  synchronized boolean isFailing(String exercise) {
    return outcomes.getOrDefault(exercise, List.of()).stream().anyMatch(o -> o.state().isFailure());
  }

  /**
   * The standing of every exercise that was graded in this run.
   *
   * @return in the order of the exercises
   */
  public synchronized List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    exercises.forEach(
        (name, exercise) -> {
          int methods = Catalogue.places(name).stream().mapToInt(Catalogue.Place::methods).sum();
          int written = methods - Stubs.left(exercise);
          standings.add(Standing.of(exercise, written, methods, outcomes.get(name)));
        });
    return standings;
  }
}
