package org.gradientkata.suite.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text into lines. Japanese has no blanks and may be broken nearly everywhere. */
public final class Wrapped {
  private static final int FIRST_WIDE = 0x2E80;
  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String NOT_AT_START = "、。,.)]」』】・:;!?…ーっゃゅょッャュョ)々";
  private static final String NOT_AT_END = "([「『【(";

  private Wrapped() {}

  /**
   * Breaks a text.
   *
   * @param text paragraphs, separated by line feeds
   * @param columns how wide a line may be; Japanese letters take two columns
   * @return the lines
   */
  public static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String line = "";
      for (String piece : pieces(paragraph)) {
        if (!line.isEmpty() && columns(line + piece.stripTrailing()) > columns) {
          lines.add(line.stripTrailing());
          line = "";
        }
        line += piece;
      }
      lines.add(line.stripTrailing());
    }
    return lines;
  }

  /**
   * The width of a text.
   *
   * @param text one line; its colours take no room
   * @return columns of a terminal
   */
  public static int columns(String text) {
    String shown = text.indexOf('\u001b') < 0 ? text : COLOR.matcher(text).replaceAll("");
    return shown.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  /** The smallest parts that stay together: a word with the blanks after it, a Japanese letter. */
  private static List<String> pieces(String paragraph) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= paragraph.length(); i++) {
      if (i == paragraph.length() || mayBreak(paragraph.charAt(i - 1), paragraph.charAt(i))) {
        pieces.add(paragraph.substring(start, i));
        start = i;
      }
    }
    return pieces;
  }

  private static boolean mayBreak(char before, char after) {
    if (NOT_AT_START.indexOf(after) >= 0 || NOT_AT_END.indexOf(before) >= 0) {
      return false;
    }
    return (before == ' ' && after != ' ') || isWide(before) || (isWide(after) && before != ' ');
  }

  private static boolean isWide(int c) {
    return c >= FIRST_WIDE && (c < 0xFE00 || c > 0xFE0F);
  }
}
