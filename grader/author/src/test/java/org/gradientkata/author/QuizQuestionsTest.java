package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.Bilingual;
import org.gradientkata.suite.quiz.BlankSheet;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Dimensions;
import org.gradientkata.suite.quiz.Figure;
import org.gradientkata.suite.quiz.Judgement;
import org.gradientkata.suite.quiz.OpenQuestion;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Quiz;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the questions that come with the kit")
class QuizQuestionsTest {
  private static final int FEWEST = 44;
  private static final String JAPANESE_LETTER = "(?s).*[ぁ-ヿ一-龯].*";

  private final Quiz quiz = Quiz.ofKit();
  private final Path root = Checkout.here().tree().root();

  @Test
  @DisplayName("are enough, of every kind, in the order of the exercises, and leave none out")
  void shouldCoverEveryExercise() {
    List<String> numbers =
        quiz.questions().stream().map(q -> q.exercise().substring(0, 2)).toList();

    assertThat(quiz.questions()).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(numbers).isSorted();
    assertThat(numbers)
        .containsAll(IntStream.rangeClosed(1, 23).mapToObj(i -> String.format("%02d", i)).toList());
    assertThat(quiz.questions().stream().map(q -> q.form().getClass()).distinct()).hasSize(4);
  }

  @Test
  @DisplayName("name exercises as the catalogue does")
  void shouldNameExercisesAsTheCatalogueDoes() {
    for (String exercise : Catalogue.exercises()) {
      assertThat(quiz.questions())
          .filteredOn(q -> q.exercise().startsWith(exercise.substring(0, 2)))
          .allMatch(q -> q.exercise().equals(exercise));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chain-rule, 4",
    "sigmoid-peak, 2",
    "batch-norm-effects, '2, 4'",
    "mini-batch-slice, 1"
  })
  @DisplayName("of document 004 have its answers")
  void shouldHaveTheAnswersOfDocument004(String id, String answer) {
    Question question = quiz.find(id).orElseThrow();

    assertThat(question.source().en()).contains("document 004");
    assertThat(question.form().judge(answer).result()).isEqualTo(Judgement.Result.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zero-weights",
        "sigmoid-derivative",
        "tanh-and-sigmoid",
        "which-layers-learn",
        "what-piles-up",
        "relu-why",
        "number-of-paths",
        "length-of-paths",
        "deleting-a-block",
        "depth-plateau"
      })
  @DisplayName("ask what the curriculum demands")
  void shouldAskWhatTheCurriculumDemands(String id) {
    assertThat(quiz.find(id)).isPresent();
  }

  @Test
  @DisplayName("have the numbers and shapes that NumPy gives")
  void shouldAgreeWithNumPy() throws IOException {
    Map<String, String> expected = numPy();

    for (Question question : quiz.questions()) {
      if (question.form() instanceof Figure figure) {
        assertThat(figure.value())
            .as(question.id())
            .isCloseTo(
                Double.parseDouble(expected.remove(question.id())),
                org.assertj.core.data.Offset.offset(Math.max(1e-12, figure.tolerance() / 2)));
      } else if (question.form() instanceof Dimensions shape) {
        assertThat(shape.shape()).as(question.id()).hasToString(expected.remove(question.id()));
      }
    }
    assertThat(expected).as("numbers without a question").isEmpty();
  }

  @Test
  @DisplayName("explain every option by itself, in Japanese that is Japanese")
  void shouldExplainEveryOption() {
    for (Question question : quiz.questions()) {
      List<Bilingual> whys = explanations(question);

      assertThat(new HashSet<>(whys)).as(question.id()).hasSameSizeAs(whys);
      assertThat(whys).as(question.id()).allMatch(w -> w.ja().matches(JAPANESE_LETTER));
      assertThat(whys).as(question.id()).noneMatch(w -> w.en().matches(JAPANESE_LETTER));
      assertThat(question.text().ja()).as(question.id()).matches(JAPANESE_LETTER);
    }
  }

  @Test
  @DisplayName("don't put the right option at the same place most of the time")
  void shouldSpreadTheRightOptions() {
    List<Choice> singles =
        quiz.questions().stream()
            .map(Question::form)
            .filter(f -> f instanceof Choice c && !c.several())
            .map(Choice.class::cast)
            .toList();
    Map<Integer, Long> places =
        singles.stream()
            .collect(Collectors.groupingBy(c -> c.right().first(), Collectors.counting()));

    assertThat(places.values()).allMatch(n -> n <= singles.size() / 2);
  }

  @Test
  @DisplayName("are all answered rightly in the solutions")
  void shouldBeAnsweredInTheSolutions() throws IOException {
    Path file = root.resolve("solutions/quiz-answers.yaml");
    AnswerSheet sheet = AnswerSheet.of("quiz-answers.yaml", Files.readString(file));

    sheet.requireKnownQuestions(quiz);
    for (Question question : quiz.questions()) {
      assertThat(sheet.judge(question))
          .as(question.id())
          .hasValueSatisfying(j -> assertThat(j.result()).isEqualTo(Judgement.Result.RIGHT));
    }
  }

  @Test
  @DisplayName("stand in the learner's sheet as they are, without any answer")
  void shouldStandInTheBlankSheet() throws IOException {
    String blank = BlankSheet.of(quiz);
    AnswerSheet sheet = AnswerSheet.of("quiz-answers.yaml", blank);

    assertThat(quiz.questions()).allMatch(q -> sheet.judge(q).isEmpty());
    assertThat(blank.lines().filter(l -> !l.startsWith("#")))
        .allMatch(l -> l.matches("|( {2})?[a-z0-9-]+:"));
    assertThat(Files.readString(root.resolve(AnswerSheet.PLACE)))
        .as("kata author cut writes the sheet")
        .isEqualTo(blank);
  }

  private static List<Bilingual> explanations(Question question) {
    List<Bilingual> whys = new ArrayList<>();
    if (question.form() instanceof Choice choice) {
      choice.options().forEach(o -> whys.add(o.why()));
    } else if (question.form() instanceof Figure figure) {
      figure.mistakes().forEach(m -> whys.add(m.why()));
      whys.addAll(List.of(figure.why(), figure.otherwise()));
    } else if (question.form() instanceof Dimensions shape) {
      shape.mistakes().forEach(m -> whys.add(m.why()));
      whys.addAll(List.of(shape.why(), shape.otherwise()));
    } else if (question.form() instanceof OpenQuestion open) {
      whys.add(open.model());
      whys.addAll(open.points());
    }
    return whys;
  }

  /** Made by quiz-numbers.py beside it. */
  private Map<String, String> numPy() throws IOException {
    Path file =
        root.resolve("grader/author/src/test/resources/org/gradientkata/author/quiz-numbers.txt");
    Map<String, String> numbers = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ");
        numbers.put(parts[0], parts[1]);
      }
    }
    return numbers;
  }
}
