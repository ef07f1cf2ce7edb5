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
  private List<String> environment = List.of();
  private int deadlineMillis = 1_500;

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
  @DisplayName("code that runs away gets a verdict with a reason, and the next save its own")
  void shouldGoOnWhenCodeRunsAway() throws Exception {
    deadlineMillis = 6_000; // a search for memory may take seconds on a busy machine
    watch("en", 100, 30);
    terminal.await("· 01 sigmoid · not started");

    runAway(
        "Object[] all = null; while (y < 2) { all = new Object[] {all, new double[1 << 24]}; }");
    terminal.await("✘ 01 sigmoid · wrong", "The memory is used up");

    runAway("return derivativeFromValue(y) + 1;");
    terminal.await("✘ 01 sigmoid · wrong", "calls itself again and again");

    runAway("while (y < 2) { System.out.println(\"again\"); }");
    terminal.await("… running the tests");
    terminal.await("✘ 01 sigmoid · timed out", "Your code printed:", "  again");

    runAway("Runtime.getRuntime().halt(0);");
    terminal.await("✘ 01 sigmoid · wrong", "uses Runtime.halt");

    runAway("new Thread(() -> { while (y < 2) {} }).start();");
    terminal.await("✘ 01 sigmoid · wrong", "Thread");

    checkout.answer("Sigmoid", "Sigmoid");
    assertThat(terminal.await("✔ 01 sigmoid · solved")).doesNotContain("… running the tests");
  }

  private void runAway(String code) throws IOException {
    checkout.answer("return y * (1 - y);", "if (y < 2) { " + code + " } return 0;");
  }

  @Test
  @DisplayName("e opens the file in the editor of the environment, and what it saves is graded")
  void shouldOpenEditor() throws Exception {
    Path editor = temp.resolve("an editor.sh");
    Files.writeString(
        editor,
        """
        #!/bin/sh
        printf 'EDITOR %s\\n' "$1" >editor.txt
        printf 'press a key'
        read -r line
        sed -i 's/^  public double value/  public double {{ value/' "$2"
        """);
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    environment = List.of("VISUAL=\"" + editor + "\" --wait", "EDITOR=false");
    watch("en", 100, 30);
    terminal.await("· 01 sigmoid · not started");

    terminal.type("e");
    terminal.await("press a key");
    terminal.type("Enter");

    terminal.await("✘ 01 sigmoid · does not compile", "q quit");
    assertThat(Files.readString(temp.resolve("editor.txt"))).isEqualTo("EDITOR --wait\n");
  }

  @Test
  @DisplayName("an editor that isn't there is named, with the way to name another")
  void shouldSayThatThereIsNoEditor() throws Exception {
    environment = List.of("KATA_EDITOR=", "VISUAL=no-such-editor", "NO_COLOR=1");
    watch("en", 100, 30);
    terminal.await("· 01 sigmoid · not started");

    terminal.type("e");

    terminal.await("Sigmoid.java could not be opened", "no-such-editor", "EDITOR=");
    terminal.type("q");
    terminal.await("q quit");
  }

  @Test
  @DisplayName("marks are coloured, unless NO_COLOR is set")
  void shouldObeyNoColor() throws Exception {
    checkout.answer("return y * (1 - y);", "return (1 - y) / y;");
    watch("en", 100, 30);
    terminal.await("✘ 01 sigmoid · wrong");
    assertThat(terminal.screenWithColors()).contains("\u001b[31m✘ 01 sigmoid");
    terminal.end();

    environment = List.of("NO_COLOR=1");
    watch("en", 100, 30);
    terminal.await("✘ 01 sigmoid · wrong");
    assertThat(terminal.screenWithColors()).contains("✘ 01 sigmoid").doesNotContain("\u001b[");
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
    assertThat(terminal.await("✘ 01 sigmoid · wrong")).doesNotContain(" solved · 0 of ");
    terminal.type("x");
    terminal.await("y yes");
    terminal.type("n");
    terminal.await("q quit");
    assertThat(Files.readString(checkout.stub())).contains("(1 - y) / y");
    terminal.type("x");
    terminal.await("y yes");
    terminal.type("y");
    terminal.await(".kata/kept", "any other key: back", " solved · 0 of ");
    terminal.type("b");
    terminal.await("· 01 sigmoid · not started");
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
  @DisplayName("a terminal that gets narrower breaks the same verdict anew")
  void shouldBreakLinesAnew() throws Exception {
    checkout.answer("return y * (1 - y);", "System.exit(0); return 0;");
    watch("en", 100, 30);
    String last = terminal.await("✘ 01 sigmoid · wrong").lines().toList().get(7).strip();

    terminal.resize(40, 30);

    String words = last.substring(last.lastIndexOf(' ') + 1);
    String screen = terminal.await("▶ 01 sigmoid", words, "q quit\n");
    assertThat(screen.lines().skip(3)).noneMatch(line -> line.endsWith("…"));
  }

  @Test
  @DisplayName("what is known from before is run again when it is shown, and shows what it prints")
  void shouldShowWhatKnownAnswerPrints() throws Exception {
    checkout.answer("return y * (1 - y);", "System.out.println(\"I am here\"); return 1 - y;");
    assertThat(checkout.run("check", "1").code()).isEqualTo(Kata.WRONG);

    watch("en", 100, 30);

    terminal.await("✘ 01 sigmoid · wrong", "Your code printed:", "I am here");
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
    command.add(1, "-Dkata.deadline=" + deadlineMillis);
    command.add(1, "-Dkata.terminal=true");
    command.add(0, "env");
    command.addAll(1, environment);
    terminal = Tmux.start(columns, rows, temp, command);
  }
}
