package org.gradientkata.contract;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the contract says to a learner whose matrices don't fit, in English or Japanese. */
final class Messages {
  private static final String BUNDLE = "org.gradientkata.contract.messages";

  private Messages() {}

  /**
   * A text in the learner's language: that of {@code -Dkata.lang} ({@code en} or {@code ja}), else
   * Japanese where the default locale is, else English.
   *
   * @param key the key in the bundle
   * @param arguments values for {0}, {1}, …; numbers appear as digits without separators
   */
  static String text(String key, Object... arguments) {
    String chosen = System.getProperty("kata.lang", "").strip();
    Locale locale = chosen.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen);
    // Without this control a missing language would fall back to the default locale's.
    Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, noFallback).getString(key);
    Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(texts);
  }
}
