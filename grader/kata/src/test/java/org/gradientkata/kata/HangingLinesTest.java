package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradientkata.suite.quiz.Wrapped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HangingLinesTest {
  private static final HangingLines NARROW = new HangingLines(40);

  @Test
  @DisplayName("a line that fits stays, whatever it has")
  void shouldLeaveShortLine() {
    String exactly = "  a   b                                c";

    assertThat(exactly).hasSize(40);
    assertThat(NARROW.of(exactly)).containsExactly(exactly);
    assertThat(NARROW.of("")).containsExactly("");
  }

  @Test
  @DisplayName("a text beside a name goes on below its beginning")
  void shouldHangBelowText() {
    assertThat(NARROW.of("  reset       Makes the files of an exercise new again."))
        .containsExactly(
            "  reset       Makes the files of an", "              exercise new again.");
  }

  @Test
  @DisplayName("where there is no room beside the name, the text goes below it")
  void shouldGoBelowName() {
    assertThat(NARROW.of("✔ data: MNIST          the folder named by kata.data"))
        .containsExactly("✔ data: MNIST", "    the folder named by kata.data");
  }

  @Test
  @DisplayName("any other line goes on with its own indentation, and Japanese between letters")
  void shouldKeepIndentation() {
    assertThat(NARROW.of("  「sigmoit」という演習はありません。「sigmoid」のことですか?"))
        .containsExactly("  「sigmoit」という演習はありません。", "  「sigmoid」のことですか?");
  }

  @Test
  @DisplayName("a caret stays below what it points at, and its text goes below it")
  void shouldKeepCaret() {
    String place = " ".repeat(28);

    assertThat(NARROW.of(place + "^ Syntax error, insert \";\" to complete BlockStatements"))
        .containsExactly(
            place + "^", "    Syntax error, insert \";\" to complete", "    BlockStatements");
    assertThat(new WatchText(40).wrapped(List.of(place + "^ x cannot be resolved")))
        .containsExactly(place + "^", "    x cannot be resolved");
  }

  @Test
  @DisplayName("colours take no room")
  void shouldNotCountColours() {
    String bold = "\u001b[1mwatch\u001b[0m";

    assertThat(NARROW.of(bold + " ".repeat(35))).hasSize(1);
    assertThat(NARROW.of("  " + bold + "       Shows the verdict on whatever you save."))
        .containsExactly(
            "  " + bold + "       Shows the verdict on", "              whatever you save.");
    String blank = "\u001b[33m \u001b[0m   ";
    assertThat(NARROW.of(blank + bold + "     Shows the verdict on whatever you save."))
        .containsExactly(
            blank + bold + "     Shows the verdict on", "              whatever you save.");
  }

  @ParameterizedTest
  @CsvSource({
    "40, en, ''",
    "40, ja, ''",
    "40, en, lab remedies",
    "40, ja, lab remedies",
    "40, ja, train",
    "60, en, grade export",
    "80, en, ''",
    "80, ja, quiz"
  })
  @DisplayName("no line of a help page is wider than the terminal")
  void shouldFitHelp(int columns, String language, String command) {
    String[] words = (command + " --help").strip().split(" ");

    List<String> lines = CommandRun.in(language, columns, words).out().lines().toList();

    assertThat(lines).hasSizeGreaterThan(5);
    assertThat(lines)
        .allSatisfy(line -> assertThat(Wrapped.columns(line)).isLessThanOrEqualTo(columns));
  }

  @Test
  @DisplayName("a help page breaks no name of a file")
  void shouldKeepNamesWhole() {
    assertThat(CommandRun.in("en", 80, "--help").out()).contains(".kata/kept", ".kata/quiz");
  }
}
