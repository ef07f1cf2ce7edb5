package org.gradientkata.kata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.batch.Changes;
import org.gradientkata.classroom.batch.ClassroomJson;
import org.gradientkata.classroom.batch.ResultFolder;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.export.GradedBatch;
import org.gradientkata.classroom.feedback.Translation;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.suite.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes feedback for each learner, and a page on the class for its instructor. */
@Command(name = "feedback")
final class GradeFeedbackCommand implements Callable<Integer> {
  private static final String LEARNERS = "learners";
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", descriptionKey = "dir")
  private String graded;

  @Option(names = "--out", paramLabel = "PAGES", required = true)
  private String out;

  @Option(names = "--policy", paramLabel = "YAML")
  private String policy;

  GradeFeedbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::write);
  }

  private int write() throws IOException {
    Path folder = Kit.typed(graded);
    Path pages = Kit.typed(out);
    if (Files.isRegularFile(pages)) {
      throw new Mistake(Messages.get("feedback.is-file", pages));
    }
    try {
      GradedBatch batch = GradedBatch.read(folder, Optional.ofNullable(policy).map(Kit::typed));
      Locale language = Locale.forLanguageTag(batch.settings().language());
      Locale other = language.equals(Locale.JAPANESE) ? Locale.ENGLISH : Locale.JAPANESE;
      Translation translation = new Translation(language, other);
      Map<String, String> links = new LinkedHashMap<>();
      for (Grade grade : batch.submissions()) {
        SubmissionResult result = grade.result().get();
        Map<String, JsonNode> results = new LinkedHashMap<>();
        results.put(language.getLanguage(), json(result));
        results.put(other.getLanguage(), json(translation.of(result)));
        links.put(result.submission(), write(pages, grade, who(batch, grade), results));
      }
      Changes changes = Changes.in(new ResultFolder(folder));
      Path page = pages.resolve("class.html");
      WholeFile.write(page, new ClassPage(batch, changes, links).html());
      batch.remarks().forEach(console.out()::println);
      console.out().println(Messages.get("feedback.written", links.size(), page));
      return Kata.OK;
    } catch (ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
  }

  private static String write(Path pages, Grade grade, String who, Map<String, JsonNode> results)
      throws IOException {
    String name = grade.row().submission();
    Path folder = pages.resolve(LEARNERS);
    WholeFile.write(folder.resolve(name + ".html"), new FeedbackPage(grade, who, results).html());
    for (Locale locale : LANGUAGES) {
      String ending = locale.equals(Locale.JAPANESE) ? ".ja.md" : ".md";
      JsonNode result = results.get(locale.getLanguage());
      WholeFile.write(
          folder.resolve(name + ending), new FeedbackMarkdown(grade, who, result, locale).text());
    }
    return LEARNERS + "/" + name + ".html";
  }

  /** Everybody of a group. */
  private static String who(GradedBatch batch, Grade grade) {
    return batch.grades().stream()
        .filter(g -> g.row().submission().equals(grade.row().submission()))
        .map(g -> (g.row().name() + " (" + g.row().id() + ")").strip())
        .collect(Collectors.joining(", "));
  }

  private static JsonNode json(SubmissionResult result) throws IOException {
    return new ObjectMapper().readTree(ClassroomJson.text(result));
  }
}
