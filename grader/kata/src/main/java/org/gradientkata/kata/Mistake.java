package org.gradientkata.kata;

/** Something ordinary is wrong and the message says all there is to say; ends with exit code 1. */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A mistake, in the reader's language. */
  Mistake(String message) {
    super(message);
  }
}
