package org.gradientkata.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** The outcomes of the run so far. Runs follow one another in a JVM, each with new results. */
public final class Results {
  private static volatile Results current = knowing(Set.of());

  private final Map<String, Exercise> exercises = new TreeMap<>();
  private final Map<String, List<Outcome>> outcomes = new TreeMap<>();
  private final Map<String, String> diagnoses = new TreeMap<>();
  private final Map<String, Boolean> ruleBreakers = new TreeMap<>();
  private final Map<String, List<SourceCompiler.Problem>> problems = new TreeMap<>();

  /** Exercises whose code used up its time, its memory or its stack. */
  private final Set<String> limited = new TreeSet<>();

  /** Whether a run only asks if anything fails: then one failure is enough, without a reason. */
  private final boolean firstFailureOnly;

  /** Exercises that an earlier run has found to be wrong. */
  private final Set<String> knownFailing;

  private Results(boolean firstFailureOnly, Set<String> knownFailing) {
    this.firstFailureOnly = firstFailureOnly;
    this.knownFailing = Set.copyOf(knownFailing);
  }

  /** Results of a run that is told what is wrong already. */
  static Results knowing(Set<String> failing) {
    return new Results(false, failing);
  }

  /** Results of a run that may end an exercise at its first failure and leave out diagnoses. */
  static Results untilFailure() {
    return new Results(true, Set.of());
  }

  /**
   * The results of the run that is going on.
   *
   * @return what {@link #startRun()} made
   */
  public static Results current() {
    return current;
  }

  /** Starts a new run and gives back the results of the one before. */
  static Results startRun() {
    return startRun(knowing(Set.of()));
  }

  /** Starts a new run with given results and gives back those of the one before. */
  static Results startRun(Results results) {
    Results before = current;
    current = results;
    return before;
  }

  /** Goes on with an earlier run. */
  static void resume(Results results) {
    current = results;
  }

  /** What the answer to an exercise was recognised as, computed at most once a run. */
  synchronized String diagnosis(Exercise exercise) {
    if (firstFailureOnly) {
      return "";
    }
    return diagnoses.computeIfAbsent(exercise.value(), name -> Diagnosis.text(exercise));
  }

  /** What keeps an exercise from compiling, computed at most once a run. */
  synchronized List<SourceCompiler.Problem> compileProblems(Exercise exercise) {
    return problems.computeIfAbsent(exercise.value(), name -> CompileProblems.of(exercise));
  }

  /** Whether the classes of an exercise break a rule, looked up at most once a run. */
  synchronized boolean breaksRules(String exercise, BooleanSupplier look) {
    return ruleBreakers.computeIfAbsent(exercise, name -> look.getAsBoolean());
  }

  synchronized void start(Exercise exercise) {
    exercises.put(exercise.value(), exercise);
    outcomes.put(exercise.value(), new ArrayList<>());
  }

  synchronized void add(Outcome outcome) {
    outcomes.get(outcome.exercise()).add(outcome);
  }

  /**
   * Whether an exercise was graded in this run and something in it, or in what it builds on, has to
   * be mended.
   */
  synchronized boolean isFailing(String exercise) {
    if (knownFailing.contains(exercise)
        || outcomesOf(exercise).stream().anyMatch(o -> o.state().isFailure())) {
      return true;
    }
    boolean waits = outcomesOf(exercise).stream().anyMatch(o -> o.state() == State.WAITING);
    return waits && Arrays.stream(exercises.get(exercise).after()).anyMatch(this::isFailing);
  }

  /** Whether nothing more is asked about an exercise. */
  synchronized boolean isDecided(String exercise) {
    return firstFailureOnly && outcomesOf(exercise).stream().anyMatch(o -> o.state().isFailure());
  }

  /** Whether a test of an exercise has failed in this run with this very verdict. */
  synchronized boolean hasFailed(String exercise, Verdict verdict) {
    return verdict.state().isFailure()
        && outcomesOf(exercise).stream()
            .anyMatch(o -> o.state() == verdict.state() && o.message().equals(verdict.message()));
  }

  /** Notes that a test of an exercise ended by a limit. */
  synchronized void limit(String exercise) {
    limited.add(exercise);
  }

  /** The exercises of which a test ended by a limit. */
  synchronized Set<String> limited() {
    return Set.copyOf(limited);
  }

  /** Whether a test of an exercise did not end in time in this run. */
  synchronized boolean hasTimedOut(String exercise) {
    return outcomesOf(exercise).stream().anyMatch(o -> o.state() == State.TIMED_OUT);
  }

  private List<Outcome> outcomesOf(String exercise) {
    return outcomes.getOrDefault(exercise, List.of());
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
          List<Outcome> tests = outcomes.get(name);
          int methods = Catalogue.places(name).stream().mapToInt(Catalogue.Place::methods).sum();
          int written = methods - Stubs.left(exercise);
          if (exercise.question() > 0) {
            methods = (int) tests.stream().filter(o -> o.stage() == Stage.QUESTION).count();
            written = methods - (int) tests.stream().filter(Results::isUnanswered).count();
          }
          standings.add(Standing.of(exercise, written, methods, tests));
        });
    return standings;
  }

  private static boolean isUnanswered(Outcome outcome) {
    return outcome.stage() == Stage.QUESTION && outcome.state() == State.NOT_STARTED;
  }
}
