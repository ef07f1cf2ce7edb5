package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Bilingual;

/** What pages show of an exercise, in both languages, its formulas set. */
final class ExerciseHtml {
  static final String SOLVED = "solved";
  private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

  private ExerciseHtml() {}

  /** A text of an exercise, or of the kit. */
  static String text(String exercise, String key) {
    return MarkupHtml.both(
        MarkupHtml.html(FormulaFinder.parts(Texts.of(exercise, Locale.ENGLISH).get(key))),
        MarkupHtml.html(FormulaFinder.parts(Texts.of(exercise, Locale.JAPANESE).get(key))));
  }

  /** A message with its gaps filled. */
  static String filled(String key, Object... arguments) {
    Bilingual words = PageTemplate.words(key);
    return MarkupHtml.both(fill(words.en(), arguments), fill(words.ja(), arguments));
  }

  /** A text with its gaps filled, once: what fills one is not looked at for gaps. */
  static String fill(String text, Object... arguments) {
    return GAP.matcher(text)
        .replaceAll(
            gap ->
                Matcher.quoteReplacement(
                    String.valueOf(arguments[Integer.parseInt(gap.group(1))])));
  }

  /** What stands at the top of a page about all exercises. */
  static Map<String, Object> sums(JsonNode results, List<Map<String, Object>> exercises) {
    int points = results.path("points").asInt();
    int maximum = results.path("maximum").asInt();
    long solved = exercises.stream().filter(e -> e.get("tone").equals(SOLVED)).count();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("sum", filled("report.sum", solved, exercises.size(), points, maximum));
    page.put("percent", maximum == 0 ? 0 : 100 * points / maximum);
    page.put("exercises", exercises);
    return page;
  }

  /**
   * What a page says of an exercise, whoever it is for.
   *
   * @param exercise its results
   * @param tone {@code solved}, {@code failing}, {@code begun} or {@code open}
   * @param findings what its tests said
   */
  static Map<String, Object> entry(JsonNode exercise, String tone, ReportFindings findings) {
    String name = exercise.path("exercise").asText();
    boolean known = Catalogue.exercises().contains(name);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("number", name.substring(0, name.indexOf(' ')));
    entry.put("title", known ? text(name, "title") : MarkupHtml.escaped(name));
    entry.put("tone", tone);
    entry.put("mark", tone.equals(SOLVED) ? "✔" : tone.equals("failing") ? "✘" : "·");
    entry.put("points", exercise.path("points").asInt());
    entry.put("maximum", exercise.path("maximum").asInt());
    entry.put("stages", stages(exercise));
    entry.put("findings", findings.first());
    entry.put("more", findings.more() == 0 ? false : filled("report.more", findings.more()));
    entry.put("hints", known && !tone.equals(SOLVED) ? hints(name) : List.of());
    return entry;
  }

  /** With their points. */
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

  /** From a nudge on. */
  private static List<Map<String, Object>> hints(String exercise) {
    List<Map<String, Object>> hints = new ArrayList<>();
    for (int i = 1; Texts.of(exercise, Locale.ENGLISH).has("hint." + i); i++) {
      hints.add(Map.of("label", filled("report.hint", i), "text", text(exercise, "hint." + i)));
    }
    return hints;
  }
}
