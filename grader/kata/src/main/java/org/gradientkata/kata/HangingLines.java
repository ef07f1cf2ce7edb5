package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.suite.quiz.Wrapped;

/**
 * Breaks lines that are too long between words. What follows stands below its beginning: a text
 * beside a name, as in a list of commands, below that text.
 *
 * @param columns how wide a line may be
 */
record HangingLines(int columns) {
  /** A name, at least two blanks, and what is to be said about it. Blanks may be coloured, too. */
  private static final Pattern NAMED =
      Pattern.compile("((?: |\\e\\[[0-9;]*m)*[^ \\e].*? {2,})(\\S.*)");

  private static final int LONGEST_NAME = 30;

  /** Where less is left beside the name, the text goes below it. */
  private static final int LEAST_ROOM = 24;

  private static final int INDENT = 4;

  /** Points at a place in the line above and loses its sense anywhere else. */
  private static final String CARET = "^ ";

  /**
   * Breaks a line.
   *
   * @param line may have colours
   */
  List<String> of(String line) {
    if (Wrapped.columns(line) <= columns) {
      return List.of(line);
    }
    Matcher named = NAMED.matcher(line);
    if (named.matches() && Wrapped.columns(named.group(1)) <= LONGEST_NAME) {
      return named(named.group(1), named.group(2));
    }
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    if (text.startsWith(CARET) && columns - indent < LEAST_ROOM && indent < columns) {
      List<String> lines = hanging(INDENT, text.substring(CARET.length()));
      lines.add(0, " ".repeat(indent) + CARET.strip());
      return lines;
    }
    return hanging(columns - indent < LEAST_ROOM ? Math.min(indent, INDENT) : indent, text);
  }

  private List<String> named(String name, String text) {
    int indent = Wrapped.columns(name);
    if (columns - indent >= LEAST_ROOM) {
      List<String> lines = hanging(indent, text);
      lines.set(0, name + lines.get(0).stripLeading());
      return lines;
    }
    List<String> lines = new ArrayList<>(List.of(name.stripTrailing()));
    lines.addAll(hanging(INDENT, text));
    return lines;
  }

  private List<String> hanging(int indent, String text) {
    List<String> lines = new ArrayList<>();
    int room = Math.max(1, columns - indent);
    Wrapped.lines(text, room).forEach(part -> lines.add(" ".repeat(indent) + part));
    return lines;
  }
}
