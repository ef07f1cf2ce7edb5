package org.gradientkata.suite.quiz;

/**
 * A file of the quiz can't be used as it is: bad YAML, an unknown key or question, something
 * missing. The message names the file, the line and the question, in the reader's language.
 */
public final class QuizProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String question;
  private final String detail;

  /**
   * A problem.
   *
   * @param file the file as a reader knows it
   * @param line counted from 1, or 0 if it has none
   * @param question the question's id, empty if it is no question's
   * @param detail what is wrong
   */
  QuizProblem(String file, int line, String question, String detail) {
    super(file + (line > 0 ? ":" + line : "") + questionText(question) + "\n" + detail);
    this.place = file + (line > 0 ? ":" + line : "");
    this.question = question;
    this.detail = detail;
  }

  /**
   * Where it is.
   *
   * @return such as {@code exercises/quiz-answers.yaml:12}
   */
  public String place() {
    return place;
  }

  /**
   * The question concerned.
   *
   * @return its id, empty if it is no question's
   */
  public String question() {
    return question;
  }

  /**
   * What is wrong, without its place.
   *
   * @return in the reader's language
   */
  public String detail() {
    return detail;
  }

  private static String questionText(String question) {
    return question.isEmpty() ? "" : " · " + Bilingual.of("yaml.question", question).plain();
  }
}
