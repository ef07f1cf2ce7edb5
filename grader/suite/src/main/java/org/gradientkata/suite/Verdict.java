package org.gradientkata.suite;

import java.util.Arrays;
import java.util.Optional;
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
  private static final StackTraceElement[] NO_FRAMES = {};

  /** An exception's message may be as long as a learner likes. */
  private static final int LONGEST_MESSAGE = 400;

  /** Judges a test that has just run; looks at the last stub that was hit, whatever was thrown. */
  static Verdict of(Exercise exercise, Optional<Thrown> ended) {
    NotStarted stub = NotStarted.takeLatest();
    if (stub != null) {
      return ofStub(exercise, stub.exercise(), stub.place());
    }
    return ended
        .map(thrown -> of(exercise, thrown))
        .orElseGet(() -> new Verdict(State.SOLVED, "", NO_FRAMES));
  }

  /** A verdict that needs no stack. */
  static Verdict of(State state, String message) {
    return new Verdict(state, message, NO_FRAMES);
  }

  /** Lets the test end as its state wants: quietly, skipped with a word, or failed. */
  void report() {
    if (state == State.SOLVED) {
      return;
    }
    if (state.isFailure() || isStrict()) {
      throw new Finding(text(), frames);
    }
    throw aborted();
  }

  /** Lets a test end that failed just as another one did: skipped with the same word. */
  void reportAgain() {
    if (isStrict()) {
      report();
    }
    throw aborted();
  }

  private TestAbortedException aborted() {
    TestAbortedException skipped = new TestAbortedException(text());
    skipped.setStackTrace(frames);
    return skipped;
  }

  private String text() {
    return "[" + state.text() + "] " + message;
  }

  private static Verdict of(Exercise exercise, Thrown thrown) {
    if (thrown.kind() == Thrown.Kind.JUDGED) {
      return of(State.valueOf(thrown.type()), thrown.message());
    }
    StackTraceElement[] frames = Frames.ofLearner(thrown.frames());
    Texts kit = Texts.kit();
    Optional<StackTraceElement> answer = Frames.inAnswer(thrown.frames());
    Optional<String> other = otherExercise(exercise, thrown, answer);
    if (thrown.kind() == Thrown.Kind.STUB_IN_INITIALIZER) {
      return ofStub(exercise, thrown.message(), answer.orElse(thrown.frames()[0]));
    }
    if (thrown.kind().isOfCompiler()) {
      return other
          .map(o -> new Verdict(State.WAITING, kit.get("waiting.does-not-compile", o), frames))
          .orElseGet(
              () ->
                  new Verdict(
                      State.DOES_NOT_COMPILE, CompileProblems.explain(exercise, thrown), frames));
    }
    if (thrown.kind() == Thrown.Kind.INITIALIZER && other.isPresent()) {
      return new Verdict(State.WAITING, kit.get("waiting.wrong", other.get()), frames);
    }
    String wrong = wrongPredecessors(exercise);
    if (!wrong.isEmpty()) {
      return new Verdict(State.WAITING, kit.get("waiting.wrong", wrong), frames);
    }
    if (thrown.kind() == Thrown.Kind.DEADLINE) {
      return new Verdict(State.TIMED_OUT, kit.get("timed-out", place(thrown)), frames);
    }
    return new Verdict(State.WRONG, wrongText(exercise, thrown, answer.isPresent()), frames);
  }

  private static Verdict ofStub(Exercise exercise, String stubOf, StackTraceElement place) {
    StackTraceElement[] frames = {place};
    Texts kit = Texts.kit();
    String method = Frames.text(place);
    if (stubOf.equals(exercise.value())) {
      return new Verdict(State.NOT_STARTED, kit.get("not-started", method), frames);
    }
    return new Verdict(State.WAITING, kit.get("waiting", stubOf, method), frames);
  }

  /**
   * The other exercise whose class is to blame for what isn't there or could not be initialized.
   */
  private static Optional<String> otherExercise(
      Exercise exercise, Thrown thrown, Optional<StackTraceElement> answer) {
    Optional<String> owner = answer.flatMap(Frames::exercise);
    if ((thrown.kind().isOfCompiler() && owner.isEmpty()) || thrown.kind() == Thrown.Kind.LINKAGE) {
      String message = thrown.message().replace('/', '.');
      owner =
          isMentioned(exercise.value(), message)
              ? Optional.of(exercise.value())
              : Catalogue.exercises().stream().filter(e -> isMentioned(e, message)).findFirst();
    }
    return owner.filter(o -> !o.equals(exercise.value()));
  }

  /** By its full name in what the JVM says, by its simple name in what the compiler says. */
  private static boolean isMentioned(String exercise, String message) {
    return Catalogue.places(exercise).stream()
        .map(p -> p.className().substring(p.className().lastIndexOf('.') + 1))
        .anyMatch(name -> message.matches("(?s).*\\b" + name + "\\b.*"));
  }

  private static String wrongPredecessors(Exercise exercise) {
    return Arrays.stream(exercise.after())
        .filter(Results.current()::isFailing)
        .collect(Collectors.joining(", "));
  }

  private static String wrongText(Exercise exercise, Thrown thrown, boolean inAnswer) {
    Texts kit = Texts.kit();
    return switch (thrown.kind()) {
      case STACK_OVERFLOW -> kit.get("stack-overflow", place(thrown));
      case OUT_OF_MEMORY -> kit.get("out-of-memory", place(thrown));
      case INITIALIZER -> kit.get("initializer", thrown.type(), detail(thrown), place(thrown));
      case ASSERTION -> withDiagnosis(exercise, thrown.message());
      default -> {
        String text = kit.get(key(thrown, inAnswer), thrown.type(), detail(thrown), place(thrown));
        yield withDiagnosis(exercise, text);
      }
    };
  }

  private static String key(Thrown thrown, boolean inAnswer) {
    if (thrown.frames().length == 0) {
      return "thrown.nowhere";
    }
    return inAnswer ? "thrown" : "thrown.in-test";
  }

  private static String withDiagnosis(Exercise exercise, String message) {
    String diagnosis = Results.current().diagnosis(exercise);
    return diagnosis.isEmpty() ? message : message + "\n" + diagnosis;
  }

  private static String place(Thrown thrown) {
    return Frames.inAnswer(thrown.frames())
        .or(() -> Frames.top(thrown.frames()))
        .map(Frames::text)
        .orElse("?");
  }

  private static String detail(Thrown thrown) {
    String message = thrown.message().strip();
    if (message.isEmpty()) {
      return "";
    }
    return message.length() <= LONGEST_MESSAGE
        ? ": " + message
        : ": " + message.substring(0, LONGEST_MESSAGE) + "…";
  }

  private static boolean isStrict() {
    String strict = System.getProperty("kata.strict");
    return strict != null && !strict.equals("false");
  }
}
