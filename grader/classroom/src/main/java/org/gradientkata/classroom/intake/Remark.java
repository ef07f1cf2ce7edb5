package org.gradientkata.classroom.intake;

import java.util.List;
import java.util.Locale;
import org.gradientkata.classroom.ClassroomTexts;

/**
 * What is to be said of a submission, in whatever language it will be read.
 *
 * @param key the name of the text
 * @param arguments what fills its gaps; names out of a submission are made harmless
 */
public record Remark(String key, List<String> arguments) {
  private static final int LONGEST = 120;

  /**
   * A remark.
   *
   * @param key the name of the text
   * @param arguments what fills its gaps
   * @return the remark
   */
  static Remark of(String key, Object... arguments) {
    return new Remark(
        key, java.util.Arrays.stream(arguments).map(a -> harmless(String.valueOf(a))).toList());
  }

  /**
   * The text in the reader's language.
   *
   * @return a sentence
   */
  public String text() {
    return ClassroomTexts.get("intake." + key, arguments.toArray());
  }

  /**
   * The text in a given language.
   *
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @return a sentence
   */
  public String text(Locale locale) {
    return ClassroomTexts.in(locale, "intake." + key, arguments.toArray());
  }

  /**
   * A name as it may be shown: no control characters, no signs that turn the direction of writing,
   * and not endless.
   *
   * @param name as it came out of a submission
   * @return what can be printed
   */
  public static String harmless(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints().limit(LONGEST).forEach(c -> appendHarmless(shown, c, isOdd(c)));
    return name.codePointCount(0, name.length()) > LONGEST ? shown + "…" : shown.toString();
  }

  /**
   * A text of several lines as it may be shown, whatever a submission put into it: on a terminal,
   * in a table, on a page.
   *
   * @param text as it came from a learner's code or its compiler
   * @return the same, odd characters by their numbers
   */
  public static String harmlessLines(String text) {
    StringBuilder shown = new StringBuilder();
    text.replace('\t', ' ')
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> appendHarmless(shown, c, c != '\n' && isOdd(c)));
    return shown.toString();
  }

  private static void appendHarmless(StringBuilder shown, int codePoint, boolean odd) {
    if (odd) {
      shown.append(String.format(Locale.ROOT, "<%X>", codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }

  /** Whether a character can't be seen, or changes how its neighbours are. */
  static boolean isOdd(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
