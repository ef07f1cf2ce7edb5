package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.State;

/**
 * Where a learner stands, as one page: the map of the exercises, what is wrong and why, what to do
 * next.
 *
 * @param kit the checkout, for links to its lessons
 * @param file where the page will be
 * @param made when
 * @param results those of a run by its language, {@code en} or {@code ja}
 */
record ReportPage(Kit kit, Path file, String made, Map<String, JsonNode> results) {
  private static final Set<String> BEGUN = Set.of("in_progress", "waiting");

  String html() {
    List<Map<String, Object>> exercises = new ArrayList<>();
    for (int i = 0; i < any().path("exercises").size(); i++) {
      exercises.add(exercise(i));
    }
    Map<String, Object> page = ExerciseHtml.sums(any(), exercises);
    page.put("made", made);
    page.put("next", next(exercises));
    return new PageTemplate("report", "report.").fill(page);
  }

  private JsonNode any() {
    return results.values().iterator().next();
  }

  /** What is wrong comes first, then the first exercise that isn't solved. */
  private static Object next(List<Map<String, Object>> exercises) {
    for (String tone : List.of("failing", "")) {
      for (Map<String, Object> exercise : exercises) {
        if (exercise.get("tone").equals(tone)
            || (tone.isEmpty() && exercise.get("solved").equals(false))) {
          return exercise;
        }
      }
    }
    return false;
  }

  private Map<String, Object> exercise(int index) {
    JsonNode json = any().path("exercises").path(index);
    String name = json.path("exercise").asText();
    boolean known = Catalogue.exercises().contains(name);
    State state = State.valueOf(json.path("state").asText().toUpperCase(Locale.ROOT));
    Map<String, Object> entry =
        ExerciseHtml.entry(json, tone(state), new ReportFindings(results, index));
    entry.put("state", ExerciseHtml.text("kit", "state." + json.path("state").asText()));
    entry.put("solved", state == State.SOLVED);
    entry.put("file", known ? Catalogue.file(name) : false);
    entry.put("lesson", known ? lesson(name) : false);
    return entry;
  }

  private static String tone(State state) {
    if (state == State.SOLVED) {
      return ExerciseHtml.SOLVED;
    }
    if (state.isFailure()) {
      return "failing";
    }
    return BEGUN.contains(state.name().toLowerCase(Locale.ROOT)) ? "begun" : "open";
  }

  private Object lesson(String exercise) {
    Path lessons = kit.root().resolve("docs/lessons");
    String name = exercise.replace(' ', '-');
    Path en = lessons.resolve(name + ".md");
    Path ja = lessons.resolve(name + ".ja.md");
    if (!Files.exists(en) || !Files.exists(ja)) {
      return false;
    }
    return MarkupHtml.both(
        link(en, PageTemplate.words("report.lesson").en()),
        link(ja, PageTemplate.words("report.lesson").ja()));
  }

  private String link(Path to, String words) {
    Path from = file.toAbsolutePath().normalize().getParent();
    String target =
        from.getRoot().equals(to.getRoot())
            ? from.relativize(to).toString().replace('\\', '/')
            : to.toUri().toString();
    return "<a href=\"" + MarkupHtml.escaped(target) + "\">" + words + "</a>";
  }
}
