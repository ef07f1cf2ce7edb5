package org.gradientkata.suite.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The little markup of the quiz's texts: {@code $formula$} and {@code `code`}. What stands between
 * the marks reads well as it is, so a terminal shows it without the marks.
 */
public final class Markup {
  private static final char FORMULA = '$';
  private static final char CODE = '`';

  private Markup() {}

  /** What a part of a text is. */
  public enum Kind {
    /** Words. */
    WORDS,
    /** A {@link Formula}. */
    FORMULA,
    /** A piece of a program. */
    CODE
  }

  /**
   * A part of a text.
   *
   * @param kind what it is
   * @param text the part without its marks
   */
  public record Part(Kind kind, String text) {}

  /**
   * Splits a text at its marks.
   *
   * @param text with markup
   * @return its parts, in order
   * @throws IllegalArgumentException if a mark is not closed or a formula can't be read
   */
  public static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      char mark = text.charAt(start);
      if (mark == FORMULA || mark == CODE) {
        int end = text.indexOf(mark, start + 1);
        if (end < 0) {
          throw new IllegalArgumentException(mark + " is not closed: " + text.substring(start));
        }
        String inner = text.substring(start + 1, end);
        if (mark == FORMULA) {
          Formula.toMathMl(inner);
        }
        parts.add(new Part(mark == FORMULA ? Kind.FORMULA : Kind.CODE, inner));
        start = end + 1;
      } else {
        int end = start;
        while (end < text.length() && text.charAt(end) != FORMULA && text.charAt(end) != CODE) {
          end++;
        }
        parts.add(new Part(Kind.WORDS, text.substring(start, end)));
        start = end;
      }
    }
    return parts;
  }

  /**
   * The text without marks.
   *
   * @param text with markup
   * @return what a terminal shows
   */
  public static String plain(String text) {
    return parts(text).stream().map(Part::text).collect(Collectors.joining());
  }
}
