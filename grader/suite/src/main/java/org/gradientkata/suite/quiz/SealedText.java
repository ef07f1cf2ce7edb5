package org.gradientkata.suite.quiz;

/**
 * What is sealed under an answer.
 *
 * @param rank 0 for the right answer, then the mistakes in their order
 * @param right whether the answer is right, or the option belongs to the right ones
 * @param answer the answer in full
 * @param why what to say to it
 */
public record SealedText(int rank, boolean right, String answer, Bilingual why) {
  /** No text has it, as no keyboard has. */
  private static final String BETWEEN = "\u001f";

  private static final int PARTS = 5;

  /**
   * The text as it is sealed.
   *
   * @return all parts in one
   */
  public String joined() {
    return String.join(
        BETWEEN, String.valueOf(rank), String.valueOf(right), answer, why.en(), why.ja());
  }

  /**
   * Takes such a text apart.
   *
   * @param joined what {@link #joined} made
   * @return its parts
   * @throws IllegalArgumentException if it is none
   */
  public static SealedText parse(String joined) {
    String[] parts = joined.split(BETWEEN, -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("not a sealed text of the quiz");
    }
    return new SealedText(
        Integer.parseInt(parts[0]),
        Boolean.parseBoolean(parts[1]),
        parts[2],
        new Bilingual(parts[3], parts[4]));
  }
}
