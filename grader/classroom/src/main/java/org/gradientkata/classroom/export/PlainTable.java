package org.gradientkata.classroom.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SafeCsv;
import org.gradientkata.classroom.policy.Grade;

/** All grades as a plain table, for spreadsheets and programs. */
final class PlainTable {
  /** Without it spreadsheet programs don't read a file as UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    List<String> head =
        new ArrayList<>(
            List.of(
                "id",
                "name",
                "email",
                "submission",
                "status",
                "verdict",
                "raw_points",
                "raw_maximum",
                "grade",
                "best_grade"));
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
    return BYTE_ORDER_MARK + SafeCsv.of(lines);
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
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", row.id());
    facts.put("name", row.name());
    facts.put("email", row.email());
    facts.put("submission", row.submission());
    facts.put("status", row.status());
    facts.put("verdict", settings.advisory() ? "advisory" : "isolated");
    facts.put("raw_points", row.points());
    facts.put("raw_maximum", row.maximum());
    facts.put("grade", grade.isThere() ? grade.points() : null);
    facts.put("best_grade", grade.isThere() ? grade.maximum() : null);
    return facts;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? Grade.text(number) : value.toString();
  }
}
