package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.suite.WholeFile;

/**
 * One row for each person: those of the roster in its order, then the submissions that nobody on it
 * claims. Written as {@code gradebook.csv} and {@code gradebook.json}.
 */
public final class Gradebook {
  private static final String NONE = "no_submission";
  private static final String JSON = "gradebook.json";

  private final BatchSettings settings;
  private final List<Row> rows;

  private Gradebook(BatchSettings settings, List<Row> rows) {
    this.settings = settings;
    this.rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param id of the person; the submission's name if nobody is known
   * @param name of the person, perhaps empty
   * @param email of the person, perhaps empty
   * @param submission name of the submission, empty if there is none
   * @param status of the submission in small letters, or {@code no_submission}
   * @param points sum of the points
   * @param maximum sum of all points
   * @param exercises points by exercise
   * @param outcomes outcomes by exercise
   * @param listed whether the person is on the roster
   */
  public record Row(
      String id,
      String name,
      String email,
      String submission,
      String status,
      int points,
      int maximum,
      Map<String, Integer> exercises,
      Map<String, String> outcomes,
      boolean listed) {}

  /** The content of {@code gradebook.json}. */
  private record Book(BatchSettings batch, List<Row> rows) {}

  /**
   * Collects the results of a batch.
   *
   * @param folder the batch
   * @param places its submissions; results of others are left out
   * @param roster who takes the course
   * @return the gradebook
   * @throws IOException if the batch can't be read
   */
  public static Gradebook of(ResultFolder folder, List<SubmissionPlace> places, Roster roster)
      throws IOException {
    BatchSettings settings =
        folder.settings().orElseThrow(() -> new IOException(folder.file("batch.json") + "?"));
    Map<Roster.Person, Row> people = new LinkedHashMap<>();
    roster.people().forEach(p -> people.put(p, empty(p)));
    List<Row> unclaimed = new ArrayList<>();
    for (SubmissionPlace place : byFile(places)) {
      SubmissionResult result = folder.result(place.name()).orElse(null);
      if (result == null) {
        continue;
      }
      List<Roster.Person> of = roster.of(place);
      of.forEach(p -> people.put(p, row(p, result, true)));
      if (of.isEmpty()) {
        Roster.Person nobody = new Roster.Person(place.name(), "", "", place.name());
        unclaimed.add(row(nobody, result, false));
      }
    }
    unclaimed.sort(Comparator.comparing(Row::submission));
    List<Row> rows = new ArrayList<>(people.values());
    rows.addAll(unclaimed);
    return new Gradebook(settings, rows);
  }

  /** Of several submissions of one person the last by its file's name counts, as attempts are. */
  private static List<SubmissionPlace> byFile(List<SubmissionPlace> places) {
    return places.stream().sorted(Comparator.comparing(SubmissionPlace::shown)).toList();
  }

  /**
   * Reads {@code gradebook.json} again.
   *
   * @param folder the batch
   * @return the gradebook
   * @throws IOException if it isn't there or isn't a gradebook; the message names the file
   */
  public static Gradebook read(ResultFolder folder) throws IOException {
    Path file = folder.file(JSON);
    Book book = ClassroomJson.read(file, Book.class);
    if (book.batch() == null || book.rows() == null) {
      throw new IOException(file + "?");
    }
    return new Gradebook(book.batch(), book.rows());
  }

  /**
   * What the points depend on besides the submissions.
   *
   * @return the settings of the batch
   */
  public BatchSettings settings() {
    return settings;
  }

  /**
   * The rows.
   *
   * @return those of the roster, then the others
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * Writes both files.
   *
   * @param folder the batch
   * @throws IOException if they can't be written
   */
  public void write(ResultFolder folder) throws IOException {
    ClassroomJson.write(folder.file(JSON), new Book(settings.withShard(""), rows));
    WholeFile.write(folder.file("gradebook.csv"), csv());
  }

  private String csv() throws IOException {
    List<String> exercises =
        rows.stream().flatMap(r -> r.exercises().keySet().stream()).distinct().sorted().toList();
    List<List<String>> lines = new ArrayList<>();
    List<String> head =
        new ArrayList<>(
            List.of("id", "name", "email", "submission", "status", "verdict", "points", "maximum"));
    head.addAll(exercises);
    lines.add(head);
    for (Row row : rows) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  row.id(),
                  row.name(),
                  row.email(),
                  row.submission(),
                  row.status(),
                  settings.advisory() ? "advisory" : "isolated",
                  Integer.toString(row.points()),
                  Integer.toString(row.maximum())));
      for (String exercise : exercises) {
        Integer points = row.exercises().get(exercise);
        line.add(points == null ? "" : points.toString());
      }
      lines.add(line);
    }
    return SafeCsv.marked(lines);
  }

  private static Row empty(Roster.Person p) {
    return new Row(p.id(), p.name(), p.email(), "", NONE, 0, 0, Map.of(), Map.of(), true);
  }

  private static Row row(Roster.Person p, SubmissionResult result, boolean listed) {
    Map<String, Integer> points = new TreeMap<>();
    Map<String, String> outcomes = new TreeMap<>();
    for (ExerciseResult exercise : result.exercises()) {
      points.put(exercise.exercise(), exercise.points());
      outcomes.put(exercise.exercise(), exercise.outcome());
    }
    return new Row(
        p.id(),
        p.name(),
        p.email(),
        result.submission(),
        result.status().name().toLowerCase(Locale.ROOT),
        result.points(),
        result.maximum(),
        points,
        outcomes,
        listed);
  }
}
