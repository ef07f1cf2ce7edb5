package org.gradientkata.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.SetSystemProperty;

@DisplayName("The messages")
class MessagesTest {

  private static final Locale[] LANGUAGES = {Locale.ENGLISH, Locale.JAPANESE};

  @Test
  @DisplayName("exist for every problem in both languages")
  void everyProblemHasItsText() {
    for (Problem problem : Problem.values()) {
      String english = Messages.text(Locale.ENGLISH, problem.name(), "a", "b", "c", "d");
      String japanese = Messages.text(Locale.JAPANESE, problem.name(), "a", "b", "c", "d");

      assertThat(english).as("%s in English", problem).isNotBlank().doesNotContain("{", "}");
      assertThat(japanese).as("%s in Japanese", problem).matches("(?s).*[ぁ-ん].*");
      assertThat(japanese).doesNotContain("{", "}");
    }
  }

  @Test
  @DisplayName("have the same keys and the same gaps in both languages")
  void languagesAgree() {
    Set<String> keys = bundle(Locale.ROOT).keySet();

    assertThat(bundle(Locale.JAPANESE).keySet()).isEqualTo(keys);
    for (String key : keys) {
      for (int gap = 0; gap < 5; gap++) {
        String mark = "{" + gap + "}";
        boolean english = bundle(Locale.ROOT).getString(key).contains(mark);
        assertThat(bundle(Locale.JAPANESE).getString(key).contains(mark))
            .as("%s in the Japanese text of %s", mark, key)
            .isEqualTo(english);
      }
    }
  }

  @Test
  @DisplayName("write numbers as plain digits whatever the locale")
  void numbersArePlain() {
    for (Locale language : LANGUAGES) {
      assertThat(Messages.text(language, "TRUNCATED", "x", 1234567, 47040016L))
          .contains("1234567", "47040016");
    }
  }

  @Test
  @DisplayName("are English for a language that the kit doesn't speak")
  void otherLanguagesGetEnglish() {
    assertThat(Messages.text(Locale.GERMANY, "DISK_FULL", "x")).contains("the disk is full");
  }

  @Test
  @DisplayName("follow -Dkata.lang before the default locale")
  @DefaultLocale("en")
  @SetSystemProperty(key = "kata.lang", value = "ja")
  void propertyChoosesJapanese() {
    assertThat(Messages.text("DISK_FULL", "x")).contains("ディスクがいっぱい");
  }

  @Test
  @DisplayName("are English for -Dkata.lang=en where the default locale is Japanese")
  @DefaultLocale("ja")
  @SetSystemProperty(key = "kata.lang", value = "en")
  void propertyChoosesEnglish() {
    assertThat(Messages.text("DISK_FULL", "x")).contains("the disk is full");
  }

  @Test
  @DisplayName("follow the default locale without -Dkata.lang")
  @DefaultLocale("ja")
  @ClearSystemProperty(key = "kata.lang")
  void localeChooses() {
    assertThat(Messages.text("DISK_FULL", "x")).contains("ディスクがいっぱい");
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.gradientkata.datasets.messages",
        locale,
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
