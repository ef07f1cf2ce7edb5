package org.gradientkata.kata;

import java.util.Locale;
import java.util.ResourceBundle;
import org.gradientkata.suite.Texts;

/** What the command line says, in the reader's language. */
final class Messages {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /** A text with its gaps {@code {0}}, {@code {1}} … filled. */
  static String get(String key, Object... arguments) {
    String text = bundle().getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** All texts, those of the help pages too. */
  static ResourceBundle bundle() {
    return bundle(Texts.locale());
  }

  /** All texts in a given language. */
  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("org.gradientkata.kata.kata", locale, NO_FALLBACK);
  }
}
