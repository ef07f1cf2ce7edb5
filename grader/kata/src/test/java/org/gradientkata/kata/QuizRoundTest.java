package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.BlankSheet;
import org.gradientkata.suite.quiz.Judgement;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Quiz;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the quiz in lines of text")
class QuizRoundTest {
  private static final String LANGUAGE = "kata.lang";

  private final List<Question> sigmoid =
      Quiz.ofKit().questions().stream().filter(q -> q.exercise().equals("01 sigmoid")).toList();

  @TempDir Path root;
  private String languageBefore;

  @BeforeEach
  void speakEnglish() {
    languageBefore = System.setProperty(LANGUAGE, "en");
  }

  @AfterEach
  void speakAsBefore() {
    if (languageBefore == null) {
      System.clearProperty(LANGUAGE);
    } else {
      System.setProperty(LANGUAGE, languageBefore);
    }
  }

  @Test
  @DisplayName(
      "says to each answer what belongs to it, and to a right one why the others are wrong")
  void shouldExplainAnswers() {
    String out = ask(QuizRound.Mode.OPEN_ONES, sigmoid, "2\n1\n2\n");

    assertThat(out)
        .containsSubsequence(
            "Quiz: 3 questions · 0 right · 0 wrong · 3 open",
            "[1/3] 01 sigmoid · Activation functions · The peak of σ′",
            "  (2) 0.25",
            "✔ right",
            "(2) σ(0) = 0.5 and",
            "The others:",
            "(1) At x = 0",
            "Source: document 000; document 004 §3",
            "✘ wrong",
            "(1) This is the misprint itself.",
            "Quiz: 3 questions · 2 right · 1 wrong · 0 open",
            "'kata quiz --wrong' asks the wrong ones again.");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  @DisplayName("asks again when an answer is of the wrong kind, and skips without one")
  void shouldAskAgainOrSkip() {
    String out = ask(QuizRound.Mode.OPEN_ONES, sigmoid, "nine\n2\n\nq\n");

    assertThat(out)
        .containsSubsequence(
            "'nine' is not the number of an option.", "✔ right", "[2/3]", "[3/3]", "2 open")
        .contains("Stopped. 'kata quiz' goes on from here.");
  }

  @Test
  @DisplayName("goes on where it stopped, and asks only the wrong ones if told so")
  void shouldResume() {
    ask(QuizRound.Mode.OPEN_ONES, sigmoid, "2\n1\n");

    assertThat(ask(QuizRound.Mode.OPEN_ONES, sigmoid, "2\n")).contains("[1/1]", "exactly 0");
    assertThat(ask(QuizRound.Mode.WRONG_ONES, sigmoid, "3\n"))
        .contains("[1/1]", "A misprint", "3 right · 0 wrong");
    assertThat(ask(QuizRound.Mode.WRONG_ONES, sigmoid, "")).contains("None is wrong.");
    assertThat(ask(QuizRound.Mode.OPEN_ONES, sigmoid, "")).contains("'kata quiz --again'");
    assertThat(ask(QuizRound.Mode.ALL, sigmoid, "")).contains("[1/3]");
  }

  @Test
  @DisplayName("lets whoever answers an open question compare")
  void shouldCompareOpenAnswers() {
    List<Question> open =
        Quiz.ofKit().questions().stream().filter(q -> q.id().equals("zero-weights")).toList();

    assertThat(ask(QuizRound.Mode.OPEN_ONES, open, "all = the same: #1 é\nperhaps\ny\n"))
        .containsSubsequence("Model answer:", "All units of a layer", "same idea?", "1 right");
  }

  @Test
  @DisplayName("writes whole files only, and puts a broken one aside")
  void shouldKeepItsStateWhole() throws IOException {
    ask(QuizRound.Mode.OPEN_ONES, sigmoid, "2\n1\n");
    Path folder = root.resolve(".kata");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("quiz.properties");
    }
    Files.writeString(folder.resolve("quiz.properties"), "sigmoid-peak=\\u00");
    QuizState state = QuizState.in(root);

    assertThat(state.wasBroken()).isTrue();
    assertThat(state.isRight("sigmoid-peak")).isFalse();
    assertThat(folder.resolve("quiz.properties.broken")).exists();
    assertThat(QuizState.in(root).wasBroken()).isFalse();
  }

  @Test
  @DisplayName("copies right answers into the empty entries of the answer sheet, and nothing else")
  void shouldFillTheAnswerSheet() throws IOException {
    Quiz quiz = Quiz.ofKit();
    Path sheet = root.resolve("quiz-answers.yaml");
    String blank = BlankSheet.of(quiz).replace("\nunderflow:\n", "\nunderflow: 7\n");
    Files.writeString(sheet, blank);
    QuizState state = QuizState.in(root);
    state.put("sigmoid-peak", "2", true);
    state.put("sigmoid-derivative", "1", false);
    state.put("tanh-and-sigmoid", "1, 3", true);
    state.put("affine-dw-shape", "(3, 2)", true);
    state.put("underflow", "538", true);
    state.put("zero-weights", "all: \"same\" \\ #1", true);

    assertThat(new QuizSheetFiller(state).fill(sheet, quiz.questions())).isEqualTo(4);
    assertThat(new QuizSheetFiller(state).fill(sheet, quiz.questions())).isZero();

    String filled = Files.readString(sheet);
    AnswerSheet read = AnswerSheet.of("quiz-answers.yaml", filled);
    for (String id :
        List.of("sigmoid-peak", "tanh-and-sigmoid", "affine-dw-shape", "zero-weights")) {
      assertThat(read.judge(quiz.find(id).orElseThrow()).orElseThrow().result())
          .as(id)
          .isEqualTo(Judgement.Result.RIGHT);
    }
    assertThat(filled).contains("\nunderflow: 7\n", "\nsigmoid-derivative:\n");
    assertThat(filled.lines().filter(l -> l.startsWith("#")))
        .containsExactlyElementsOf(blank.lines().filter(l -> l.startsWith("#")).toList());
  }

  @Test
  @DisplayName("is asked in Japanese, within the width of the terminal")
  void shouldAskInJapanese() {
    System.setProperty(LANGUAGE, "ja");

    String out = ask(QuizRound.Mode.OPEN_ONES, sigmoid, "2\n1\n2\n");

    assertThat(out).contains("クイズ: 全 3 問", "✔ 正解", "✘ 不正解", "出典: 資料 000");
    assertThat(out.lines()).allMatch(line -> TextWidth.of(line) <= 80);
  }

  private String ask(QuizRound.Mode mode, List<Question> questions, String typed) {
    StringWriter out = new StringWriter();
    QuizState state = QuizState.in(root);
    try (LineScreen screen =
        new LineScreen(
            new BufferedReader(new StringReader(typed)), new PrintWriter(out, true), 80)) {
      new QuizRound(screen, state).ask(questions, mode);
    }
    return out.toString();
  }
}
