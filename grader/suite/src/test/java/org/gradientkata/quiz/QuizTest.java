package org.gradientkata.quiz;

import java.util.stream.Stream;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.Judged;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.Quiz;
import org.gradientkata.suite.quiz.QuizProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quiz: your answers are in {@code exercises/quiz-answers.yaml}. */
@Exercise(
    value = Quiz.EXERCISE,
    answers = {},
    question = 21)
@DisplayName(Quiz.EXERCISE)
class QuizTest {
  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the answer sheet can be read and knows no question that isn't there")
  void sheetCanBeRead() {
    try {
      sheet().requireKnownQuestions(Quiz.ofKit());
    } catch (QuizProblem e) {
      throw new Judged(State.DOES_NOT_COMPILE, e.getMessage());
    }
  }

  @ParameterizedTest(name = "{0}")
  @Grades(Stage.QUESTION)
  @DisplayName("each answer is right")
  @MethodSource("questions")
  void answerIsRight(Question question) {
    AnswerSheet sheet;
    try {
      sheet = sheet();
    } catch (QuizProblem e) {
      throw new Judged(State.WAITING, Texts.of(Quiz.EXERCISE).get("sheet.waiting", e.place()));
    }
    sheet.requireRight(question);
  }

  static Stream<Named<Question>> questions() {
    return Quiz.ofKit().questions().stream().map(q -> Named.of(q.checkTitle(), q));
  }

  private static AnswerSheet sheet() {
    return AnswerSheet.beside(QuizTest.class.getClassLoader());
  }
}
