package org.gradientkata.suite.quiz;

import java.util.Locale;
import org.gradientkata.suite.Texts;

/**
 * A text in both languages, with {@link Markup}.
 *
 * @param en English
 * @param ja Japanese
 */
public record Bilingual(String en, String ja) {

  /**
   * The text in a language.
   *
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @return the text, with its markup
   */
  public String in(Locale locale) {
    return locale.equals(Locale.JAPANESE) ? ja : en;
  }

  /**
   * The text as a terminal shows it.
   *
   * @return the text in the reader's language, without markup
   */
  public String plain() {
    return Markup.plain(in(Texts.locale()));
  }

  /** A text of the quiz's own file. */
  static Bilingual of(String key, Object... arguments) {
    return new Bilingual(
        Texts.of(Quiz.EXERCISE, Locale.ENGLISH).get(key, arguments),
        Texts.of(Quiz.EXERCISE, Locale.JAPANESE).get(key, arguments));
  }
}
