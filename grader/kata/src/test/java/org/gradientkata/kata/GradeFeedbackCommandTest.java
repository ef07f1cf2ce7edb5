package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.ExerciseResult.StageResult;
import org.gradientkata.classroom.batch.ExerciseResult.TestResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.ResultFolder;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.suite.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("feedback")
class GradeFeedbackCommandTest {
  private static final String IDEA = "twin.Sigmoid.derivativeFromValue.inverted-ratio";
  private static final String HOSTILE = "<script>window.hacked = 1</script> ```\n# {0} $1";

  private static final String PROGRAM =
      """
      <script>
      const log = {};
      const text = () => document.querySelector("main").innerText;
      log.hacked = String(window.hacked);
      log.english = /%1$s/.test(text()) + " " + /%2$s/.test(text());
      document.querySelector("[data-language=ja]").click();
      log.japanese = /%1$s/.test(text()) + " " + /%2$s/.test(text());
      log.title = document.title;
      log.loads = performance.getEntriesByType("resource").length;
      document.body.style.width = "370px";
      log.narrow = document.body.scrollWidth <= 370;
      log.links = [...document.querySelectorAll("a[href^='#']")].every((a) => document.querySelector(a.getAttribute("href")));
      log.bars = [...document.querySelectorAll("#tenths i")].map((i) => Math.round(i.getBoundingClientRect().height)).join(" ");
      const out = document.createElement("pre");
      out.id = "log";
      out.textContent = Object.entries(log).map(([k, v]) => `${k} = ${v}`).join("\\n") + "\\n";
      document.body.append(out);
      </script>
      </body>
      """;

  // The browser's helpers may still write when the test is over.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Path graded;
  private Path pages;

  @BeforeEach
  void gradeAClass() throws IOException {
    graded = folder.resolve("graded");
    pages = folder.resolve("pages");
    Path roster = folder.resolve("roster.csv");
    Files.writeString(roster, "id,name\nann,<b>Ann</b>\nbob,山田 花子\nzoe,Zoë\n");
    ResultFolder batch = new ResultFolder(graded);
    batch.open();
    batch.write(new BatchSettings(1, "kit", 7, "en", "none", true, "", "", "0/1"));
    String idea = Texts.of("01 sigmoid", Locale.ENGLISH).get(IDEA);
    batch.write(result("ann", "a", 4, "seen 1\n→ " + idea, "x is 2x2, expected 2x3."));
    batch.write(result("bob", "a", 0, HOSTILE, "x"));
    batch.write(result("bob", "b", 4, HOSTILE, "x"));
    writeGradebook(batch);
  }

  private void writeGradebook(ResultFolder batch) throws IOException {
    List<SubmissionPlace> places =
        List.of(
            new SubmissionPlace("ann", Path.of("ann"), SubmissionPlace.Kind.FOLDER),
            new SubmissionPlace("bob", Path.of("bob"), SubmissionPlace.Kind.FOLDER));
    Gradebook.of(batch, places, Roster.read(folder.resolve("roster.csv"))).write(batch);
  }

  @Test
  @DisplayName("is written for each learner in both languages, and for the class")
  void files() throws IOException {
    CommandRun run = CommandRun.in("ja", "grade", "feedback", "" + graded, "--out", "" + pages);

    assertThat(run.code()).as(run.err()).isEqualTo(Kata.OK);
    assertThat(run.out()).contains("2 件", "class.html");
    for (String name : List.of("ann.html", "ann.md", "ann.ja.md", "bob.html", "bob.md")) {
      assertThat(pages.resolve("learners").resolve(name)).exists();
    }
    assertThat(pages.resolve("learners/ann.html"))
        .content()
        .contains("A.java:3 uses &lt;i&gt;b.C", "A.java:3 が &lt;i&gt;b.C&lt;/i&gt; を使って")
        .contains("Tanh.java&lt;/u&gt; can", "Tanh.java&lt;/u&gt; を読み取れません");
    assertThat(pages.resolve("learners/ann.md"))
        .content()
        .contains("\\<b\\>Ann\\</b\\> (ann)", "**4** of 20 points", "misprint", "preliminary")
        .contains("| 01 Sigmoid | wrong | 4/10 |");
    assertThat(pages.resolve("learners/ann.ja.md"))
        .content()
        .contains("誤植", "2x2", "| 01 シグモイド関数 | 誤り | 4/10 |")
        .doesNotContain("misprint", "expected");
    assertThat(pages.resolve("learners/bob.md")).content().contains("````text\n<script>");
  }

  @Test
  @DisplayName("shows the grade and what lateness costs beside the raw points")
  void policy() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy,
        """
        deadline: 2026-11-20T23:59:00Z
        submitted: times.csv
        late: {percent-per-day: 25}
        best: 100
        """);
    Files.writeString(folder.resolve("times.csv"), "id,submitted\nann,2026-11-21T10:00:00Z\n");

    CommandRun run =
        CommandRun.of(
            "grade", "feedback", "" + graded, "--out", "" + pages, "--policy", "" + policy);

    assertThat(run.out()).contains("on time: 1 (bob)");
    assertThat(pages.resolve("learners/ann.md"))
        .content()
        .contains("**4** of 20 points", "Grade: **15** of 100", "Late days: 1. 25 %");
    assertThat(pages.resolve("learners/ann.html")).content().contains("<b>15</b> of 100");
    assertThat(pages.resolve("class.html")).content().contains("4/20", "15/100");
  }

  @Test
  @DisplayName("says why there is nothing, without empty tables, and who has begun nothing")
  void nothing() throws IOException {
    ResultFolder batch = new ResultFolder(graded);
    ExerciseResult open = exercise("02 tanh", "not_started", 0, List.of());
    batch.write(result("ann", "z", SubmissionResult.Status.REFUSED, 0, List.of()));
    batch.write(result("bob", "z", SubmissionResult.Status.GRADED, 0, List.of(open)));
    writeGradebook(batch);

    CommandRun.of("grade", "feedback", "" + graded, "--out", "" + pages);

    assertThat(pages.resolve("learners/ann.html"))
        .content()
        .contains("could not be read", "Tanh.java")
        .doesNotContain("id=\"sum\"", "map-title", "all-title");
    assertThat(pages.resolve("learners/ann.md")).content().doesNotContain("of 0", "|---|");
    assertThat(pages.resolve("learners/bob.html"))
        .content()
        .contains("id=\"sum\"", "map-title")
        .doesNotContain("all-title");
    assertThat(pages.resolve("class.html"))
        .content()
        .containsPattern("(?s)people.*could not be read.*not started.*no submission");
  }

  @Test
  @DisplayName("works in a real browser, in both languages, and lets nobody's text run")
  void browser() throws Exception {
    Optional<Path> chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine");
    CommandRun.of("grade", "feedback", "" + graded, "--out", "" + pages);
    Chromium browser = new Chromium(chromium.get(), folder);

    String ann = log(browser, pages.resolve("learners/ann.html"), "misprint", "誤植");
    assertThat(ann)
        .contains("english = true false", "japanese = false true", "title = 提出物へのフィードバック")
        .contains("loads = 0", "narrow = true", "links = true");
    String bob = log(browser, pages.resolve("learners/bob.html"), "wrong", "誤り");
    assertThat(bob).contains("hacked = undefined", "english = true false", "narrow = true");
    String all = log(browser, pages.resolve("class.html"), "misprint", "誤植");
    assertThat(all)
        .contains("hacked = undefined", "english = true false", "japanese = false true")
        .contains("title = クラスの様子", "loads = 0", "narrow = true");
    // Both have 4 of 20 points: the third tenth alone is higher than its line.
    assertThat(all).containsPattern("bars = 2 2 [1-9]\\d+ 2 2 2 2 2 2 2\\b");
  }

  @Test
  @DisplayName("tells the instructor what a new grading changed, and links to each learner")
  void classPage() throws IOException {
    CommandRun.of("grade", "feedback", "" + graded, "--out", "" + pages);

    String page = Files.readString(pages.resolve("class.html"));
    assertThat(page)
        .contains("<b>bob</b>: 0 → 4 points", "01 sigmoid: ", "&lt;b&gt;Ann&lt;/b&gt;")
        .contains("Advisory", "no submission", "未提出");
    Matcher links = Pattern.compile("<a href=\"([^\"]+)\"").matcher(page);
    assertThat(links.results().map(m -> m.group(1)))
        .hasSize(2)
        .allSatisfy(link -> assertThat(pages.resolve(link)).exists());
  }

  @Test
  @DisplayName("is refused for a folder without grades, and into a file")
  void mistakes() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    CommandRun none = CommandRun.of("grade", "feedback", "" + folder, "--out", "" + pages);
    CommandRun into = CommandRun.of("grade", "feedback", "" + graded, "--out", "" + file);

    assertThat(none.code()).isEqualTo(Kata.WRONG);
    assertThat(none.err()).contains("gradebook.json is missing");
    assertThat(into.err()).contains("is a file");
    assertThat(pages).doesNotExist();
  }

  private String log(Chromium browser, Path page, String english, String japanese)
      throws Exception {
    Path tested = page.resolveSibling("tested-" + page.getFileName());
    Files.writeString(
        tested,
        Files.readString(page)
            .replace("</body>", PROGRAM.replace("%1$s", english).replace("%2$s", japanese)));
    String dom = browser.dom(tested);
    Matcher log = Pattern.compile("(?s)<pre id=\"log\">(.*?)</pre>").matcher(dom);
    assertThat(log.find()).as(dom).isTrue();
    return log.group(1);
  }

  private static SubmissionResult result(
      String name, String key, int points, String message, String second) {
    List<TestResult> tests =
        List.of(
            new TestResult(
                "derivativePeaksAtAQuarter",
                "the derivative peaks at 0.25 where x = 0",
                "gradient",
                "wrong",
                message),
            new TestResult("valueOfAMatrixIsElementwise", "t", "shape", "wrong", second));
    List<ExerciseResult> exercises =
        List.of(
            exercise("01 sigmoid", points == 0 ? "does_not_compile" : "wrong", points, tests),
            exercise("02 tanh", "not_started", 0, List.of()));
    return result(name, key, SubmissionResult.Status.GRADED, points, exercises);
  }

  private static SubmissionResult result(
      String name,
      String key,
      SubmissionResult.Status status,
      int points,
      List<ExerciseResult> exercises) {
    return new SubmissionResult(
        1,
        name,
        name,
        key,
        "kit",
        7,
        "en",
        "none",
        true,
        status,
        points,
        10 * exercises.size(),
        List.of("<u>Tanh.java</u> can't be read."),
        exercises);
  }

  private static ExerciseResult exercise(
      String name, String outcome, int points, List<TestResult> tests) {
    return new ExerciseResult(
        name,
        outcome,
        outcome.equals("wrong") ? "A.java:3 uses <i>b.C</i>." : "",
        points,
        10,
        points,
        -1,
        1,
        1,
        List.of(new StageResult("gradient", points, 10, "")),
        tests,
        List.of());
  }
}
