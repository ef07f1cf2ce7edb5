package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizCommandTest {
  @TempDir Path folder;

  @Test
  @DisplayName("a topic that isn't there is named, with what was probably meant")
  void shouldNameUnknownTopics() {
    CommandRun run = CommandRun.of("quiz", "layr");

    assertThat(run.code()).isEqualTo(Kata.USAGE);
    assertThat(run.err())
        .startsWith("There is no topic, exercise or question 'layr'. Topics: activation,")
        .contains("Did you mean 'layer'?");
  }

  @Test
  @DisplayName("--wrong and --again exclude each other")
  void shouldRefuseContradictions() {
    assertThat(CommandRun.of("quiz", "--wrong", "--again").code()).isEqualTo(Kata.USAGE);
  }

  @Test
  @DisplayName("--html writes one page that loads nothing")
  void shouldWriteOnePage() throws IOException {
    Path file = folder.resolve("new/quiz.html");

    CommandRun run = CommandRun.of("quiz", "--html", file.toString());

    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(run.out()).isEqualTo("written: " + file + "\n");
    assertThat(Files.readString(file))
        .startsWith("<!doctype html>\n<html lang=\"en\">")
        .doesNotContainPattern("(?i)(src|href|action)\\s*=|https?://|@import|url\\(")
        .doesNotContain("{{")
        .contains("<math alttext=", "<fieldset>", "<legend>", "aria-live=\"polite\"");
  }

  @Test
  @DisplayName("--html takes only the questions asked for, and starts in the reader's language")
  void shouldWriteSomeQuestions() throws IOException {
    Path file = folder.resolve("quiz.html");

    CommandRun.in("ja", "quiz", "14", "calculus", "--html", file.toString());

    String page = Files.readString(file);
    assertThat(page)
        .contains("<html lang=\"ja\">", "data-id=\"clip-rate\"", "data-id=\"underflow\"");
    assertThat(page).doesNotContain("data-id=\"sigmoid-peak\"");
  }
}
