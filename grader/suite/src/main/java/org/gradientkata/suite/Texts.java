package org.gradientkata.suite;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a learner reads, in English or Japanese: {@code -Dkata.lang=en} or {@code ja}, else by the
 * locale. The texts stand in {@code texts/*.properties}, one pair of files for each exercise.
 */
public final class Texts {
  private static final String FOLDER = "org.gradientkata.suite.texts.";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** As many as there are files; the JDK takes longer to find one that it knows already. */
  private static final Map<String, Texts> KNOWN = new ConcurrentHashMap<>();

  private final String name;
  private final ResourceBundle bundle;

  private Texts(String name, Locale locale) {
    this.name = name;
    this.bundle =
        ResourceBundle.getBundle(FOLDER + name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
  }

  /**
   * The texts that belong to no exercise.
   *
   * @return the texts in the reader's language
   */
  public static Texts kit() {
    return kit(locale());
  }

  /**
   * The texts that belong to no exercise, in a given language.
   *
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @return the texts
   */
  public static Texts kit(Locale locale) {
    return known("kit", locale);
  }

  /**
   * The texts of an exercise.
   *
   * @param exercise number and name, such as {@code 01 sigmoid}
   * @return the texts in the reader's language
   */
  public static Texts of(String exercise) {
    return of(exercise, locale());
  }

  /**
   * The texts of an exercise in a given language.
   *
   * @param exercise number and name, such as {@code 01 sigmoid}
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @return the texts
   */
  public static Texts of(String exercise, Locale locale) {
    return known(exercise.substring(exercise.indexOf(' ') + 1), locale);
  }

  private static Texts known(String name, Locale locale) {
    return KNOWN.computeIfAbsent(name + " " + locale, key -> new Texts(name, locale));
  }

  /**
   * The reader's language.
   *
   * @return {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   */
  public static Locale locale() {
    String language = System.getProperty("kata.lang", Locale.getDefault().getLanguage());
    return language.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
  }

  /**
   * A text with its gaps filled.
   *
   * @param key its name
   * @param arguments what goes to {@code {0}}, {@code {1}} …
   * @return the text
   * @throws IllegalStateException if there is none of that name
   */
  public String get(String key, Object... arguments) {
    try {
      String text = bundle.getString(key);
      for (int i = 0; i < arguments.length; i++) {
        text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
      }
      return text;
    } catch (MissingResourceException e) {
      throw new IllegalStateException("no text '" + key + "' in texts/" + name + "*.properties", e);
    }
  }

  /**
   * Whether there is a text of a name.
   *
   * @param key its name
   * @return true if {@link #get} would find it
   */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * The names of all texts in this file alone.
   *
   * @return the keys
   */
  public Set<String> keys() {
    return bundle.keySet();
  }
}
