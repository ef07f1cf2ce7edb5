package org.gradientkata.author;

/** An author's mistake, with the file and the line in its message. */
public final class AuthorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake.
   *
   * @param message file, line, what is wrong and what was expected
   */
  public AuthorException(String message) {
    super(message);
  }
}
