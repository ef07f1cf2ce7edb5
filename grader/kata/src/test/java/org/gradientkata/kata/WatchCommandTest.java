package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a real terminal; whatever isn't found on the screen within a minute fails. */
class WatchCommandTest {
  @TempDir private Path temp;
  private SmallCheckout checkout;
  private Tmux terminal;

  @BeforeEach
  void makeCheckout() throws Exception {
    assumeTrue(Tmux.isHere(), "skipped: tmux is not installed");
    checkout = SmallCheckout.in(temp);
  }

  @AfterEach
  void closeTerminal() throws Exception {
    if (terminal != null) {
      terminal.end();
    }
  }

  @Test
  @DisplayName("each save gets its verdict, code that never ends or has no brace too")
  void shouldShowVerdictWhenFileIsSaved() throws Exception {
    watch("en", 100, 30);
    terminal.await("▶ 01 sigmoid", "· 01 sigmoid · not started", "q quit");

    checkout.answer("return y * (1 - y);", "return (1 - y) / y;");
    terminal.await("✘ 01 sigmoid · wrong", "(1 − y)/y");

    checkout.answer("return y * (1 - y);", "while (y == y) {} return 0;");
    terminal.await("✘ 01 sigmoid · timed out");

    checkout.answer("return y * (1 - y);", "return y * (1 - y);\n }");
    terminal.await("✘ 01 sigmoid · does not compile");

    checkout.answer("return y * (1 - y);", "System.exit(0); return 0;");
    terminal.await("✘ 01 sigmoid · wrong", "System.exit");

    checkout.answer("Sigmoid", "Sigmoid");
    terminal.await("✔ 01 sigmoid · solved · 10 of 10 points", "▶ 02 tanh");
  }

  @Test
  @DisplayName("what is saved while an endless loop runs is graded at once")
  void shouldNotLoseEditDuringRun() throws Exception {
    watch("en", 100, 30);
    terminal.await("· 01 sigmoid · not started");

    checkout.answer("return y * (1 - y);", "while (y == y) {} return 0;");
    TimeUnit.MILLISECONDS.sleep(500);
    checkout.answer("Sigmoid", "Sigmoid");

    String screen = terminal.await("✔ 01 sigmoid · solved");
    assertThat(screen).doesNotContain("timed out");
  }

  @Test
  @DisplayName("keys show the list and the hint, ask before a reset, and quit")
  void shouldObeyKeys() throws Exception {
    watch("en", 60, 30);
    terminal.await("· 01 sigmoid · not started");

    terminal.type("l");
    terminal.await("· 01 sigmoid  ", "scroll");
    terminal.type("l");
    terminal.await("▶ 01 sigmoid", "q quit");
    terminal.type("n");
    terminal.await("▶ 02 tanh");
    terminal.type("p");
    terminal.await("▶ 01 sigmoid");
    terminal.type("h");
    terminal.await("hint 1 of 3");
    terminal.type("h");
    terminal.await("q quit");

    checkout.answer("return y * (1 - y);", "return (1 - y) / y;");
    terminal.await("✘ 01 sigmoid · wrong");
    terminal.type("x");
    terminal.await("y yes");
    terminal.type("n");
    terminal.await("q quit");
    assertThat(Files.readString(checkout.stub())).contains("(1 - y) / y");
    terminal.type("q");
    assertThat(terminal.hasEnded()).isTrue();
  }

  @Test
  @DisplayName("a narrow terminal in Japanese breaks lines by their width")
  void shouldFitNarrowJapaneseTerminal() throws Exception {
    watch("ja", 40, 20);

    String screen = terminal.await("▶ 01 sigmoid", "未着手", "q 終了");

    assertThat(screen.lines()).allMatch(line -> TextWidth.of(line) < 40);
  }

  @Test
  @DisplayName("without a terminal the verdicts are plain lines")
  void shouldPrintLinesWhenNotATerminal() throws Exception {
    Path out = temp.resolve("lines.txt");
    List<String> command = checkout.command("watch", "--poll");
    Process process =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      for (int i = 0; i < 600 && !isShown(out, "not started"); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } finally {
      process.destroy();
    }
    assertThat(Files.readString(out))
        .contains("· 01 sigmoid · not started")
        .doesNotContain("\u001b");
  }

  private static boolean isShown(Path out, String text) throws IOException {
    return Files.exists(out) && Files.readString(out).contains(text);
  }

  private void watch(String language, int columns, int rows) throws Exception {
    List<String> command = new ArrayList<>(checkout.command("watch", "--lang=" + language));
    command.add(1, "-Dkata.deadline=1500");
    command.add(1, "-Dkata.terminal=true");
    terminal = Tmux.start(columns, rows, temp, command);
  }
}
