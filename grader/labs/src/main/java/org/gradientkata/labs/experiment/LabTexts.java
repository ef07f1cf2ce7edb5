package org.gradientkata.labs.experiment;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the labs say, in English or Japanese.
 *
 * @param bundle all of their texts
 */
public record LabTexts(ResourceBundle bundle) {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * The texts in a language.
   *
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @return the texts
   */
  public static LabTexts in(Locale locale) {
    return new LabTexts(
        ResourceBundle.getBundle(
            "org.gradientkata.labs.experiment.labs",
            locale,
            LabTexts.class.getClassLoader(),
            NO_FALLBACK));
  }

  /**
   * A text with its gaps filled.
   *
   * @param key its name
   * @param arguments what goes to {@code {0}}, {@code {1}} …; numbers as {@link Figures#text} has
   *     them
   * @return the text
   */
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      String filling = argument instanceof Double d ? Figures.text(d) : String.valueOf(argument);
      text = text.replace("{" + i + "}", filling);
    }
    return text;
  }
}
