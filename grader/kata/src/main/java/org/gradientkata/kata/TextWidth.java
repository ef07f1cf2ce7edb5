package org.gradientkata.kata;

import org.jline.utils.WCWidth;

/** Widths in columns of a terminal, where a Japanese letter takes two. */
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** The text with blanks after it, at least as wide as given. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text, or as much of its end as fits with an ellipsis before it: of a path, the file. */
  static String end(String text, int width) {
    String end = text;
    while (of(end) >= width && of(text) > width) {
      end = end.substring(end.offsetByCodePoints(0, 1));
    }
    return end.equals(text) ? text : "…" + end;
  }

  /** The text, or as much of it as fits with an ellipsis. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += Math.max(0, WCWidth.wcwidth(c));
      if (used > width) {
        break;
      }
      result.appendCodePoint(c);
    }
    return result.append('…').toString();
  }
}
