package org.gradientkata.suite.quiz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gradientkata.suite.Catalogue;

/**
 * All questions of the kit.
 *
 * @param questions in the order of the exercises
 */
public record Quiz(List<Question> questions) {
  /** Number and name of the quiz among the exercises. */
  public static final String EXERCISE = Catalogue.QUIZ;

  private static final String FILE = "questions.yaml";

  /** Reading a hundred kilobytes of YAML takes a while, and a batch asks for each submission. */
  private static Quiz ofKit;

  /**
   * The questions that come with the kit.
   *
   * @return the quiz
   * @throws QuizProblem if the file is not as it should be
   */
  public static synchronized Quiz ofKit() {
    if (ofKit == null) {
      ofKit = read();
    }
    return ofKit;
  }

  private static Quiz read() {
    try (InputStream in = Quiz.class.getResourceAsStream(FILE)) {
      return new QuestionReader(FILE).read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether these are the questions of a handout, whose explanations only answers open.
   *
   * @return true if answers are sealed
   */
  public boolean isSealed() {
    return questions.stream().anyMatch(q -> q.form() instanceof SealedAnswer);
  }

  /**
   * The question of an id.
   *
   * @param id such as {@code sigmoid-peak}
   * @return the question, if there is one
   */
  public Optional<Question> find(String id) {
    return questions.stream().filter(q -> q.id().equals(id)).findFirst();
  }
}
