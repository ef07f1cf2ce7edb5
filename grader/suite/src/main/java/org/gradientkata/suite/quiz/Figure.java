package org.gradientkata.suite.quiz;

import java.text.Normalizer;
import java.util.List;

/**
 * A question whose answer is a number.
 *
 * @param value the right number
 * @param tolerance how far an answer may be off
 * @param why why it is right
 * @param mistakes wrong numbers that are often given
 * @param otherwise what to say to any other number
 */
public record Figure(
    double value, double tolerance, Bilingual why, List<Mistake> mistakes, Bilingual otherwise)
    implements Form {

  /**
   * A wrong number.
   *
   * @param value the number
   * @param why how one gets it, and what is wrong with that
   */
  public record Mistake(double value, Bilingual why) {}

  @Override
  public Judgement judge(String answer) {
    double given = number(answer);
    if (Math.abs(given - value) <= tolerance) {
      return Judgement.of(true, why);
    }
    return mistakes.stream()
        .filter(m -> Math.abs(given - m.value()) <= tolerance)
        .findFirst()
        .map(m -> Judgement.of(false, m.why()))
        .orElseGet(() -> Judgement.of(false, otherwise));
  }

  @Override
  public Bilingual howToAnswer() {
    return Bilingual.of("kind.number");
  }

  /** Full-width digits and the typographic minus are numbers too. */
  static double number(String answer) {
    String normal = Normalizer.normalize(answer, Normalizer.Form.NFKC).strip().replace('−', '-');
    if (!normal.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
      throw new UnfitAnswer("unfit.number", answer.strip());
    }
    return Double.parseDouble(normal);
  }
}
