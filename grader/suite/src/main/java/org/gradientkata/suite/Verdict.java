package org.gradientkata.suite;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gradientkata.contract.NotStarted;
import org.opentest4j.TestAbortedException;

/**
 * What to make of how a test ended.
 *
 * @param state the test's state
 * @param message why it didn't pass, in the reader's language; empty if it did
 * @param frames the learner's part of the stack
 */
record Verdict(State state, String message, StackTraceElement[] frames) {
  private static final boolean STRICT = isStrict();
  private static final String UNRESOLVED = "Unresolved compilation problem";

  /** Judges a test that has just run; looks at the last stub that was hit, whatever was thrown. */
  static Verdict of(Exercise exercise, Throwable thrown) {
    NotStarted stub = NotStarted.takeLatest();
    if (stub != null) {
      return ofStub(exercise, stub);
    }
    if (thrown == null) {
      return new Verdict(State.SOLVED, "", new StackTraceElement[0]);
    }
    StackTraceElement[] frames = Frames.ofLearner(thrown.getStackTrace());
    Texts kit = Texts.kit();
    if (isCompilerError(thrown)) {
      return new Verdict(State.DOES_NOT_COMPILE, CompileProblems.explain(exercise, thrown), frames);
    }
    String wrong = wrongPredecessors(exercise);
    if (!wrong.isEmpty()) {
      return new Verdict(State.WAITING, kit.get("waiting.wrong", wrong), frames);
    }
    if (thrown instanceof Deadline.Missed) {
      String place = Frames.inAnswer(thrown.getStackTrace()).map(Frames::text).orElse("?");
      return new Verdict(State.TIMED_OUT, kit.get("timed-out", place), frames);
    }
    String message = thrown instanceof AssertionError ? thrown.getMessage() : thrownText(thrown);
    String diagnosis = Results.current().diagnosis(exercise);
    return new Verdict(
        State.WRONG, diagnosis.isEmpty() ? message : message + "\n" + diagnosis, frames);
  }

  /** Lets the test end as its state wants: quietly, skipped with a word, or failed. */
  void report() {
    if (state == State.SOLVED) {
      return;
    }
    String text = "[" + state.text() + "] " + message;
    if (state.isFailure() || STRICT) {
      throw new Finding(text, frames);
    }
    TestAbortedException skipped = new TestAbortedException(text);
    skipped.setStackTrace(frames);
    throw skipped;
  }

  private static Verdict ofStub(Exercise exercise, NotStarted stub) {
    StackTraceElement place = stub.place();
    StackTraceElement[] frames = {place};
    Texts kit = Texts.kit();
    String method = Frames.text(place);
    if (stub.exercise().equals(exercise.value())) {
      return new Verdict(State.NOT_STARTED, kit.get("not-started", method), frames);
    }
    return new Verdict(State.WAITING, kit.get("waiting", stub.exercise(), method), frames);
  }

  private static boolean isCompilerError(Throwable thrown) {
    boolean unresolved =
        thrown.getClass() == Error.class
            && String.valueOf(thrown.getMessage()).startsWith(UNRESOLVED);
    return unresolved
        || (thrown instanceof LinkageError && !(thrown instanceof ExceptionInInitializerError));
  }

  private static String wrongPredecessors(Exercise exercise) {
    return Arrays.stream(exercise.after())
        .filter(Results.current()::isFailing)
        .collect(Collectors.joining(", "));
  }

  private static String thrownText(Throwable thrown) {
    Texts kit = Texts.kit();
    String place = Frames.inAnswer(thrown.getStackTrace()).map(Frames::text).orElse("?");
    if (thrown instanceof StackOverflowError) {
      return kit.get("stack-overflow", place);
    }
    if (thrown instanceof OutOfMemoryError) {
      return kit.get("out-of-memory", place);
    }
    return kit.get("thrown", thrown.getClass().getSimpleName(), safeMessage(thrown), place);
  }

  /** An exception of the learner's own may throw from its getMessage. */
  private static String safeMessage(Throwable thrown) {
    try {
      return thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    } catch (RuntimeException e) {
      return "";
    }
  }

  private static boolean isStrict() {
    String strict = System.getProperty("kata.strict");
    return strict != null && !strict.equals("false");
  }
}
