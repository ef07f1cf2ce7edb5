package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.BlankSheet;
import org.gradientkata.suite.quiz.Quiz;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an answer sheet")
class QuizGradingTest {
  private static final String BLANK = BlankSheet.of(Quiz.ofKit());

  @TempDir Path folder;

  @Test
  @DisplayName("without answers is not started")
  void shouldBeNotStartedWhenBlank() throws Exception {
    Standing standing = grade("en", BLANK);

    assertThat(standing.state()).isEqualTo(State.NOT_STARTED);
    assertThat(standing.points()).isZero();
    assertThat(standing.reason())
        .hasValueSatisfying(o -> assertThat(o.message()).startsWith("Answer 'sigmoid-peak' in "));
  }

  @Test
  @DisplayName("that is empty, or lacks entries, is not started")
  void shouldBeNotStartedWhenEmpty() throws Exception {
    Standing standing = grade("en", "");

    assertThat(standing.state()).isEqualTo(State.NOT_STARTED);
    assertThat(standing.reason().orElseThrow().message())
        .describedAs("what isn't there has no line")
        .isEqualTo("Answer 'sigmoid-peak' in quiz-answers.yaml.");
  }

  @Test
  @DisplayName("of the solutions is solved, with all points")
  void shouldBeSolvedWhenAllIsRight() throws Exception {
    Path solutions = Checkout.here().tree().root().resolve("solutions/quiz-answers.yaml");

    Standing standing = grade("en", Files.readString(solutions));

    assertThat(standing.state()).isEqualTo(State.SOLVED);
    assertThat(standing.points()).isEqualTo(standing.maximum()).isPositive();
  }

  @Test
  @DisplayName("counts what is answered, and gives each answer its share of the points")
  void shouldCountAnswers() throws Exception {
    Standing standing =
        grade(
            "en",
            answer("sigmoid-peak", "2", answer("underflow", "538", answer("sgd-step", "0.7"))));

    assertThat(standing.state()).isEqualTo(State.IN_PROGRESS);
    assertThat(standing.written()).isEqualTo(3);
    assertThat(standing.methods()).isEqualTo(Quiz.ofKit().questions().size());
    assertThat(standing.points())
        .isEqualTo(3 * standing.maximum() / Quiz.ofKit().questions().size())
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sigmoid-derivative | 1       | en | Your answer is 1 (quiz-answers.yaml:LINE). | (1) This is the misprint itself.
          sigmoid-derivative | 1       | ja | あなたの答え: 1(quiz-answers.yaml:LINE) | (1) これが誤植そのものです。
          underflow          | 537     | en | Your answer is 537                 | With 537 factors the product is 2^(−1074)
          underflow          | 12      | en | Your answer is 12                  | 0.25ⁿ = 2^(−2n), and the smallest positive double
          affine-dw-shape    | 2x3     | en | Your answer is 2x3                 | That is dYᵀ·X, transposed.
          affine-dw-shape    | [2, 3]  | en | Your answer is 2, 3                | That is dYᵀ·X, transposed.
          batch-norm-effects | "[1, 2]" | en | Your answer is 1, 2               | (1) That is what L1 regularisation does.
          batch-norm-effects | 2       | en | Your answer is 2                   | All that you chose is right, but not complete: 1 more.
          """)
  @DisplayName("with a wrong answer is wrong, with that answer's own explanation")
  void shouldExplainAWrongAnswer(
      String id, String given, String language, String first, String explanation) throws Exception {
    String sheet = answer(id, given);

    Standing standing = grade(language, sheet);

    assertThat(standing.state()).isEqualTo(State.WRONG);
    assertThat(standing.reason().orElseThrow().message())
        .startsWith(first.replace("LINE", String.valueOf(line(sheet, id))))
        .contains("\n" + explanation);
    assertThat(standing.points()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sigmoid-peak    | 7        | '7' is not the number of an option. Give one number from 1 to 4.
          sigmoid-peak    | "1, 2"   | '1, 2' is not the number of an option.
          tanh-from-value | large    | 'large' is not a number. Write it as 0.25, -3 or 1e-6.
          tanh-from-value | NaN      | 'NaN' is not a number.
          affine-dw-shape | 3        | '3' is no shape. Write rows x columns, such as 3x4.
          what-rescues    | "[2, 9]" | '2, 9' is no list of options.
          what-rescues    | "{a: 1}" | one or more numbers from 1 to 5
          zero-weights    | symmetry | This question has two lines below its name
          """)
  @DisplayName("with an answer of the wrong kind says so, with line and question")
  void shouldRefuseAnAnswerOfTheWrongKind(String id, String given, String detail) throws Exception {
    String sheet = answer(id, given);

    Standing standing = grade("en", sheet);
    Outcome outcome = standing.reason().orElseThrow();

    assertThat(standing.state()).isEqualTo(State.WRONG);
    assertThat(outcome.title()).isEqualTo(Quiz.ofKit().find(id).orElseThrow().title().en());
    assertThat(outcome.message())
        .startsWith(detail)
        .endsWith("quiz-answers.yaml:" + line(sheet, id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sigmoid-peak: [1, 2        | This is no YAML that can be read
          sigmoid-peak: [1, 2\\n\\nunderflow: 3 | quiz-answers.yaml:1\\n
          sigmoid-peak: 'a\\n\\nunderflow: 3 | quiz-answers.yaml:1\\n
          - 2                        | Expected lines of the form 'name: value'.
          sigmoid-peek: 2            | There is no question 'sigmoid-peek'.
          sigmoid-peak: 2\\nunderflow: 1\\nsigmoid-peak: 2 | 'sigmoid-peak' is there twice.
          sigmoid-peak: &a [*a]      | quiz-answers.yaml
          """)
  @DisplayName("that can't be read says where and why, once, and grades nothing")
  void shouldRefuseABrokenSheet(String yaml, String detail) throws Exception {
    Standing standing = grade("en", yaml.replace("\\n", "\n"));

    assertThat(standing.state().isFailure()).isTrue();
    assertThat(standing.outcomes().stream().filter(o -> o.state().isFailure())).hasSize(1);
    assertThat(standing.reason().orElseThrow().message())
        .contains(detail.replace("\\n", "\n"), "quiz-answers.yaml");
    assertThat(standing.points()).isZero();
  }

  @Test
  @DisplayName("that nests brackets without end is refused, not a crash")
  void shouldRefuseDeepNesting() throws Exception {
    assertThat(grade("en", "sigmoid-peak: " + "[".repeat(100_000)).state())
        .isEqualTo(State.DOES_NOT_COMPILE);
  }

  @Test
  @DisplayName("in another encoding than UTF-8 says so")
  void shouldRefuseAnotherEncoding() throws Exception {
    Files.write(folder.resolve("quiz-answers.yaml"), "# 解答\n".getBytes("Shift_JIS"));

    assertThat(Language.in("en", this::grade).reason().orElseThrow().message()).contains("UTF-8");
  }

  @Test
  @DisplayName("with an open answer shows the model answer until both are compared")
  void shouldCompareAnOpenAnswer() throws Exception {
    String mine = "zero-weights:\n  mine: all the same\n  same-idea:";
    String sheet = BLANK.replace("zero-weights:\n  mine:\n  same-idea:", mine);

    Standing standing = grade("en", sheet);
    Optional<Outcome> compare =
        standing.outcomes().stream().filter(o -> o.state() == State.IN_PROGRESS).findFirst();

    assertThat(standing.state()).isEqualTo(State.IN_PROGRESS);
    assertThat(compare.orElseThrow().message())
        .contains("write same-idea: yes", "All units of a layer", "• The updates are equal too");
    assertThat(outcome(grade("en", sheet.replace(mine, mine + " yes")), "All weights 0").state())
        .isEqualTo(State.SOLVED);
    assertThat(
            outcome(grade("en", sheet.replace(mine, mine + " maybe")), "All weights 0").message())
        .contains("'maybe' means nothing here");
  }

  @Test
  @DisplayName("appears among the exercises, with the place to edit and a test class")
  void shouldBeInTheCatalogue() throws Exception {
    assertThat(Catalogue.exercises()).endsWith(Quiz.EXERCISE);
    assertThat(Catalogue.file(Quiz.EXERCISE)).isEqualTo(AnswerSheet.PLACE);
    assertThat(Class.forName(Catalogue.testClass(Quiz.EXERCISE))).isNotNull();
  }

  private static Outcome outcome(Standing standing, String title) {
    return standing.outcomes().stream()
        .filter(o -> o.stage() == Stage.QUESTION && o.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static String answer(String id, String answer) {
    return answer(id, answer, BLANK);
  }

  private static String answer(String id, String answer, String sheet) {
    return sheet
        .replaceFirst("(?m)^" + id + ":$", id + ": " + answer)
        .replace(": symmetry\n  mine:\n  same-idea:", ": symmetry");
  }

  private static int line(String sheet, String id) {
    return 1
        + sheet
            .lines()
            .toList()
            .indexOf(sheet.lines().filter(l -> l.startsWith(id + ":")).findFirst().orElseThrow());
  }

  private Standing grade(String language, String sheet) throws Exception {
    Files.writeString(folder.resolve("quiz-answers.yaml"), sheet, StandardCharsets.UTF_8);
    return Language.in(language, this::grade);
  }

  private Standing grade() throws IOException, ReflectiveOperationException {
    Class<?> test = Class.forName(Catalogue.testClass(Quiz.EXERCISE));
    Path tests;
    try {
      tests = Path.of(test.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return new AnswerRun(List.of(folder, tests)).grade(List.of(Quiz.EXERCISE)).get(0);
  }
}
