package org.gradientkata.datasets;

import java.io.IOException;
import java.util.List;

/**
 * Data that can't be had or can't be trusted. The message is for the user: what was seen, what was
 * expected, and what to do, in the user's language.
 */
public class DatasetException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final Problem problem;

  /**
   * Creates an exception with the problem's text.
   *
   * @param problem what is wrong
   * @param cause the exception that showed it, or null
   * @param arguments what the problem's text names, in its order
   */
  DatasetException(Problem problem, Throwable cause, Object... arguments) {
    super(Messages.text(problem.name(), arguments), cause);
    this.problem = problem;
  }

  private DatasetException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /**
   * One exception for several mirrors that failed.
   *
   * @param problem what they have in common, or {@link Problem#ALL_MIRRORS_FAILED}
   * @param file the name of the file
   * @param list their messages, one a line
   * @param failures what happened at each, kept as suppressed exceptions
   */
  static DatasetException ofMirrors(
      Problem problem, String file, String list, List<? extends DatasetException> failures) {
    String message = Messages.text(Problem.ALL_MIRRORS_FAILED.name(), file, list);
    DatasetException all = new DatasetException(problem, message);
    failures.forEach(all::addSuppressed);
    return all;
  }

  /**
   * What is wrong, for a program to decide on.
   *
   * @return the problem, never null
   */
  public Problem problem() {
    return problem;
  }
}
