package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer can do to the run besides being wrong: take its time, print, return nonsense. */
@DisplayName("an answer that misbehaves")
class MisbehaviourTest {
  private static final String SIGMOID = "01 sigmoid";
  private static final String RELU = "03 relu";
  private static final String AFFINE = "07 affine";
  private static final String DEADLINE = "1000";
  private static final String VALUE = "return 1 / (1 + Math.exp(-x));";

  /** Endless for any deadline here, but no burden on the tests that follow. */
  private static final String LOOP =
      "long end = System.nanoTime() + 3_000_000_000L;\nwhile (System.nanoTime() < end) {}\n";

  @TempDir Path work;
  private Submission submission;

  @BeforeEach
  void start() {
    submission = new Submission(work);
  }

  @Test
  @DisplayName("an endless loop is met once, and the tests that follow share its verdict")
  void endlessLoopCostsOneDeadline() throws Exception {
    submission.with("Sigmoid", value(LOOP + "return 0;"));

    Standing sigmoid = quick(SIGMOID).get(0);

    assertThat(sigmoid.outcomes())
        .filteredOn(o -> o.state() == State.TIMED_OUT)
        .hasSizeGreaterThan(10)
        .filteredOn(o -> o.millis() > 100)
        .hasSize(1);
  }

  @Test
  @DisplayName("what a test prints is cut at 64 KB with a word, and ends with the test")
  void floodOfOutput() throws Exception {
    submission.with(
        "Sigmoid",
        value(
            "for (int i = 0; i < 3000; i++) System.out.print(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa \");\n"
                + VALUE));
    String printed = printed(() -> quick(SIGMOID));

    assertThat(printed).contains("… 64 KB of output is enough");
    long tests = printed.lines().filter(l -> l.startsWith("… 64 KB")).count();
    assertThat(printed.length()).isLessThan((int) (tests + 1) * (64 * 1024 + 200));

    submission = new Submission(work.resolve("endless"));
    submission.with(
        "Sigmoid", value(LOOP.replace("{}", "System.out.println(\"again\");") + "return 0;"));
    String endless = printed(() -> quick(SIGMOID));
    assertThat(endless.lines().filter(l -> l.equals("again")).count()).isLessThan(64 * 1024 / 5);
    assertThat(endless).endsWith("after the run\n");
  }

  @ParameterizedTest
  @MethodSource("oddMatrices")
  @DisplayName("null and matrices of a wrong kind become a clear line")
  void oddResults(String body, String words) throws Exception {
    submission.with("Affine", Submission.answer("Affine", Map.of("forward", body)));

    List<Standing> standings = quick(RELU, AFFINE);

    assertThat(standings.get(0).state()).isEqualTo(State.SOLVED);
    assertThat(standings.get(1).state()).isEqualTo(State.WRONG);
    assertThat(standings.get(1).outcomes())
        .filteredOn(o -> o.state() == State.WRONG)
        .isNotEmpty()
        .allSatisfy(o -> assertThat(o.message()).doesNotContain("\tat ", "suite."))
        .anySatisfy(o -> assertThat(o.message()).contains(words));
  }

  static Stream<Arguments> oddMatrices() {
    return Stream.of(
        Arguments.of("return null;", "is null"),
        Arguments.of("return new DMatrixRMaj(1, 1);", "is 1x1, expected"),
        Arguments.of(
            "DMatrixRMaj Y = new DMatrixRMaj(1, 1);\n"
                + "Y.numRows = X.numRows;\nY.numCols = W.numCols;\nreturn Y;",
            "its array has only 1 elements"),
        Arguments.of(
            "X.data[0] = 5;\nthis.X = X;\nreturn new DMatrixRMaj(X.numRows, W.numCols);", "X"));
  }

  private List<Standing> quick(String... exercises) throws Exception {
    return Language.with("kata.deadline", DEADLINE, () -> submission.grade(exercises));
  }

  private static String printed(Callable<?> task) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Language.in("en", task);
      Thread.sleep(50);
      System.out.print("after the run\n");
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String value(String body) {
    return Submission.answer("Sigmoid", Map.of("value", body));
  }
}
