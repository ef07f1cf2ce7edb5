package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a report tells about the tests of one exercise: each check, message and idea once. */
final class ReportFindings {
  private static final int MOST = 4;
  private static final List<String> FAILURES = List.of("does_not_compile", "timed_out", "wrong");

  private final Map<String, JsonNode> results;
  private final int exercise;
  private final List<Integer> told = new ArrayList<>();
  private final Set<String> ideas = new HashSet<>();
  private final int unsolved;

  /**
   * Findings.
   *
   * @param results those of a run by its language
   * @param exercise its place among the exercises
   */
  ReportFindings(Map<String, JsonNode> results, int exercise) {
    this.results = results;
    this.exercise = exercise;
    List<Integer> candidates = candidates();
    Set<String> seen = new HashSet<>();
    for (int test : candidates) {
      boolean newCheck = seen.add(tests().path(test).path("title").asText());
      if (seen.add(tests().path(test).path("message").asText()) && newCheck) {
        told.add(test);
      }
    }
    this.unsolved = candidates.size();
  }

  /** What fails; where nothing does, the first word on what is missing. */
  private List<Integer> candidates() {
    List<Integer> failing = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < tests().size(); i++) {
      String state = tests().path(i).path("state").asText();
      if (FAILURES.contains(state)) {
        failing.add(i);
      } else if (!state.equals("solved") && open.isEmpty()) {
        open.add(i);
      }
    }
    return failing.isEmpty() ? open : failing;
  }

  /** The first findings, as the template wants them. */
  List<Map<String, Object>> first() {
    List<Map<String, Object>> findings = new ArrayList<>();
    for (int test : chosen()) {
      // What doesn't compile fails as a whole; which check came first says nothing.
      Object check = isOfCompiler(test) ? false : title(test);
      findings.add(Map.of("check", check, "message", message(test)));
    }
    return findings;
  }

  /** The tests of the first findings, by their places. */
  List<Integer> chosen() {
    return told.subList(0, Math.min(MOST, told.size()));
  }

  /** How many tests more there is something to say about. */
  int more() {
    return unsolved - chosen().size();
  }

  private JsonNode tests() {
    return tests(any());
  }

  private JsonNode tests(JsonNode run) {
    return run.path("exercises").path(exercise).path("tests");
  }

  /** From the run in each language; a language without a run borrows from the other. */
  private String inLanguage(String language, int test, String field) {
    return tests(results.getOrDefault(language, any())).path(test).path(field).asText();
  }

  private String title(int test) {
    return MarkupHtml.both(
        MarkupHtml.html(FormulaFinder.parts(inLanguage("en", test, "title"))),
        MarkupHtml.html(FormulaFinder.parts(inLanguage("ja", test, "title"))));
  }

  private String message(int test) {
    return MarkupHtml.bothBlocks(message("en", test), message("ja", test));
  }

  private JsonNode any() {
    return results.values().iterator().next();
  }

  /** Whether a test has no more to say than that nothing could be compiled. */
  boolean isOfCompiler(int test) {
    return tests().path(test).path("state").asText().equals("does_not_compile");
  }

  /** Set line by line; in what a compiler says columns count, from the place on. */
  private String message(String language, int test) {
    boolean ofCompiler = isOfCompiler(test);
    StringBuilder html = new StringBuilder();
    StringBuilder columns = new StringBuilder();
    for (String line : inLanguage(language, test, "message").lines().toList()) {
      if (ofCompiler && (!columns.isEmpty() || line.matches("\\S+\\.java:\\d+.*"))) {
        columns.append(MarkupHtml.escaped(line)).append('\n');
      } else if (!line.startsWith("→") || ideas.add(language + line)) {
        String kind = line.startsWith("→") ? "<p class=\"idea\">" : "<p>";
        html.append(kind).append(MarkupHtml.html(FormulaFinder.parts(line))).append("</p>");
      }
    }
    return columns.isEmpty() ? html.toString() : html + "<pre>" + columns + "</pre>";
  }
}
