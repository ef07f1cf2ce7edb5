package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quiz page by keyboard alone, and as a screen reader is told of it. */
class QuizKeysTest {
  private static final String FOCUS = "document.activeElement.closest('form')?.dataset.id";

  // The browser's helpers may still write when the test is over.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private BrowserSession browser;

  @AfterEach
  void closeBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, ✔ Right, ✘ Wrong", "ja, ✔ 正解, ✘ 不正解"})
  @DisplayName("every kind of answer is given by keys alone, and is still there after a reload")
  void shouldBeUsableByKeys(String language, String right, String wrong) throws Exception {
    open(language, "sigmoid-peak", "tanh-and-sigmoid", "tanh-from-value", "zero-weights");

    tabTo("sigmoid-peak");
    browser.press(" ");
    browser.press("Enter");
    assertThat(result("sigmoid-peak")).startsWith(wrong);
    assertThat(browser.value(FOCUS)).isEqualTo("sigmoid-peak");
    browser.press("ArrowDown");
    browser.press("Enter");
    assertThat(result("sigmoid-peak")).startsWith(right);

    tabTo("tanh-and-sigmoid");
    browser.press(" ");
    browser.press("Tab");
    browser.press("Tab");
    browser.press(" ");
    browser.press("Enter");
    assertThat(result("tanh-and-sigmoid")).startsWith(right);

    tabTo("tanh-from-value");
    browser.type("0.64");
    browser.press("Enter");
    assertThat(result("tanh-from-value")).startsWith(right);

    tabTo("zero-weights");
    browser.type("all the same");
    browser.press("Tab");
    browser.press("Enter");
    browser.press("Tab");
    browser.press("Enter");
    assertThat(result("zero-weights")).startsWith(right);
    // The button that was pressed is gone: the focus must not be lost with it.
    assertThat(browser.value("document.activeElement.type")).isEqualTo("submit");

    browser.reload();
    for (String id :
        List.of("sigmoid-peak", "tanh-and-sigmoid", "tanh-from-value", "zero-weights")) {
      assertThat(result(id)).as(id).startsWith(right);
    }
    assertThat(browser.value("document.getElementById('right').value")).isEqualTo("4");
  }

  @ParameterizedTest
  @CsvSource({"en, What is the derivative, Your number", "ja, ここでの微分, 数で答える"})
  @DisplayName("a screen reader hears a name for whatever can be chosen, and a question's formulas")
  void shouldNameEverything(String language, String question, String number) throws Exception {
    open(language, "sigmoid-peak", "tanh-and-sigmoid", "tanh-from-value", "zero-weights");

    List<String> told = browser.accessible();

    assertThat(told)
        .contains("radio: (2) 0.25")
        .anyMatch(node -> node.startsWith("textbox: " + number))
        .anyMatch(node -> node.startsWith("checkbox: (1) tanh"))
        .noneMatch(node -> node.matches("(radio|checkbox|textbox|button|combobox|link|image): *"));
    assertThat(told.stream().filter(node -> node.startsWith("group: 2 ")))
        .singleElement()
        .satisfies(node -> assertThat(node).contains("tanh", "0.6", question));
  }

  private void open(String language, String... questions) throws Exception {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "skipped: there is no Chromium on this machine");
    Path page = folder.resolve("quiz.html");
    String[] words = new String[questions.length + 3];
    System.arraycopy(questions, 0, words, 3, questions.length);
    words[0] = "quiz";
    words[1] = "--html";
    words[2] = page.toString();
    assertThat(CommandRun.in(language, words).code()).isEqualTo(Kata.OK);
    browser = BrowserSession.open(new Chromium(program.get(), folder.resolve("profile")), page);
  }

  private void tabTo(String question) throws Exception {
    for (int i = 0; i < 40 && !browser.value(FOCUS).equals(question); i++) {
      browser.press("Tab");
    }
    assertThat(browser.value(FOCUS)).isEqualTo(question);
  }

  private String result(String question) throws Exception {
    return browser.value("document.querySelector('#q-" + question + " .result').innerText.trim()");
  }
}
