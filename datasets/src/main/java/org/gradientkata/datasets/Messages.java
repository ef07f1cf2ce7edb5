package org.gradientkata.datasets;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts that a user sees, in English or Japanese. */
final class Messages {

  private static final String BUNDLE = "org.gradientkata.datasets.messages";

  private Messages() {}

  /**
   * A text in the user's language: that of {@code -Dkata.lang} ({@code en} or {@code ja}), else
   * Japanese where the default locale is, else English.
   *
   * @param key the key in the bundle
   * @param arguments values for {0}, {1}, …; numbers appear as digits without separators
   */
  static String text(String key, Object... arguments) {
    return text(locale(System.getProperty("kata.lang")), key, arguments);
  }

  static String text(Locale locale, String key, Object... arguments) {
    // Without this control a missing language would fall back to the default locale's.
    Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, noFallback).getString(key);
    Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(texts);
  }

  private static Locale locale(String chosen) {
    return chosen == null || chosen.isBlank()
        ? Locale.getDefault()
        : Locale.forLanguageTag(chosen.strip());
  }
}
