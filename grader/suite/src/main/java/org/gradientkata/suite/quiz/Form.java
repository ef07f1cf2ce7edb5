package org.gradientkata.suite.quiz;

/** How a question is answered, and what is right. */
public sealed interface Form permits Choice, Figure, Dimensions, OpenQuestion, SealedAnswer {

  /**
   * Judges an answer as it was typed.
   *
   * @param answer such as {@code 2}, {@code 1, 3}, {@code 0.25} or {@code 3x4}
   * @return what to say to it
   * @throws UnfitAnswer if it is of the wrong kind
   */
  Judgement judge(String answer);

  /**
   * What an answer looks like.
   *
   * @return in the reader's language
   */
  Bilingual howToAnswer();
}
