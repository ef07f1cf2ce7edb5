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
  private static final int FEWEST_FOR_NAME = 8;

  /** One line each: mark, number and name, title, points, state. */
  List<String> table(List<Standing> standings) {
    int names = standings.stream().mapToInt(s -> TextWidth.of(name(s))).max().orElse(0);
    int titles = standings.stream().mapToInt(s -> TextWidth.of(title(s))).max().orElse(0);
    int states = standings.stream().mapToInt(s -> TextWidth.of(s.state().text())).max().orElse(0);
    // On a narrow terminal the title goes first: the name says the same. Then names are cut.
    int others = 2 + 2 + 7 + 2 + states;
    boolean wide = others + names + titles + 2 <= console.columns();
    int room = Math.min(names, Math.max(FEWEST_FOR_NAME, console.columns() - others));
    List<String> lines = new ArrayList<>();
    for (Standing s : standings) {
      String title = wide ? TextWidth.padded(title(s), titles) + "  " : "";
      String points = String.format("%3d/%-3d", s.points(), s.maximum());
      String line =
          mark(s.state())
              + " "
              + TextWidth.padded(TextWidth.cut(name(s), room), room)
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
