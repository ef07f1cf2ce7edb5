package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradientkata.suite.WholeFile;

/** What a new grading changed: for each submission the points and outcomes that are others now. */
public final class Changes {
  private final List<Change> changes;

  private Changes(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  /**
   * A difference.
   *
   * @param submission name of the submission
   * @param exercise number and name; empty for the sum
   * @param pointsBefore points of the previous result
   * @param pointsNow points of the present result
   * @param outcomeBefore outcome, or status for the sum
   * @param outcomeNow outcome, or status for the sum
   */
  public record Change(
      String submission,
      String exercise,
      int pointsBefore,
      int pointsNow,
      String outcomeBefore,
      String outcomeNow) {

    boolean isNone() {
      return pointsBefore == pointsNow && outcomeBefore.equals(outcomeNow);
    }
  }

  /**
   * Compares the results of a batch with those that they replaced.
   *
   * @param folder the batch
   * @return the differences, by submission
   * @throws IOException if the batch can't be read
   */
  public static Changes in(ResultFolder folder) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (String submission : folder.submissions()) {
      Optional<SubmissionResult> before = folder.previous(submission);
      Optional<SubmissionResult> now = folder.result(submission);
      if (before.isPresent() && now.isPresent()) {
        compare(before.get(), now.get(), changes);
      }
    }
    return new Changes(changes);
  }

  private static void compare(SubmissionResult before, SubmissionResult now, List<Change> changes) {
    Change sum =
        new Change(
            now.submission(),
            "",
            before.points(),
            now.points(),
            name(before.status()),
            name(now.status()));
    List<Change> parts = new ArrayList<>();
    Map<String, ExerciseResult> old = byName(before);
    Map<String, ExerciseResult> fresh = byName(now);
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(fresh.keySet());
    for (String exercise : all) {
      Change part =
          new Change(
              now.submission(),
              exercise,
              points(old.get(exercise)),
              points(fresh.get(exercise)),
              outcome(old.get(exercise)),
              outcome(fresh.get(exercise)));
      if (!part.isNone()) {
        parts.add(part);
      }
    }
    if (!sum.isNone() || !parts.isEmpty()) {
      changes.add(sum);
      changes.addAll(parts);
    }
  }

  /**
   * All differences.
   *
   * @return for each submission that changed its sum, then its exercises
   */
  public List<Change> all() {
    return changes;
  }

  /**
   * The differences of the sums.
   *
   * @return one for each submission that changed
   */
  public List<Change> sums() {
    return changes.stream().filter(c -> c.exercise().isEmpty()).toList();
  }

  /**
   * Writes {@code changes.csv}, if there was an earlier grading.
   *
   * @param folder the batch
   * @throws IOException if it can't be written
   */
  public void write(ResultFolder folder) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "submission",
            "exercise",
            "points_before",
            "points_now",
            "outcome_before",
            "outcome_now"));
    for (Change c : changes) {
      lines.add(
          List.of(
              c.submission(),
              c.exercise(),
              Integer.toString(c.pointsBefore()),
              Integer.toString(c.pointsNow()),
              c.outcomeBefore(),
              c.outcomeNow()));
    }
    WholeFile.write(folder.file("changes.csv"), SafeCsv.marked(lines));
  }

  private static Map<String, ExerciseResult> byName(SubmissionResult result) {
    Map<String, ExerciseResult> byName = new TreeMap<>();
    result.exercises().forEach(e -> byName.put(e.exercise(), e));
    return byName;
  }

  private static int points(ExerciseResult result) {
    return result == null ? 0 : result.points();
  }

  private static String outcome(ExerciseResult result) {
    return result == null ? "" : result.outcome();
  }

  private static String name(SubmissionResult.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
