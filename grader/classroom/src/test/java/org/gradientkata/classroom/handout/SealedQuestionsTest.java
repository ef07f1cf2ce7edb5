package org.gradientkata.classroom.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradientkata.suite.quiz.Bilingual;
import org.gradientkata.suite.quiz.Choice;
import org.gradientkata.suite.quiz.Dimensions;
import org.gradientkata.suite.quiz.Figure;
import org.gradientkata.suite.quiz.OpenQuestion;
import org.gradientkata.suite.quiz.Question;
import org.gradientkata.suite.quiz.QuestionReader;
import org.gradientkata.suite.quiz.Quiz;
import org.gradientkata.suite.quiz.QuizProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the sealed questions of a handout")
class SealedQuestionsTest {
  private static final Quiz KEY = Quiz.ofKit();
  private static final String SEALED = SealedQuestions.of(KEY);

  @Test
  @DisplayName("say to every answer what the kit's own questions say")
  void sayTheSameToEveryAnswer() {
    Quiz handout = new QuestionReader("sealed.yaml").read(SEALED);

    assertThat(handout.questions()).hasSameSizeAs(KEY.questions());
    for (Question question : KEY.questions()) {
      Question handed = handout.find(question.id()).orElseThrow();
      assertThat(handed.text()).isEqualTo(question.text());
      assertThat(handed.form().howToAnswer()).isEqualTo(question.form().howToAnswer());
      for (String answer : answers(question)) {
        assertThat(handed.form().judge(answer))
            .as(question.id() + ": " + answer)
            .isEqualTo(question.form().judge(answer));
      }
    }
  }

  @Test
  @DisplayName("show neither an explanation nor a right answer")
  void showNoExplanation() {
    for (Question question : KEY.questions()) {
      for (Bilingual text : explanations(question)) {
        assertThat(SEALED).as(question.id()).doesNotContain(text.en()).doesNotContain(text.ja());
      }
    }
    assertThat(SEALED.lines()).noneMatch(l -> l.matches(" *(right|answer|why-..|mistakes):.*"));
  }

  @Test
  @DisplayName("give the right answer away by no length: its sealed text is as long as another's")
  void lengthsTellNothing() {
    long told =
        KEY.questions().stream()
            .filter(q -> q.form() instanceof Choice)
            .filter(q -> rightIsLongest(SEALED, q))
            .count();

    assertThat(told).isZero();
  }

  @Test
  @DisplayName("are the same each time, so that handouts can be compared")
  void areTheSameEachTime() {
    assertThat(SealedQuestions.of(KEY)).isEqualTo(SEALED);
  }

  @Test
  @DisplayName("name the line and the question where a sealed text was changed")
  void nameTheLineOfAChange() {
    String first = SEALED.lines().filter(l -> l.contains("sealed:")).findFirst().orElseThrow();
    char second = first.charAt(20);
    String changed =
        SEALED.replace(
            first, first.substring(0, 20) + (second == 'A' ? 'B' : 'A') + first.substring(21));

    assertThatThrownBy(() -> new QuestionReader("sealed.yaml").read(changed))
        .isInstanceOf(QuizProblem.class)
        .hasMessageContaining("sealed.yaml:");
  }

  private static boolean rightIsLongest(String yaml, Question question) {
    String entry = yaml.substring(yaml.indexOf("- id: " + question.id() + "\n"));
    List<Integer> lengths =
        entry
            .lines()
            .skip(1)
            .takeWhile(l -> !l.startsWith("- id"))
            .filter(l -> l.contains("sealed:"))
            .map(String::length)
            .toList();
    Choice choice = (Choice) question.form();
    int right = lengths.get(choice.right().first() - 1);
    return lengths.stream().filter(l -> l == right).count() == 1;
  }

  private static List<String> answers(Question question) {
    List<String> answers = new ArrayList<>();
    if (question.form() instanceof Choice choice) {
      for (int set = 1; set < 1 << choice.options().size(); set++) {
        if (choice.several() || Integer.bitCount(set) == 1) {
          answers.add(options(set));
        }
      }
    } else if (question.form() instanceof Figure figure) {
      Stream.concat(
              Stream.of(figure.value()), figure.mistakes().stream().map(Figure.Mistake::value))
          .forEach(
              value -> {
                double step = figure.tolerance();
                for (double part : new double[] {-1.5, -0.99, -0.5, 0, 0.5, 0.99, 1.5}) {
                  answers.add(String.valueOf(value + part * step));
                }
              });
      answers.add("123456.5");
    } else if (question.form() instanceof Dimensions shape) {
      answers.add(shape.shape().toString());
      shape.mistakes().forEach(m -> answers.add(m.shape().toString()));
      answers.add("77x1");
    } else {
      answers.add("my own words");
    }
    return answers;
  }

  private static String options(int set) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      if ((set & 1 << i) != 0) {
        text.append(i + 1).append(' ');
      }
    }
    return text.toString();
  }

  private static List<Bilingual> explanations(Question question) {
    List<Bilingual> texts = new ArrayList<>();
    if (question.form() instanceof Choice choice) {
      choice.options().forEach(o -> texts.add(o.why()));
    } else if (question.form() instanceof Figure figure) {
      texts.add(figure.why());
      figure.mistakes().forEach(m -> texts.add(m.why()));
    } else if (question.form() instanceof Dimensions shape) {
      texts.add(shape.why());
      shape.mistakes().forEach(m -> texts.add(m.why()));
    } else if (question.form() instanceof OpenQuestion open) {
      texts.add(open.model());
      texts.addAll(open.points());
    }
    return texts;
  }
}
