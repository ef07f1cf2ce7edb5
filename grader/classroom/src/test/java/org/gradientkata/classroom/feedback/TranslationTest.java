package org.gradientkata.classroom.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.suite.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a result in the other language")
class TranslationTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);
  private static final Object[] FILLINGS = {"W[0, 2]", "1.5", "-2.25", "1e-09", "3x4", "7", "12"};

  @Test
  @DisplayName("has each text of the kit with the numbers that stood in the first")
  void kitTexts() {
    for (Locale from : LANGUAGES) {
      Locale to = other(from);
      Translation translation = new Translation(from, to);
      for (String key : Texts.kit(from).keys()) {
        if (key.startsWith("assert.") || key.startsWith("gradient") || key.startsWith("thrown")) {
          String said = Texts.kit(from).get(key, FILLINGS);

          assertThat(translation.text("01 sigmoid", said))
              .as(key)
              .isEqualTo(Texts.kit(to).get(key, FILLINGS));
        }
      }
    }
  }

  @Test
  @DisplayName("has each idea and reason of an exercise, behind its arrow too")
  void exerciseTexts() {
    Translation translation = new Translation(Locale.JAPANESE, Locale.ENGLISH);
    String key = "twin.Sigmoid.value.sign-of-exponent";
    String japanese = Texts.of("01 sigmoid", Locale.JAPANESE).get(key);
    String reason = Texts.of("01 sigmoid", Locale.JAPANESE).get("because.peak");

    assertThat(translation.text("01 sigmoid", reason + "\n→ " + japanese))
        .isEqualTo(
            Texts.of("01 sigmoid", Locale.ENGLISH).get("because.peak")
                + "\n→ "
                + Texts.of("01 sigmoid", Locale.ENGLISH).get(key));
    assertThat(translation.text("02 tanh", "→ " + japanese)).isEqualTo("→ " + japanese);
  }

  @Test
  @DisplayName("has the titles of tests and of the quiz's questions")
  void titles() {
    Translation translation = new Translation(Locale.ENGLISH, Locale.JAPANESE);

    assertThat(translation.text("01 sigmoid", "σ(0) is one half")).isEqualTo("σ(0) は 1/2");
    assertThat(translation.text("24 quiz", "The chain rule")).isEqualTo("連鎖律");
  }

  @Test
  @DisplayName("has what the grader remarks on files, and on what is forbidden")
  void remarks() {
    List<String> names =
        List.of(
            "intake.link",
            "intake.zip.ratio",
            "intake.unreadable",
            "intake.nothing",
            "intake.twice",
            "grade.refused",
            "grade.by-heart",
            "rules.uses",
            "rules.because",
            "rules.not-run",
            "reports.strange");
    for (Locale from : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      Locale to = other(from);
      List<String> said =
          names.stream().map(n -> ClassroomTexts.in(from, n, "A.java:3", "b.C")).toList();
      ExerciseResult exercise =
          new ExerciseResult(
              "01 sigmoid",
              "refused",
              String.join("\n", said),
              0,
              10,
              0,
              -1,
              1,
              1,
              List.of(),
              List.of(),
              List.of());
      SubmissionResult result =
          new SubmissionResult(
              1,
              "a",
              "a",
              "k",
              "kit",
              7,
              from.getLanguage(),
              "none",
              false,
              SubmissionResult.Status.GRADED,
              0,
              10,
              said,
              List.of(exercise));

      SubmissionResult translated = new Translation(from, to).of(result);

      List<String> expected =
          names.stream().map(n -> ClassroomTexts.in(to, n, "A.java:3", "b.C")).toList();
      assertThat(translated.remarks()).isEqualTo(expected);
      assertThat(translated.exercises().get(0).detail()).isEqualTo(String.join("\n", expected));
    }
  }

  @Test
  @DisplayName("keeps what nobody knows, and no gap is filled twice")
  void unknown() {
    Translation translation = new Translation(Locale.ENGLISH, Locale.JAPANESE);

    for (String own : List.of("", "my own words: 3", "Write.", "$1 \\E {0}")) {
      assertThat(translation.text("01 sigmoid", own)).isEqualTo(own);
      assertThat(translation.text("99 magic", own)).isEqualTo(own);
    }
    assertThat(translation.text("01 sigmoid", "Your code threw {1}$1: a, at B.java:3."))
        .contains("{1}$1");
  }

  private static Locale other(Locale locale) {
    return locale.equals(Locale.ENGLISH) ? Locale.JAPANESE : Locale.ENGLISH;
  }
}
