package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Texts;

/**
 * What a learner is told about a submission, as Markdown in one language: for comments on a
 * platform or in a pull request.
 *
 * @param grade its grade
 * @param who those who handed it in
 * @param result the result in this language
 * @param locale the language
 */
record FeedbackMarkdown(Grade grade, String who, JsonNode result, Locale locale) {
  private static final Set<String> QUIET = Set.of("not_started", "no_report", "not_run", "solved");
  private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&]");

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# " + words("feedback.title"));
    lines.add("");
    lines.add(escaped(who));
    lines.add("");
    lines.add(sum());
    lines.add("");
    String status = result.path("status").asText();
    if (!status.equals("graded")) {
      lines.addAll(List.of(words("feedback.status." + status), ""));
    }
    if (result.path("advisory").asBoolean()) {
      lines.addAll(List.of(words("feedback.advisory"), ""));
    }
    for (JsonNode remark : result.path("remarks")) {
      lines.add("- " + escaped(remark.asText()));
    }
    table(lines);
    for (int i = 0; i < result.path("exercises").size(); i++) {
      if (!QUIET.contains(result.path("exercises").path(i).path("outcome").asText())) {
        exercise(lines, i);
      }
    }
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  private String sum() {
    int solved = 0;
    for (JsonNode e : result.path("exercises")) {
      solved += e.path("outcome").asText().equals("solved") ? 1 : 0;
    }
    String sum =
        words(
                "report.sum",
                solved,
                result.path("exercises").size(),
                grade.row().points(),
                grade.row().maximum())
            .replaceAll("</?b>", "**");
    String number = Grade.text(grade.points());
    String best = Grade.text(grade.maximum());
    boolean raw = (number + best).equals(grade.row().points() + "" + grade.row().maximum());
    StringBuilder all = new StringBuilder(grade.row().maximum() == 0 ? "" : sum);
    if (grade.isThere() && !raw) {
      all.append("  \n").append(words("feedback.grade", number, best).replaceAll("</?b>", "**"));
    }
    grade
        .lateness()
        .filter(l -> l.days() > 0)
        .ifPresent(
            l ->
                all.append("  \n")
                    .append(words("feedback.late", l.days(), Grade.text(l.percentOff()))));
    return all.toString();
  }

  private void table(List<String> lines) {
    if (result.path("exercises").isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        "| "
            + words("class.exercise")
            + " | "
            + words("feedback.outcome")
            + " | "
            + words("class.points")
            + " |");
    lines.add("|---|---|---:|");
    for (JsonNode e : result.path("exercises")) {
      lines.add(
          "| %s | %s | %d/%d |"
              .formatted(
                  title(e), outcome(e), e.path("points").asInt(), e.path("maximum").asInt()));
    }
    lines.add("");
  }

  private void exercise(List<String> lines, int index) {
    JsonNode exercise = result.path("exercises").path(index);
    lines.add("## " + title(exercise) + ": " + outcome(exercise));
    lines.add("");
    int own = exercise.path("points_with_own").asInt();
    if (exercise.path("points_with_reference").asInt() > own) {
      lines.addAll(List.of(words("feedback.own", own), ""));
    }
    if (!exercise.path("detail").asText().isEmpty()) {
      lines.addAll(fenced(exercise.path("detail").asText()));
    }
    ReportFindings findings = new ReportFindings(Map.of(locale.getLanguage(), result), index);
    for (int test : findings.chosen()) {
      JsonNode each = exercise.path("tests").path(test);
      if (!findings.isOfCompiler(test)) {
        lines.addAll(List.of("**" + escaped(each.path("title").asText()) + "**", ""));
      }
      lines.addAll(fenced(each.path("message").asText()));
    }
    if (findings.more() > 0) {
      lines.addAll(List.of(words("report.more", findings.more()), ""));
    }
  }

  /** A message may be a learner's own words, so nothing in it is markup. */
  private static List<String> fenced(String text) {
    int longest =
        Pattern.compile("`+")
            .matcher(text)
            .results()
            .mapToInt(m -> m.group().length())
            .max()
            .orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return List.of(fence + "text", text.strip(), fence, "");
  }

  private String title(JsonNode exercise) {
    String name = exercise.path("exercise").asText();
    return Catalogue.exercises().contains(name)
        ? name.substring(0, 2) + " " + escaped(Texts.of(name, locale).get("title"))
        : escaped(name);
  }

  private String outcome(JsonNode exercise) {
    return ClassroomTexts.in(locale, "export.outcome." + exercise.path("outcome").asText());
  }

  private String words(String key, Object... arguments) {
    return ExerciseHtml.fill(PageTemplate.words(key).in(locale), arguments);
  }

  private static String escaped(String text) {
    return SIGNS
        .matcher(text.replaceAll("\\s+", " "))
        .replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
  }
}
