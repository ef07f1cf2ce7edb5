package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;

/**
 * Exercises and where they stand, as lines of a terminal.
 *
 * @param console its colours and width
 */
record Standings(Console console) {

  /** One line each: mark, number and name, title, points, state. */
  List<String> table(List<Standing> standings) {
    int names = standings.stream().mapToInt(s -> TextWidth.of(name(s))).max().orElse(0);
    int titles = standings.stream().mapToInt(s -> TextWidth.of(title(s))).max().orElse(0);
    int states = standings.stream().mapToInt(s -> TextWidth.of(s.state().text())).max().orElse(0);
    // On a narrow terminal the title goes first: the name says the same.
    boolean wide = 2 + names + 2 + titles + 2 + 7 + 2 + states <= console.columns();
    List<String> lines = new ArrayList<>();
    for (Standing s : standings) {
      String title = wide ? TextWidth.padded(title(s), titles) + "  " : "";
      String points = String.format("%3d/%-3d", s.points(), s.maximum());
      String line =
          mark(s.state())
              + " "
              + TextWidth.padded(name(s), names)
              + "  "
              + title
              + points
              + "  "
              + s.state().text();
      lines.add(colored(TextWidth.cut(line, console.columns())));
    }
    return lines;
  }

  /** A line that begins with a mark, in the mark's colour. */
  String colored(String line) {
    String start = line.stripLeading();
    String style = start.startsWith("✔") ? "32" : start.startsWith("✘") ? "31" : "";
    boolean plain = style.isEmpty() || !console.color();
    return plain ? line : "\u001b[" + style + "m" + line + "\u001b[0m";
  }

  private static String mark(State state) {
    if (state == State.SOLVED) {
      return "✔";
    }
    return state.isFailure() ? "✘" : "·";
  }

  private static String name(Standing s) {
    return s.exercise().value();
  }

  private static String title(Standing s) {
    return Texts.of(s.exercise().value()).get("title");
  }
}
