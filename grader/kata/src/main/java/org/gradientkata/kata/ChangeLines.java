package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.Changes;

/** What a new grading changed, in words for the terminal. */
final class ChangeLines {
  private static final int MOST = 20;

  private ChangeLines() {}

  /** A line for each submission that changed, and below it one for each of its exercises. */
  static List<String> of(Changes changes) {
    List<String> lines = new ArrayList<>();
    List<String> told =
        changes.sums().stream()
            .limit(MOST)
            .map(Changes.Change::submission)
            .collect(Collectors.toList());
    if (told.isEmpty()) {
      return lines;
    }
    lines.add(Messages.get("grade.changes"));
    for (Changes.Change change : changes.all()) {
      if (told.contains(change.submission())) {
        lines.add(line(change));
      }
    }
    int more = changes.sums().size() - told.size();
    if (more > 0) {
      lines.add(Messages.get("grade.more-changes", more));
    }
    return lines;
  }

  private static String line(Changes.Change c) {
    return c.exercise().isEmpty()
        ? Messages.get("grade.changed", c.submission(), c.pointsBefore(), c.pointsNow())
        : Messages.get(
            "grade.changed-exercise",
            c.exercise(),
            outcome(c.outcomeBefore()),
            c.pointsBefore(),
            outcome(c.outcomeNow()),
            c.pointsNow());
  }

  private static String outcome(String outcome) {
    return outcome.isEmpty() ? "–" : ClassroomTexts.get("export.outcome." + outcome);
  }
}
