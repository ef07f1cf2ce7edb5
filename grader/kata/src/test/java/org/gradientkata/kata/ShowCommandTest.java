package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  @TempDir private Path temp;
  private SmallCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = SmallCheckout.in(temp);
  }

  @Test
  @DisplayName("the lesson comes in the reader's language")
  void shouldShowLessonInTheReadersLanguage() throws Exception {
    Path lessons = Files.createDirectories(temp.resolve("docs/lessons"));
    Files.writeString(lessons.resolve("01-sigmoid.md"), "# Curve\n\nWith $\\sigma(x)$.");
    Files.writeString(lessons.resolve("01-sigmoid.ja.md"), "# 曲線\n\n$\\sigma(x)$ です。");

    assertThat(checkout.run("show", "Sigmoid").out()).contains("Curve", "With σ(x).");
    assertThat(checkout.run("--lang", "ja", "show", "1").out()).contains("曲線", "σ(x) です。");
  }

  @Test
  @DisplayName("a lesson that isn't there is named, and so is the quiz that has none")
  void shouldNameMissingLesson() throws Exception {
    CommandRun missing = checkout.run("show", "1");
    CommandRun quiz = checkout.run("show", "quiz");

    assertThat(missing.err()).contains("docs/lessons/01-sigmoid.md");
    assertThat(missing.code()).isEqualTo(Kata.WRONG);
    assertThat(quiz.err()).contains("24 quiz has no lesson of its own");
  }
}
