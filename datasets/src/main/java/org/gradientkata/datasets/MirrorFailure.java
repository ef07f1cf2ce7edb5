package org.gradientkata.datasets;

/** One mirror didn't deliver; another one, or the same a little later, may. */
final class MirrorFailure extends DatasetException {

  private static final long serialVersionUID = 1L;

  /** Whether asking the same mirror again makes sense. */
  private final boolean passing;

  /**
   * Creates a failure.
   *
   * @param problem what is wrong
   * @param cause the exception that showed it, or null
   * @param passing whether the same mirror may do better in a moment
   * @param arguments what the problem's text names
   */
  MirrorFailure(Problem problem, Throwable cause, boolean passing, Object... arguments) {
    super(problem, cause, arguments);
    this.passing = passing;
  }

  boolean passing() {
    return passing;
  }
}
