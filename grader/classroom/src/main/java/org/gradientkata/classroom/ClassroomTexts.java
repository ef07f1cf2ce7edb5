package org.gradientkata.classroom;

import java.util.Locale;
import java.util.ResourceBundle;
import org.gradientkata.suite.Texts;

/**
 * What an instructor reads, in English or Japanese. The first part of a text's name is its file:
 * {@code intake.link} stands in {@code texts/intake_*.properties} as {@code link}.
 */
public final class ClassroomTexts {
  private static final String FOLDER = "org.gradientkata.classroom.texts.";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ClassroomTexts() {}

  /**
   * A text in the reader's language.
   *
   * @param name file and key, such as {@code intake.link}
   * @param arguments what goes to {@code {0}}, {@code {1}} …
   * @return the text
   */
  public static String get(String name, Object... arguments) {
    return in(Texts.locale(), name, arguments);
  }

  /**
   * A text in a given language.
   *
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @param name file and key, such as {@code intake.link}
   * @param arguments what goes to {@code {0}}, {@code {1}} …
   * @return the text
   * @throws java.util.MissingResourceException if there is none of that name
   */
  public static String in(Locale locale, String name, Object... arguments) {
    int dot = name.indexOf('.');
    String text = bundle(locale, name.substring(0, dot)).getString(name.substring(dot + 1));
    // One pass: what fills a gap is not looked at for gaps, for it may be a learner's.
    return java.util.regex.Pattern.compile("\\{(\\d)}")
        .matcher(text)
        .replaceAll(
            gap ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf(arguments[Integer.parseInt(gap.group(1))])));
  }

  /**
   * All texts of a file.
   *
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @param file such as {@code intake}
   * @return the texts by their keys
   */
  public static ResourceBundle bundle(Locale locale, String file) {
    return ResourceBundle.getBundle(
        FOLDER + file, locale, ClassroomTexts.class.getClassLoader(), NO_FALLBACK);
  }
}
