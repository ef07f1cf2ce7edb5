package org.gradientkata.suite;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tests of one exercise, one after the other. What would only happen again is not run again:
 * after an endless loop or exhausted memory the tests that follow get the same verdict at once.
 */
final class ExerciseRun {
  private static final long TEST_MILLIS = 10_000;
  private static final long EXERCISE_MILLIS = 60_000;

  /** Where a predecessor has shown an endless loop, it is likely to be met again. */
  private static final long SUSPICIOUS_MILLIS = 2_000;

  private static final long RELEASE_MILLIS = 1_000;

  private final Exercise exercise;
  private final long testMillis = Long.getLong("kata.deadline", TEST_MILLIS);
  private final long exerciseMillis = Long.getLong("kata.deadline.exercise", EXERCISE_MILLIS);
  private Verdict forAll;
  private long spent;

  /**
   * A run.
   *
   * @param exercise the annotation of the test class
   * @param loader where the answers come from
   */
  ExerciseRun(Exercise exercise, ClassLoader loader) {
    this.exercise = exercise;
    this.forAll = AnswerRules.verdict(exercise, loader).orElse(null);
  }

  /** The verdict that holds for every test from now on, without running it. */
  Optional<Verdict> forAll() {
    return Optional.ofNullable(forAll);
  }

  /** Runs a test. */
  Verdict run(Deadline.Task test) {
    long left = exerciseMillis - spent;
    if (left <= 0) {
      forAll =
          Verdict.of(State.TIMED_OUT, Texts.kit().get("timed-out.exercise", exerciseMillis / 1000));
      Results.current().limit(exercise.value());
      return forAll;
    }
    long start = System.nanoTime();
    try {
      Optional<Thrown> ended = Deadline.run(test, Math.min(left, deadline()));
      Verdict verdict = Verdict.of(exercise, ended);
      Optional<Thrown.Kind> kind = ended.map(Thrown::kind);
      if (kind.isPresent() && isLimit(kind.get())) {
        Results.current().limit(exercise.value());
      }
      if (kind.isPresent() && isHopeless(kind.get())) {
        forAll = verdict;
        release();
      }
      return verdict;
    } catch (RuntimeException e) { // a test without a verdict must not look as if it passed
      return Verdict.of(State.WRONG, Texts.kit().get("broken", e));
    } catch (OutOfMemoryError e) { // a test that is still running leaves nothing to judge it with
      release();
      Results.current().limit(exercise.value());
      forAll = Verdict.of(State.WRONG, Texts.kit().get("out-of-memory", exercise.value()));
      return forAll;
    } finally {
      spent += (System.nanoTime() - start) / 1_000_000;
    }
  }

  private long deadline() {
    boolean suspicious = Arrays.stream(exercise.after()).anyMatch(Results.current()::hasTimedOut);
    return suspicious ? Math.min(testMillis, SUSPICIOUS_MILLIS) : testMillis;
  }

  /** Where it lies may be a matter of what ran before. */
  private static boolean isLimit(Thrown.Kind kind) {
    return isHopeless(kind) || kind == Thrown.Kind.STACK_OVERFLOW;
  }

  private static boolean isHopeless(Thrown.Kind kind) {
    return kind == Thrown.Kind.DEADLINE || kind == Thrown.Kind.OUT_OF_MEMORY;
  }

  /** What static fields hold is lost to the exercises that follow. */
  private void release() {
    Deadline.runSilently(() -> StaticFields.release(exercise.answers()), RELEASE_MILLIS);
  }
}
