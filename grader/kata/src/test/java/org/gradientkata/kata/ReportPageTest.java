package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the report as a page")
class ReportPageTest {
  private static final String RESULTS =
      """
      {"version": 1, "language": "%s", "points": 16, "maximum": 30, "exercises": [
        {"exercise": "01 sigmoid", "state": "solved", "written": 4, "methods": 4, "points": 10,
         "maximum": 10, "tests": [],
         "stages": [{"stage": "gradient", "points": 4, "maximum": 4, "reason": ""}]},
        {"exercise": "02 tanh", "state": "wrong", "written": 4, "methods": 4, "points": 6,
         "maximum": 10, "stages": [],
         "tests": [
           {"test": "a", "title": "%s", "stage": "gradient", "state": "wrong", "millis": 1,
            "message": "%s\\n→ 1 − y²: <b>"},
           {"test": "b#1", "title": "%2$s", "stage": "edge", "state": "wrong", "millis": 1,
            "message": "said-once"}]},
        {"exercise": "03 relu", "state": "not_started", "written": 0, "methods": 4, "points": 0,
         "maximum": 10, "stages": [],
         "tests": [{"test": "a", "title": "t", "stage": "gradient", "state": "not_started",
                    "message": "Write ReLU.value (ReLU.java:27).", "millis": 1}]}]}
      """;

  private static final String PROGRAM =
      """
      <script>
      const log = {};
      const el = (selector) => document.querySelector(selector);
      const main = () => el("main").innerText;
      log.sum = el("#sum").innerText;
      log.title = document.title;
      log.en = /slope of tanh/.test(main()) + " " + /[ぁ-ん]/.test(main());
      log.fraction = el("#e02 mfrac").getBoundingClientRect().height > 20;
      log.next = el("#next h3").innerText;
      log.map = document.querySelectorAll(".map a").length
          + " " + [...document.querySelectorAll(".map a")].every((a) => el(a.getAttribute("href")));
      log.loads = performance.getEntriesByType("resource").length;
      document.body.style.width = "370px";
      log.narrow = document.body.scrollWidth <= 370;
      el("[data-language=ja]").click();
      log.ja = /傾き/.test(main()) + " " + /slope of tanh/.test(main());
      log.jaTitle = document.title;
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

  @Test
  @DisplayName("has both languages, set formulas, the next step, and fits a phone")
  void shouldWorkInABrowser() throws Exception {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "skipped: there is no Chromium on this machine");
    Path file = folder.resolve("page.html");
    Path profile = Files.createDirectories(folder.resolve("profile"));
    Files.writeString(file, page("en").replace("</body>\n", PROGRAM));

    String dom = new Chromium(program.get(), profile).dom(file);

    assertThat(dom)
        .contains("sum = 1 of 3 solved · 16 of 30 points\n")
        .contains("title = Where you stand\n", "jaTitle = 学習の状況\n")
        .contains("en = true false\n", "ja = true false\n")
        .contains("fraction = true\n", "next = Tanh 02 tanh\n", "map = 3 true\n")
        .contains("loads = 0\n", "narrow = true\n");
  }

  @Test
  @DisplayName("sets formulas, shows an idea apart, and each check once")
  void shouldShowFindings() throws Exception {
    String html = page("en");

    assertThat(html)
        .contains("<math alttext=\"tanh′(x) = (1 − y²)/1\">")
        .contains("<p class=\"idea\">→ <math alttext=\"1 − y²\">", ": &lt;b&gt;")
        .contains("And 1 more of its checks")
        .contains("Write ReLU.value (ReLU.java:27).")
        .doesNotContain("said-once");
  }

  @Test
  @DisplayName("needs nothing but itself, and its links lead to lessons that are there")
  void shouldNeedNothingElse() throws Exception {
    String html = page("ja");

    assertThat(html).contains("<html lang=\"ja\">").doesNotContain("http:", "https:", "src=");
    Matcher links = Pattern.compile("href=\"([^#\"][^\"]*)\"").matcher(html);
    assertThat(links.results().map(m -> m.group(1)))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
  }

  @Test
  @DisplayName("without a run in the other language borrows its messages, and translates the rest")
  void shouldBorrowMessages() throws Exception {
    Path file = folder.resolve("results.json");
    Files.writeString(file, results("en", "the slope of tanh", "tanh′(x) = (1 − y²) / 1"));
    Path out = folder.resolve("page.html");

    CommandRun run = CommandRun.in("ja", "report", "--results", "" + file, "--out", "" + out);

    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(run.out()).contains("書き出しました");
    assertThat(out).content().contains("<html lang=\"ja\">", "the slope of tanh", "次にすること");
  }

  @Test
  @DisplayName("says what is wrong with a file that holds no results, and writes nothing")
  void shouldRefuseOtherFiles() throws Exception {
    Path file = folder.resolve("results.json");
    Path out = folder.resolve("page.html");
    for (String text : new String[] {"{", "[]", "{\"exercises\": 3}"}) {
      Files.writeString(file, text);

      CommandRun run = CommandRun.of("report", "--results", "" + file, "--out", "" + out);

      assertThat(run.code()).isEqualTo(Kata.WRONG);
      assertThat(run.err()).contains("results.json holds no results", "./mvnw test");
    }
    assertThat(out).doesNotExist();
    assertThat(CommandRun.of("report", "--results", folder + "/none").err()).contains("none");
  }

  private String page(String language) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Map<String, com.fasterxml.jackson.databind.JsonNode> results =
        Map.of(
            "en", json.readTree(results("en", "the slope of tanh", "tanh′(x) = (1 − y²) / 1")),
            "ja", json.readTree(results("ja", "tanh の傾き", "tanh′(x) = (1 − y²) / 1 です。")));
    String before = System.getProperty("kata.lang", "");
    System.setProperty("kata.lang", language);
    try {
      return new ReportPage(Kit.here(), folder.resolve("page.html"), "2026-01-01 00:00", results)
          .html();
    } finally {
      System.setProperty("kata.lang", before);
    }
  }

  private static String results(String language, String title, String message) {
    return RESULTS.formatted(language, title, message);
  }
}
