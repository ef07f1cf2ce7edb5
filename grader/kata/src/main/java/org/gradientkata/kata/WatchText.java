package org.gradientkata.kata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.ClosingLines;
import org.gradientkata.suite.FileToEdit;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Wrapped;

/** What {@link Watch} says, broken into lines. */
record WatchText(int columns) {
  private static final int MOST_PRINTED = 12;
  private static final String BETWEEN_KEYS = " · ";

  /**
   * Where the learner stands, and what is worked on.
   *
   * @param board what is known
   * @param exercise number and name; empty if there is none yet
   * @param seconds how long its tests have been running; empty if they aren't, or not for long
   */
  List<String> head(Board board, String exercise, OptionalLong seconds) {
    List<String> all = Catalogue.exercises();
    List<Standing> known = board.of(all);
    long solved = known.stream().filter(s -> s.state() == State.SOLVED).count();
    int points = known.stream().mapToInt(Standing::points).sum();
    int maximum = all.stream().mapToInt(Tests::points).sum();
    List<String> lines = new ArrayList<>();
    lines.add(Texts.kit().get("sum", solved, all.size(), points, maximum));
    if (!exercise.isEmpty()) {
      lines.add("▶ " + exercise + " · " + Texts.of(exercise).get("title"));
      String file = board.of(exercise).map(FileToEdit::of).orElse(Catalogue.file(exercise));
      lines.add("  " + TextWidth.end(Path.of(file).toString(), columns - 2));
    }
    lines.add(seconds.isPresent() ? Messages.get("watch.busy", seconds.getAsLong()) : "");
    return lines.stream().map(line -> TextWidth.cut(line, columns)).toList();
  }

  /** An exercise that has just been solved. */
  List<String> solved(Standing s) {
    String text = Messages.get("watch.solved", s.exercise().value(), s.points(), s.maximum());
    return wrapped(List.of(text, ""));
  }

  /** The verdict on an exercise. */
  List<String> verdict(Standing s) {
    return wrapped(ClosingLines.explanation(s));
  }

  /** The end of what the code printed. */
  List<String> printed(String text) {
    List<String> all = text.lines().toList();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(Messages.get("watch.printed"));
    if (all.size() > MOST_PRINTED) {
      lines.add("  …");
    }
    all.subList(Math.max(0, all.size() - MOST_PRINTED), all.size())
        .forEach(line -> lines.add("  " + TextWidth.cut(clean(line), columns - 2)));
    return lines;
  }

  /** A learner's output must not move the cursor. */
  private static String clean(String line) {
    return line.replace("\t", "    ").replaceAll("\\p{Cntrl}", "");
  }

  /** The last line of the verdict. */
  String checked(long millis) {
    String seconds = String.format(Locale.ROOT, "%.2f", millis / 1000.0);
    return TextWidth.cut(Messages.get("watch.checked", seconds), columns);
  }

  /** Keys and what they do, perhaps after a question; a line ends between two of them. */
  List<String> keys(String text) {
    List<String> lines = new ArrayList<>(List.of(""));
    text.lines().forEach(part -> addKeys(part, lines));
    return lines;
  }

  private void addKeys(String text, List<String> lines) {
    String line = "";
    for (String key : text.split(BETWEEN_KEYS)) {
      String longer = line.isEmpty() ? key : line + BETWEEN_KEYS + key;
      if (!line.isEmpty() && TextWidth.of(longer) > columns) {
        lines.addAll(Wrapped.lines(line, columns));
        line = key;
      } else {
        line = longer;
      }
    }
    lines.addAll(Wrapped.lines(line, columns));
  }

  /** Lines broken where they are too long. */
  List<String> wrapped(List<String> lines) {
    List<String> result = new ArrayList<>();
    HangingLines hanging = new HangingLines(columns);
    lines.forEach(line -> result.addAll(hanging.of(line)));
    return result;
  }
}
