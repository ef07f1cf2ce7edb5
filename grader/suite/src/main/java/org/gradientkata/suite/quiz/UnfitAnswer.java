package org.gradientkata.suite.quiz;

/** An answer of the wrong kind, such as a word where a number is asked for. */
public final class UnfitAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal: a key of the quiz's texts, and what goes into its gaps. */
  UnfitAnswer(String key, Object... arguments) {
    super(Bilingual.of(key, arguments).plain());
  }
}
