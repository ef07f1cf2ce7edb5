package org.gradientkata.suite;

import java.util.Locale;
import java.util.Optional;
import org.gradientkata.suite.quiz.Quiz;

/** Where the lesson of an exercise is. */
public final class Lessons {
  private Lessons() {}

  /**
   * The lesson in the reader's language.
   *
   * @param exercise number and name
   * @return its path from the root of the checkout; none for the quiz
   */
  public static Optional<String> file(String exercise) {
    return file(exercise, Texts.locale());
  }

  /**
   * The lesson in a given language.
   *
   * @param exercise number and name
   * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}
   * @return its path from the root of the checkout; none for the quiz
   */
  public static Optional<String> file(String exercise, Locale locale) {
    String ending = locale.equals(Locale.JAPANESE) ? ".ja.md" : ".md";
    return exercise.equals(Quiz.EXERCISE)
        ? Optional.empty()
        : Optional.of("docs/lessons/" + exercise.replace(' ', '-') + ending);
  }
}
