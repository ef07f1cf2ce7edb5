package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The options that act before any other is read: {@code --lang} and {@code -Dname=value}. */
final class EarlyOptions {
  private static final String LANG = "--lang";

  private EarlyOptions() {}

  /** Obeys them, wherever they stand, and gives back the other words. */
  static List<String> take(List<String> words) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(LANG)) {
        i++;
        language(i < words.size() ? words.get(i) : "");
      } else if (word.startsWith(LANG + "=")) {
        language(word.substring(LANG.length() + 1));
      } else if (word.startsWith("-D") && word.length() > 2) {
        property(word.substring(2));
      } else {
        rest.add(word);
      }
    }
    return rest;
  }

  private static void language(String language) {
    String lower = language.toLowerCase(Locale.ROOT);
    if (!lower.equals("en") && !lower.equals("ja")) {
      throw new UsageProblem(Messages.get("lang.unknown", language));
    }
    System.setProperty("kata.lang", lower);
  }

  private static void property(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? "true" : text.substring(equals + 1);
    boolean path = name.equals("kata.data") && !value.isBlank();
    System.setProperty(name, path ? Kit.typed(value).toString() : value);
  }
}
