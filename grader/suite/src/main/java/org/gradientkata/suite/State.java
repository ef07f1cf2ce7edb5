package org.gradientkata.suite;

import java.util.Locale;

/** Where a test or an exercise stands. */
public enum State {
  /** Nothing has been written: the stub's own error. */
  NOT_STARTED,
  /** Some methods of the exercise are written, others are still stubs. */
  IN_PROGRESS,
  /** It needs another exercise that is not solved. */
  WAITING,
  /** The compiler refused the method or the file. */
  DOES_NOT_COMPILE,
  /** It computes something else than it should. */
  WRONG,
  /** It didn't end in time. */
  TIMED_OUT,
  /** All tests pass. */
  SOLVED;

  /**
   * Whether something that was written is wrong: the build is red.
   *
   * @return true for a state that has to be mended, false for one that is waiting to be reached
   */
  public boolean isFailure() {
    return this == DOES_NOT_COMPILE || this == WRONG || this == TIMED_OUT;
  }

  /**
   * The state in the reader's language.
   *
   * @return such as {@code not started}
   */
  public String text() {
    return Texts.kit().get("state." + name().toLowerCase(Locale.ROOT));
  }
}
