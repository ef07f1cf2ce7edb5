package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: a script that is added for the test clicks as a person would. */
@DisplayName("the quiz as a page")
class QuizPageTest {
  private static final String CLICKS =
      """
      <script>
      const el = (selector) => document.querySelector(selector);
      const seen = (form) => el(`#q-${form} .result`).innerText.trim();
      const submit = (form) => el(`#q-${form} [type=submit]`).click();
      const pick = (form, n) => el(`#q-${form} input[value="${n}"]`).click();
      const type = (form, text) => { el(`#q-${form} input, #q-${form} textarea`).value = text; };
      const log = {};
      %s
      const out = document.createElement("pre");
      out.id = "log";
      out.textContent = Object.entries(log).map(([k, v]) => `${k} = ${v}`.replace(/\\s+/g, " ")).join("\\n");
      document.body.append(out);
      </script>
      </body>
      """;

  // The browser's helpers may still write when the test is over.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private Chromium browser;

  @BeforeEach
  void openBrowser() {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "skipped: there is no Chromium on this machine");
    browser = new Chromium(program.get(), folder.resolve("profile"));
  }

  @Test
  @DisplayName("judges every kind of answer, each with its own explanation")
  void shouldJudgeEveryKind() throws Exception {
    String log =
        run(
            "en",
            """
            submit("sigmoid-peak"); log.empty = seen("sigmoid-peak");
            pick("sigmoid-peak", 1); submit("sigmoid-peak"); log.wrong = seen("sigmoid-peak");
            pick("sigmoid-peak", 2); submit("sigmoid-peak"); log.right = seen("sigmoid-peak");
            pick("tanh-and-sigmoid", 1); submit("tanh-and-sigmoid"); log.part = seen("tanh-and-sigmoid");
            pick("tanh-and-sigmoid", 3); submit("tanh-and-sigmoid"); log.several = seen("tanh-and-sigmoid");
            type("tanh-from-value", "０．６４"); submit("tanh-from-value"); log.number = seen("tanh-from-value");
            type("tanh-from-value", "0.24"); submit("tanh-from-value"); log.mistake = seen("tanh-from-value");
            type("tanh-from-value", "7"); submit("tanh-from-value"); log.otherwise = seen("tanh-from-value");
            type("tanh-from-value", "much"); submit("tanh-from-value"); log.word = seen("tanh-from-value");
            type("affine-dw-shape", "(3, 2)"); submit("affine-dw-shape"); log.shape = seen("affine-dw-shape");
            type("affine-dw-shape", "2×3"); submit("affine-dw-shape"); log.transposed = seen("affine-dw-shape");
            type("zero-weights", "same"); submit("zero-weights"); log.model = seen("zero-weights");
            el("#q-zero-weights [data-same=yes]").click(); log.same = seen("zero-weights");
            log.count = el("#right").textContent;
            """);

    assertThat(log)
        .contains("empty = Choose or write an answer first.")
        .contains("\nwrong = ✘ Wrong (1) At ")
        .contains("\nright = ✔ Right (2) ")
        .contains("\npart = ✘ Wrong All that you chose is right, but not complete.")
        .contains("\nseveral = ✔ Right (1) tanh is a sigmoid stretched")
        .containsPattern("\nnumber = ✔ Right .*The input isn't needed")
        .containsPattern("\nmistake = ✘ Wrong That is .*derivative of the sigmoid")
        .contains("\notherwise = ✘ Wrong Write the derivative of tanh")
        .contains("\nword = This is not a number.")
        .contains("\nshape = ✔ Right A gradient always has the shape")
        .containsPattern("\ntransposed = ✘ Wrong That is .*transposed")
        .contains("\nmodel = All units of a layer")
        .contains("\nsame = ✔ Right All units")
        .contains("\ncount = 3");
  }

  @Test
  @DisplayName("keeps answers and language in the browser")
  void shouldKeepAnswers() throws Exception {
    run(
        "en",
        """
        pick("sigmoid-peak", 2); submit("sigmoid-peak");
        pick("chain-rule", 1); submit("chain-rule");
        type("underflow", "538"); submit("underflow");
        el("[data-language=ja]").click();
        """);

    String log =
        run(
            "en",
            """
            log.language = document.documentElement.lang;
            log.title = document.title;
            log.peak = el('#q-sigmoid-peak input[value="2"]').checked + " " + seen("sigmoid-peak");
            log.typed = el("#q-underflow input").value;
            log.count = el("#right").textContent;
            el("#only").value = "wrong"; el("#only").dispatchEvent(new Event("change"));
            log.shown = [...document.querySelectorAll("form.question")].filter((f) => !f.hidden).map((f) => f.id);
            """);

    assertThat(log)
        .contains("language = ja\n", "title = Gradient Kata クイズ\n", "typed = 538\n", "count = 2\n")
        .contains("peak = true ✔ 正解 (2)")
        .contains("shown = q-chain-rule");
  }

  @Test
  @DisplayName("shows one language at a time, and switches everything")
  void shouldSwitchLanguages() throws Exception {
    String log =
        run(
            "ja",
            """
            const letters = /[ぁ-んァ-ヶ]/;
            const text = () => el("main").innerText;
            log.ja = letters.test(text()) + " " + /\\b(the|which|Check)\\b/.test(text());
            log.jaTopic = el("#topic").selectedOptions[0].textContent;
            el("[data-language=en]").click();
            log.en = letters.test(text()) + " " + /\\b(the|which|Check)\\b/.test(text());
            log.enTopic = el("#topic").selectedOptions[0].textContent;
            log.pressed = el("[data-language=en]").getAttribute("aria-pressed");
            """);

    assertThat(log)
        .contains("ja = true false", "jaTopic = すべての分野", "en = false true")
        .contains("enTopic = All topics", "pressed = true");
  }

  @Test
  @DisplayName("can be used by keyboard and screen reader, and on a phone")
  void shouldBeAccessible() throws Exception {
    String log =
        run(
            "en",
            """
            const forms = [...document.querySelectorAll("form.question")];
            log.legends = forms.every((f) => f.querySelector("fieldset > legend").innerText.trim());
            log.labelled = forms.every((f) => [...f.querySelectorAll("input, textarea")]
                .every((i) => i.labels.length === 1 && i.labels[0].innerText.trim()));
            log.groups = forms.every((f) => new Set([...f.querySelectorAll("input")].map((i) => i.name)).size <= 1);
            log.live = forms.every((f) => f.querySelector(".result[aria-live=polite][role=status]"));
            log.selects = [...document.querySelectorAll("select")].every((s) => s.labels.length === 1);
            log.formulas = [...document.querySelectorAll("math")].every((m) => m.getAttribute("alttext"))
                && el("#q-sigmoid-derivative mfrac").getBoundingClientRect().height > 20;
            const radio = el("#q-sigmoid-peak input");
            radio.focus({ focusVisible: true });
            log.focus = document.activeElement === radio && getComputedStyle(radio).outlineStyle;
            document.body.style.width = "340px";
            log.narrow = document.body.scrollWidth <= 340;
            """);

    assertThat(log)
        .contains("legends = true", "labelled = true", "groups = true", "live = true")
        .contains("selects = true", "formulas = true", "focus = solid", "narrow = true");
  }

  private String run(String language, String clicks) throws IOException, InterruptedException {
    Path page = folder.resolve("quiz.html");
    Files.createDirectories(browser.profile());
    assertThat(CommandRun.in(language, "quiz", "--html", page.toString()).code())
        .isEqualTo(Kata.OK);
    String html = Files.readString(page);
    Files.writeString(page, html.replace("</body>\n", CLICKS.formatted(clicks)));
    String dom = browser.dom(page);
    int start = dom.indexOf("<pre id=\"log\">");
    assertThat(start).as("the page ran to its end: " + dom.length()).isPositive();
    return dom.substring(start + "<pre id=\"log\">".length(), dom.indexOf("</pre>", start)) + "\n";
  }
}
