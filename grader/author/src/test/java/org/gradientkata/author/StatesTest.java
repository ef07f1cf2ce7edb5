package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of an exercise, reached by an answer that was written for it, and everything that an
 * answer can do to the run; the exercise beside it always gets its own verdict.
 */
@DisplayName("the states of an exercise")
class StatesTest {
  private static final String SIGMOID = "01 sigmoid";
  private static final String TANH = "02 tanh";
  private static final String RELU = "03 relu";

  /** Endless for any deadline here, but no burden on the tests that follow. */
  private static final String LOOP =
      "long end = System.nanoTime() + 3_000_000_000L;\nwhile (System.nanoTime() < end) {}\n";

  private static final String DEADLINE = "1000";
  private static final String VALUE = "double e = Math.exp(-x);\nreturn 1 / (1 + e);";

  @TempDir Path work;
  private Submission submission;

  @BeforeEach
  void start() {
    submission = new Submission(work);
  }

  /**
   * An answer to exercise 01 and what is made of it.
   *
   * @param what what is special about it
   * @param text its source
   * @param state its state
   * @param en words of the message
   * @param ja words of the message in Japanese
   */
  record Case(String what, String text, State state, String en, String ja) {

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() {
    String solved = Submission.answer("Sigmoid", Map.of());
    String stub = Submission.stub("Sigmoid");
    return Stream.of(
        new Case("stub", stub, State.NOT_STARTED, "Write Sigmoid.", "を書いてください"),
        new Case(
            "one method written",
            replaceFirst(stub, "throw new NotStarted(\"01 sigmoid\");", VALUE),
            State.IN_PROGRESS,
            "Write Sigmoid.",
            "を書いてください"),
        new Case(
            "stub in a static initialiser",
            stub.replace(
                "implements Activation {",
                "implements Activation {\n  static final double HALF = new Sigmoid().value(0);"),
            State.NOT_STARTED,
            "Write Sigmoid.value",
            "Sigmoid.value"),
        new Case(
            "stub in a constructor",
            stub.replace(
                "implements Activation {",
                "implements Activation {\n  final double half = value(0);"),
            State.NOT_STARTED,
            "Write Sigmoid.value",
            "Sigmoid.value"),
        new Case("swallowed stub", swallowed(stub), State.IN_PROGRESS, "Write ", "を書いてください"),
        new Case("solution", solved, State.SOLVED, "", ""),
        new Case(
            "missing semicolon",
            value("return 1 / (1 + Math.exp(-x))"),
            State.DOES_NOT_COMPILE,
            "insert \";\"",
            "コンパイラが読めません"),
        new Case(
            "missing brace",
            value("if (x > 0) {\n" + VALUE),
            State.DOES_NOT_COMPILE,
            "The compiler can't read this part",
            "コンパイラが読めません"),
        new Case(
            "renamed method",
            solved.replace("derivativeFromValue", "derivativeFromY"),
            State.DOES_NOT_COMPILE,
            "Sigmoid.derivativeFromValue(double)",
            "雛形どおりの形"),
        new Case(
            "unknown name",
            value("return sgm(x);"),
            State.DOES_NOT_COMPILE,
            "sgm(double) is undefined",
            "sgm(double)"),
        new Case("wrong", value("return x;"), State.WRONG, "expected", "期待は"),
        new Case("NaN", value("return Double.NaN;"), State.WRONG, "seen NaN", "実際は NaN"),
        new Case(
            "endless loop",
            value(LOOP + "return 0;"),
            State.TIMED_OUT,
            "at Sigmoid.value (Sigmoid.java:",
            "実行中でした: Sigmoid.value"),
        new Case(
            "endless recursion",
            value("return 1 + value(x);"),
            State.WRONG,
            "Sigmoid.value (Sigmoid.java:",
            "スタックを使い切りました"),
        new Case(
            "exhausted memory",
            value(
                "java.util.List<long[]> all = new java.util.ArrayList<>();\n"
                    + "while (true) all.add(new long[Integer.MAX_VALUE - 8]);"),
            State.WRONG,
            "memory is used up, at Sigmoid.value",
            "メモリを使い切りました: Sigmoid.value"),
        new Case(
            "exception",
            value("throw new IllegalStateException(\"no idea\");"),
            State.WRONG,
            "Your code threw IllegalStateException: no idea, at Sigmoid.value",
            "IllegalStateException: no idea」を投げました"),
        new Case(
            "assertion of the learner's own",
            value("throw new AssertionError(\"mine\");"),
            State.WRONG,
            "Your code threw AssertionError: mine",
            "AssertionError: mine」を投げました"),
        new Case(
            "index out of bounds",
            value("double[] none = {};\nreturn none[0];"),
            State.WRONG,
            "ArrayIndexOutOfBoundsException: Index 0 out of bounds",
            "ArrayIndexOutOfBoundsException"),
        new Case(
            "broken exception",
            value(
                """
                throw new RuntimeException() {
                  @Override public String getMessage() { throw new Error(); }
                  @Override public String toString() { return null; }
                  @Override public Throwable getCause() { throw this; }
                  @Override public void printStackTrace(java.io.PrintStream s) { throw this; }
                };"""),
            State.WRONG,
            "Your code threw ",
            "を投げました"),
        new Case(
            "exception whose message never comes",
            value(
                "throw new RuntimeException() {\n"
                    + "  @Override public String getMessage() { "
                    + LOOP
                    + " return null; }\n"
                    + "};"),
            State.TIMED_OUT,
            "Sigmoid$1.getMessage",
            "Sigmoid$1.getMessage"),
        new Case(
            "exception without a stack",
            value("throw new RuntimeException(\"void\", null, false, false) {};"),
            State.WRONG,
            "RuntimeException",
            ""),
        new Case(
            "exception in a static initialiser",
            solved.replace(
                "implements Activation {",
                "implements Activation {\n  static final int[] TABLE = {1 / (int) Math.sin(0)};"),
            State.WRONG,
            "its static part threw ArithmeticException: / by zero, at Sigmoid.<clinit>",
            "static な部分が「ArithmeticException"),
        new Case(
            "exception in a constructor",
            solved.replace(
                "implements Activation {",
                "implements Activation {\n  final int size = 1 / (int) Math.sin(0);"),
            State.WRONG,
            "ArithmeticException: / by zero",
            "ArithmeticException"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("each answer gets its state and one clear line, and the next exercise its own")
  void eachAnswerGetsItsState(Case c) throws Exception {
    submission.with("Sigmoid", c.text());

    for (String language : List.of("en", "ja")) {
      List<Standing> standings = Language.in(language, () -> quick(SIGMOID, RELU));

      Standing sigmoid = standings.get(0);
      assertThat(sigmoid.state()).as(sigmoid.toString()).isEqualTo(c.state());
      String message = sigmoid.reason().map(Outcome::message).orElse("");
      assertThat(message).contains(language.equals("en") ? c.en() : c.ja());
      assertThat(message).doesNotContain("\tat ");
      assertThat(message.lines().count()).isLessThan(12);
      assertThat(standings.get(1).state()).isEqualTo(State.SOLVED);
    }
  }

  @Test
  @DisplayName("a broken method costs its own points and no more")
  void partialCredit() throws Exception {
    submission.with("Sigmoid", value("return 1 / (1 + Math.exp(-x))"));

    Standing sigmoid = quick(SIGMOID).get(0);

    assertThat(sigmoid.outcomes())
        .filteredOn(o -> o.method().startsWith("derivative"))
        .isNotEmpty()
        .allMatch(o -> o.state() == State.SOLVED);
  }

  @Test
  @DisplayName("what is not written waits for what it calls")
  void waitsForAStub() throws Exception {
    submission.with("Sigmoid", Submission.stub("Sigmoid"));
    submission.with("Tanh", tanhBySigmoid());

    List<Standing> standings = quick(SIGMOID, TANH, RELU);

    assertThat(standings)
        .extracting(Standing::state)
        .containsExactly(State.NOT_STARTED, State.WAITING, State.SOLVED);
    assertThat(standings.get(1).reason().orElseThrow().message())
        .startsWith("This calls exercise 01 sigmoid, which is not written yet: Sigmoid.value");
    assertThat(
            Language.in("ja", () -> quick(SIGMOID, TANH)).get(1).reason().orElseThrow().message())
        .startsWith("演習 01 sigmoid を呼び出していますが");
  }

  @ParameterizedTest
  @MethodSource("brokenSigmoids")
  @DisplayName("what builds on something wrong doesn't blame itself")
  void waitsForAWrongPredecessor(String text) throws Exception {
    submission.with("Sigmoid", text);
    submission.with("Tanh", tanhBySigmoid());
    submission.withTest(
        "org/gradientkata/activation/TanhTest.java",
        s -> s.replaceFirst("value = \"02 tanh\",", "$0 after = \"01 sigmoid\","));

    List<Standing> standings = quick(SIGMOID, TANH, RELU);

    assertThat(standings.get(0).state().isFailure()).isTrue();
    assertThat(standings.get(1).state())
        .as(standings.get(1).reason().toString())
        .isEqualTo(State.WAITING);
    assertThat(standings.get(1).reason().orElseThrow().message()).contains("01 sigmoid", "first");
    assertThat(standings.get(2).state()).isEqualTo(State.SOLVED);
  }

  static Stream<String> brokenSigmoids() {
    return Stream.of(
        value("return 0.3;"),
        value(LOOP + "return 0;"),
        value("return 1 +;"),
        value("System.exit(1);\nreturn 0;"),
        Submission.answer("Sigmoid", Map.of())
            .replace(
                "implements Activation {",
                "implements Activation {\n  static final int[] TABLE = {1 / (int) Math.sin(0)};"));
  }

  @Test
  @DisplayName("strict: what is not started is a failure too")
  void strict() throws Exception {
    submission.with("Sigmoid", Submission.stub("Sigmoid"));

    Standing sigmoid = Language.with("kata.strict", "true", () -> quick(SIGMOID).get(0));

    assertThat(sigmoid.state()).isEqualTo(State.NOT_STARTED);
    assertThat(sigmoid.points()).isZero();
  }

  private List<Standing> quick(String... exercises) throws Exception {
    return Language.with("kata.deadline", DEADLINE, () -> submission.grade(exercises));
  }

  private static String value(String body) {
    return Submission.answer("Sigmoid", Map.of("value", body));
  }

  private static String tanhBySigmoid() {
    return Submission.answer("Tanh", Map.of("value", "return 2 * new Sigmoid().value(2 * x) - 1;"));
  }

  private static String swallowed(String stub) {
    return replaceFirst(
        stub,
        "throw new NotStarted(\"01 sigmoid\");",
        "try {\n  return derivativeFromValue(x);\n} catch (Throwable t) {\n  return 0.5;\n}");
  }

  private static String replaceFirst(String text, String part, String replacement) {
    int at = text.indexOf(part);
    return text.substring(0, at) + replacement + text.substring(at + part.length());
  }
}
