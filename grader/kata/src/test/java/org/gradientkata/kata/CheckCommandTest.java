package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private static final String LINE = "org/gradientkata/activation/Sigmoid.java";

  @TempDir private Path temp;
  private SmallCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = SmallCheckout.in(temp);
  }

  @Test
  @DisplayName("an untouched stub is not started, which is nothing wrong")
  void shouldSayNotStartedWhenStubIsUntouched() throws Exception {
    CommandRun run = checkout.run("check", "1");

    assertThat(run.out()).contains("· 01 sigmoid", "not started", "0 of 1 solved", LINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.OK);
  }

  @Test
  @DisplayName("in strict mode what is not solved is wrong")
  void shouldFailWhenStrictAndNotStarted() throws Exception {
    assertThat(checkout.run("check", "sigmoid", "--strict").code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("a right answer is solved, also in strict mode; a saved file is compiled by itself")
  void shouldSaySolvedWhenAnswerIsRight() throws Exception {
    checkout.run("check", "1");
    checkout.answer("Sigmoid", "Sigmoid");

    CommandRun run = checkout.run("check", "1", "--strict");

    assertThat(run.out()).contains("✔ 01 sigmoid", "1 of 1 solved");
    assertThat(run.code()).isEqualTo(Kata.OK);
  }

  @Test
  @DisplayName("a wrong answer fails with its message")
  void shouldFailWhenAnswerIsWrong() throws Exception {
    checkout.answer("return y * (1 - y);", "return (1 - y) / y;");

    CommandRun run = checkout.run("check", "1");

    assertThat(run.out()).contains("✘ 01 sigmoid", "wrong", "expected");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("what doesn't compile is shown with its line, a caret and the compiler's words")
  void shouldShowLineAndCaretWhenAnswerDoesNotCompile() throws Exception {
    checkout.answer("return y * (1 - y);", "return y * (1 - z);");

    CommandRun run = checkout.run("check", "1");

    assertThat(run.out()).contains("does not compile", LINE + ":", "^ z cannot be resolved");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("System.exit in an answer neither passes nor ends the run")
  void shouldFailWhenAnswerCallsExit() throws Exception {
    checkout.answer("return y * (1 - y);", "System.exit(0); return 0;");

    CommandRun run = checkout.run("check", "1");

    assertThat(run.out()).contains("✘ 01 sigmoid", "System.exit", "0 of 1 solved");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          Object[] all = null; while (y < 2) { all = new Object[] {all, new double[1 << 24]}; } | wrong | The memory is used up
          return derivativeFromValue(y) + 1; | wrong | calls itself again and again
          while (y < 2) { System.out.println("again"); } | timed out | still running
          Runtime.getRuntime().halt(0); | wrong | Runtime
          new Thread(() -> { while (y < 2) {} }).start(); | wrong | Thread
          """)
  @DisplayName("code that runs away gets a verdict with a reason, whatever it does to its JVM")
  void shouldNameWhatRunsAway(String body, String state, String reason) throws Exception {
    checkout.answer("return y * (1 - y);", "if (y < 2) { " + body + " } return 0;");

    // a search for memory may take seconds on a busy machine, an endless loop as long as it may
    String deadline = state.equals("timed out") ? "1500" : "30000";
    CommandRun run = checkout.run("check", "1", "-Dkata.deadline=" + deadline);

    assertThat(run.out()).contains("✘ 01 sigmoid", state, reason, "0 of 1 solved");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("a class that is gone is named with its file; it doesn't count as solved")
  void shouldNameFileWhenClassIsMissing() throws Exception {
    Files.delete(checkout.stub());

    CommandRun run = checkout.run("check", "1");

    assertThat(run.err()).startsWith("✘ 01 sigmoid: the class org.gradientkata.activation.Sigmoid");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("--solutions grades the reference and leaves the exercises alone")
  void shouldGradeSolutionsWhenAsked() throws Exception {
    CommandRun run = checkout.run("check", "1", "--solutions", "--strict");

    assertThat(run.out()).contains("✔ 01 sigmoid");
    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(Files.exists(temp.resolve("exercises/target"))).isFalse();
  }

  @Test
  @DisplayName("list shows title, points and state")
  void shouldListWhenAsked() throws Exception {
    CommandRun run = checkout.run("list", "sigm");

    assertThat(run.out()).contains("· 01 sigmoid", "0/", "not started");
    assertThat(run.code()).isEqualTo(Kata.OK);
  }
}
