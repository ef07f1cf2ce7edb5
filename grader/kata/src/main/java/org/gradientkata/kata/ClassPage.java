package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gradientkata.classroom.batch.Changes;
import org.gradientkata.classroom.export.GradedBatch;
import org.gradientkata.classroom.feedback.ClassFigures;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.suite.Catalogue;

/**
 * How a class did, as one page for its instructor.
 *
 * @param batch the grades
 * @param changes what the last grading changed
 * @param links the page of each submission, relative to this one
 */
record ClassPage(GradedBatch batch, Changes changes, Map<String, String> links) {
  private static final int HARDEST = 6;
  private static final int MISTAKES = 10;
  private static final int TENTH = 10;
  private static final Set<String> TO_LOOK_AT =
      Set.of("tampering_suspected", "forbidden_api", "refused", "exited", "broken_report");

  /** A folder without a single exercise file, or with the stubs as they were. */
  private static final Set<String> NOTHING = Set.of("not_started");

  String html() {
    ClassFigures figures = ClassFigures.of(batch);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "sum",
        ExerciseHtml.filled(
            "class.sum",
            figures.people(),
            figures.without(),
            number(figures.mean()),
            number(figures.median())));
    page.put("advisory", batch.settings().advisory());
    page.put("tenths", tenths(figures.distribution()));
    List<Map<String, Object>> hardest =
        figures.hardest().stream().limit(HARDEST).map(ClassPage::difficulty).toList();
    page.put("hasHardest", !hardest.isEmpty());
    page.put("hardest", hardest);
    List<Map<String, Object>> mistakes =
        figures.misconceptions().stream().limit(MISTAKES).map(ClassPage::misconception).toList();
    page.put("hasMisconceptions", !mistakes.isEmpty());
    page.put("misconceptions", mistakes);
    List<Map<String, Object>> changed = changes.all().stream().map(ClassPage::change).toList();
    page.put("hasChanges", !changed.isEmpty());
    page.put("changes", changed);
    page.put("people", batch.grades().stream().map(this::person).toList());
    return new PageTemplate("class", List.of("report", "class"), "report", "class.").fill(page);
  }

  private static String number(double percent) {
    return String.format(Locale.ROOT, "%.1f", percent);
  }

  private static List<Map<String, Object>> tenths(List<Integer> counts) {
    int most = Math.max(1, Collections.max(counts));
    List<Map<String, Object>> tenths = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      tenths.add(
          Map.of("count", counts.get(i), "height", 80 * counts.get(i) / most, "from", i * TENTH));
    }
    return tenths;
  }

  private static Map<String, Object> difficulty(ClassFigures.Difficulty d) {
    return Map.of(
        "number",
        d.exercise().substring(0, 2),
        "title",
        title(d.exercise()),
        "tried",
        d.tried(),
        "solved",
        d.solved(),
        "share",
        Math.round(100 * d.share()));
  }

  private static Map<String, Object> misconception(ClassFigures.Misconception m) {
    return Map.of(
        "number",
        m.exercise().substring(0, 2),
        "title",
        title(m.exercise()),
        "text",
        ExerciseHtml.text(m.exercise(), m.key()),
        "count",
        ExerciseHtml.filled("class.count", m.submissions()));
  }

  /** A sum is said by points, and below it each exercise by points and outcome. */
  private static Map<String, Object> change(Changes.Change c) {
    boolean sum = c.exercise().isEmpty();
    String text =
        sum
            ? ExerciseHtml.filled(
                "class.change", MarkupHtml.escaped(c.submission()), c.pointsBefore(), c.pointsNow())
            : ExerciseHtml.filled(
                "class.change-exercise",
                MarkupHtml.escaped(c.exercise()),
                outcome(c.outcomeBefore()),
                c.pointsBefore(),
                outcome(c.outcomeNow()),
                c.pointsNow());
    return Map.of("text", text, "part", !sum);
  }

  private static String outcome(String outcome) {
    return outcome.isEmpty() ? "–" : FeedbackPage.outcome(outcome);
  }

  private Map<String, Object> person(Grade grade) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("id", grade.row().id());
    person.put("name", grade.row().name());
    person.put("link", links.get(grade.row().submission()));
    person.put(
        "points",
        grade.row().maximum() == 0 ? "" : grade.row().points() + "/" + grade.row().maximum());
    person.put(
        "grade",
        grade.isThere() ? Grade.text(grade.points()) + "/" + Grade.text(grade.maximum()) : "");
    person.put("look", look(grade));
    return person;
  }

  /** What an instructor should see with their own eyes. */
  private static String look(Grade grade) {
    if (!grade.row().status().equals("graded")) {
      return MarkupHtml.bilingual(PageTemplate.words("class.status." + grade.row().status()));
    }
    Set<String> odd = new TreeSet<>(grade.row().outcomes().values());
    if (odd.equals(NOTHING)) {
      return FeedbackPage.outcome("not_started");
    }
    odd.retainAll(TO_LOOK_AT);
    return String.join(", ", odd.stream().map(FeedbackPage::outcome).toList());
  }

  private static String title(String exercise) {
    return Catalogue.exercises().contains(exercise)
        ? ExerciseHtml.text(exercise, "title")
        : MarkupHtml.escaped(exercise);
  }
}
