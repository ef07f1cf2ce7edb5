package org.gradientkata.classroom.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SafeCsv;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.classroom.policy.Lateness;

/** All grades as a plain table, for spreadsheets and programs. */
final class PlainTable {
  private static final List<String> FACTS =
      List.of(
          "id",
          "name",
          "email",
          "submission",
          "status",
          "verdict",
          "raw_points",
          "raw_maximum",
          "submitted",
          "deadline",
          "extended",
          "days_late",
          "percent_off",
          "grade",
          "best_grade");

  private PlainTable() {}

  /** A line for each person, raw points by exercise. */
  static String csv(GradedBatch batch) throws IOException {
    List<String> exercises =
        batch.grades().stream()
            .flatMap(g -> g.row().exercises().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(FACTS);
    head.addAll(exercises);
    lines.add(head);
    for (Grade grade : batch.grades()) {
      List<String> line = new ArrayList<>();
      facts(batch.settings(), grade).values().forEach(v -> line.add(text(v)));
      for (String exercise : exercises) {
        line.add(text(grade.row().exercises().get(exercise)));
      }
      lines.add(line);
    }
    return SafeCsv.marked(lines);
  }

  /** The same with outcomes. */
  static Map<String, Object> json(GradedBatch batch) {
    List<Map<String, Object>> people = new ArrayList<>();
    for (Grade grade : batch.grades()) {
      Map<String, Object> person = facts(batch.settings(), grade);
      person.put("exercises", grade.row().exercises());
      person.put("outcomes", grade.row().outcomes());
      people.add(person);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", BatchSettings.VERSION);
    all.put("batch", batch.settings());
    all.put("people", people);
    return all;
  }

  private static Map<String, Object> facts(BatchSettings settings, Grade grade) {
    Gradebook.Row row = grade.row();
    Optional<Lateness> late = grade.lateness();
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(row.id(), row.name(), row.email(), row.submission(), row.status()));
    values.add(settings.advisory() ? "advisory" : "isolated");
    values.addAll(List.of(row.points(), row.maximum()));
    values.add(late.map(l -> l.submitted().toString()).orElse(null));
    values.add(late.map(l -> l.deadline().toString()).orElse(null));
    values.add(late.map(Lateness::extended).orElse(null));
    values.add(late.map(Lateness::days).orElse(null));
    values.add(late.map(Lateness::percentOff).orElse(null));
    values.add(grade.isThere() ? grade.points() : null);
    values.add(grade.isThere() ? grade.maximum() : null);
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      facts.put(FACTS.get(i), values.get(i));
    }
    return facts;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? Grade.text(number) : value.toString();
  }
}
