package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Bilingual;

/** What pages show of an exercise, in both languages, its formulas set. */
final class ExerciseHtml {
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

  /** The stages of an exercise with their points. */
  static List<Map<String, Object>> stages(JsonNode exercise) {
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

  /** Its hints, from a nudge on. */
  static List<Map<String, Object>> hints(String exercise) {
    List<Map<String, Object>> hints = new ArrayList<>();
    for (int i = 1; Texts.of(exercise, Locale.ENGLISH).has("hint." + i); i++) {
      hints.add(Map.of("label", filled("report.hint", i), "text", text(exercise, "hint." + i)));
    }
    return hints;
  }
}
