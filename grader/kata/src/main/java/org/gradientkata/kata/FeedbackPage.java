package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.classroom.policy.Lateness;

/**
 * What a learner is told about a submission, as one page that needs nothing else.
 *
 * @param grade its grade
 * @param who those who handed it in
 * @param results the same result in each language
 */
record FeedbackPage(Grade grade, String who, Map<String, JsonNode> results) {
  private static final Set<String> BEGUN = Set.of("in_progress", "waiting");
  private static final Set<String> OPEN = Set.of("not_started", "no_report", "not_run");

  String html() {
    List<Map<String, Object>> exercises = new ArrayList<>();
    for (int i = 0; i < any().path("exercises").size(); i++) {
      exercises.add(exercise(i));
    }
    Map<String, Object> page = ExerciseHtml.sums(any(), exercises);
    page.put("who", who);
    page.put("read", !exercises.isEmpty());
    page.put("grade", gradeLine());
    page.put("late", grade.lateness().filter(l -> l.days() > 0).map(this::late).orElse(null));
    page.put("notes", notes());
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < any().path("remarks").size(); i++) {
      remarks.add(inBoth("/remarks/" + i));
    }
    page.put("hasRemarks", !remarks.isEmpty());
    page.put("remarks", remarks);
    List<?> tried = exercises.stream().filter(e -> e.get("tried").equals(true)).toList();
    page.put("hasCards", !tried.isEmpty());
    page.put("cards", tried);
    return new PageTemplate("feedback", List.of("report", "class"), "report", "feedback.")
        .fill(page);
  }

  private JsonNode any() {
    return results.values().iterator().next();
  }

  /** Where the grade is just the points there is nothing to add. */
  private Object gradeLine() {
    String number = Grade.text(grade.points());
    String best = Grade.text(grade.maximum());
    boolean raw = (number + "/" + best).equals(grade.row().points() + "/" + grade.row().maximum());
    return !grade.isThere() || raw ? null : ExerciseHtml.filled("feedback.grade", number, best);
  }

  private Object late(Lateness late) {
    return ExerciseHtml.filled("feedback.late", late.days(), Grade.text(late.percentOff()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    String status = any().path("status").asText();
    if (!status.equals("graded")) {
      notes.add(MarkupHtml.bilingual(PageTemplate.words("feedback.status." + status)));
    }
    if (any().path("advisory").asBoolean()) {
      notes.add(MarkupHtml.bilingual(PageTemplate.words("feedback.advisory")));
    }
    return notes;
  }

  private Map<String, Object> exercise(int index) {
    JsonNode json = any().path("exercises").path(index);
    String outcome = json.path("outcome").asText();
    String tone = tone(outcome);
    Map<String, Object> entry = ExerciseHtml.entry(json, tone, new ReportFindings(results, index));
    entry.put("tried", !tone.equals("open"));
    entry.put("state", outcome(outcome));
    int own = json.path("points_with_own").asInt();
    boolean helped = json.path("points_with_reference").asInt() > own;
    entry.put("own", helped ? ExerciseHtml.filled("feedback.own", own) : null);
    String detail = inBoth("/exercises/" + index + "/detail");
    entry.put("detail", detail.isEmpty() ? null : detail);
    return entry;
  }

  /** A text of the result, in whichever language the page is read. */
  private String inBoth(String pointer) {
    return MarkupHtml.both(
        MarkupHtml.escaped(results.get("en").at(pointer).asText()),
        MarkupHtml.escaped(results.get("ja").at(pointer).asText()));
  }

  private static String tone(String outcome) {
    if (outcome.equals(ExerciseHtml.SOLVED)) {
      return ExerciseHtml.SOLVED;
    }
    if (OPEN.contains(outcome)) {
      return "open";
    }
    return BEGUN.contains(outcome) ? "begun" : "failing";
  }

  /** Such as {@code does not compile}, in both languages. */
  static String outcome(String outcome) {
    String key = "export.outcome." + outcome;
    return MarkupHtml.both(
        MarkupHtml.escaped(ClassroomTexts.in(Locale.ENGLISH, key)),
        MarkupHtml.escaped(ClassroomTexts.in(Locale.JAPANESE, key)));
  }
}
