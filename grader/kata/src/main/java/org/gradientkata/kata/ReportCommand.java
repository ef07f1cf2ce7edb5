package org.gradientkata.kata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.ResultsJson;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a page on where the learner stands. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE")
  private String out;

  @Option(names = "--results", paramLabel = "FILE")
  private String results;

  @Option(names = "--solutions")
  private boolean solutions;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::report);
  }

  private int report() throws IOException {
    Kit kit = Kit.here();
    Path page = out == null ? kit.root().resolve("target/kata/report.html") : Kit.typed(out);
    Map<String, JsonNode> byLanguage = results == null ? graded(kit) : read(Kit.typed(results));
    String made = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    WholeFile.write(page, new ReportPage(kit, page, made, byLanguage).html());
    console.out().println(Messages.get("report.written", kit.shown(page)));
    return Kata.OK;
  }

  /** A message is made in one language only, so there is a run for each. */
  private Map<String, JsonNode> graded(Kit kit) throws IOException {
    console.out().println(Messages.get("report.grading"));
    Map<String, JsonNode> byLanguage = new TreeMap<>();
    for (String language : List.of("en", "ja")) {
      byLanguage.put(language, grade(kit.answers(solutions), language));
    }
    return byLanguage;
  }

  private JsonNode grade(AnswerSet answers, String language) throws JsonProcessingException {
    String before = Texts.locale().getLanguage();
    System.setProperty("kata.lang", language);
    Grader.Grades grades;
    String json;
    try {
      grades = Grader.grade(answers, Catalogue.exercises());
      json = ResultsJson.of(grades.standings());
    } finally {
      System.setProperty("kata.lang", before);
    }
    if (language.equals(before)) {
      grades.ungraded().forEach(console.err()::println);
    }
    return new ObjectMapper().readTree(json);
  }

  private static Map<String, JsonNode> read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      JsonNode json = new ObjectMapper().readTree(text);
      if (!json.path("exercises").isArray() || !json.path("language").isTextual()) {
        throw new Mistake(Messages.get("report.unreadable", file, "exercises, language"));
      }
      return Map.of(json.path("language").asText(), json);
    } catch (JsonProcessingException e) {
      throw new Mistake(Messages.get("report.unreadable", file, e.getOriginalMessage()));
    }
  }
}
