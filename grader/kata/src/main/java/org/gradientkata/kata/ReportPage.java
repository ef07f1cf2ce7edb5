package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;

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
    int points = any().path("points").asInt();
    int maximum = any().path("maximum").asInt();
    long solved = exercises.stream().filter(e -> e.get("solved").equals(true)).count();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("made", made);
    page.put("sum", sum(solved, exercises.size(), points, maximum));
    page.put("percent", maximum == 0 ? 0 : 100 * points / maximum);
    page.put("exercises", exercises);
    page.put("next", next(exercises));
    return new PageTemplate("report", "report.").fill(page);
  }

  private JsonNode any() {
    return results.values().iterator().next();
  }

  private static String sum(Object... figures) {
    String en = PageTemplate.words("report.sum").en();
    String ja = PageTemplate.words("report.sum").ja();
    for (int i = 0; i < figures.length; i++) {
      en = en.replace("{" + i + "}", figures[i].toString());
      ja = ja.replace("{" + i + "}", figures[i].toString());
    }
    return MarkupHtml.both(en, ja);
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
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("number", name.substring(0, name.indexOf(' ')));
    entry.put("title", known ? text(name, "title") : MarkupHtml.escaped(name));
    entry.put("state", text("kit", "state." + json.path("state").asText()));
    entry.put("tone", tone(state));
    entry.put("mark", state == State.SOLVED ? "✔" : state.isFailure() ? "✘" : "·");
    entry.put("solved", state == State.SOLVED);
    entry.put("points", json.path("points").asInt());
    entry.put("maximum", json.path("maximum").asInt());
    entry.put("stages", stages(json));
    ReportFindings findings = new ReportFindings(results, index);
    entry.put("findings", findings.first());
    entry.put("more", findings.more() == 0 ? false : more(findings.more()));
    entry.put("file", known ? Catalogue.file(name) : false);
    entry.put("lesson", known ? lesson(name) : false);
    entry.put("hints", known && state != State.SOLVED ? hints(name) : List.of());
    return entry;
  }

  private static String tone(State state) {
    if (state == State.SOLVED) {
      return "solved";
    }
    if (state.isFailure()) {
      return "failing";
    }
    return BEGUN.contains(state.name().toLowerCase(Locale.ROOT)) ? "begun" : "open";
  }

  private static String more(int count) {
    return filled("report.more", count);
  }

  private static String filled(String key, Object argument) {
    return MarkupHtml.both(
        PageTemplate.words(key).en().replace("{0}", argument.toString()),
        PageTemplate.words(key).ja().replace("{0}", argument.toString()));
  }

  private static List<Map<String, Object>> stages(JsonNode exercise) {
    List<Map<String, Object>> stages = new ArrayList<>();
    for (JsonNode stage : exercise.path("stages")) {
      int points = stage.path("points").asInt();
      int maximum = stage.path("maximum").asInt();
      String key = "report.stage." + stage.path("stage").asText();
      stages.add(
          Map.of(
              "stage",
              MarkupHtml.bilingual(PageTemplate.words(key)),
              "points",
              points,
              "maximum",
              maximum,
              "full",
              points == maximum));
    }
    return stages;
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

  private static List<Map<String, Object>> hints(String exercise) {
    List<Map<String, Object>> hints = new ArrayList<>();
    for (int i = 1; Texts.of(exercise, Locale.ENGLISH).has("hint." + i); i++) {
      hints.add(Map.of("label", filled("report.hint", i), "text", text(exercise, "hint." + i)));
    }
    return hints;
  }

  /** A text of an exercise, or of the kit, its formulas set. */
  private static String text(String exercise, String key) {
    return MarkupHtml.both(
        MarkupHtml.html(FormulaFinder.parts(Texts.of(exercise, Locale.ENGLISH).get(key))),
        MarkupHtml.html(FormulaFinder.parts(Texts.of(exercise, Locale.JAPANESE).get(key))));
  }
}
