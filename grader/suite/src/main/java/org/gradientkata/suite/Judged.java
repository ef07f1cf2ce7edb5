package org.gradientkata.suite;

/**
 * Ends a test with a verdict of its own: the test knows better than the exception what it means.
 */
public final class Judged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final State state;

  /**
   * A verdict.
   *
   * @param state the test's state
   * @param message why, in the reader's language
   */
  public Judged(State state, String message) {
    super(message);
    this.state = state;
  }

  /**
   * The verdict.
   *
   * @return the test's state
   */
  public State state() {
    return state;
  }
}
