package org.gradientkata.kata;

/** The command line was typed wrongly; ends with exit code 2. */
final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem, in the reader's language. */
  UsageProblem(String message) {
    super(message);
  }
}
