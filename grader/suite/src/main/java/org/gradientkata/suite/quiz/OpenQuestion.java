package org.gradientkata.suite.quiz;

import java.util.List;

/**
 * A question that is answered in one's own words and compared with a model answer.
 *
 * @param model the model answer
 * @param points what an answer has to contain
 */
public record OpenQuestion(Bilingual model, List<Bilingual> points) implements Form {
  /** In a handout the model answer is sealed under this: every answer opens it. */
  public static final String ANY_ANSWER = "any";

  @Override
  public Judgement judge(String answer) {
    if (answer.isBlank()) {
      throw new UnfitAnswer("unfit.open");
    }
    List<Judgement.Remark> remarks =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(model), points.stream().map(OpenQuestion::bullet))
            .map(text -> new Judgement.Remark("", text))
            .toList();
    return new Judgement(Judgement.Result.COMPARE, remarks);
  }

  @Override
  public Bilingual howToAnswer() {
    return Bilingual.of("kind.open");
  }

  private static Bilingual bullet(Bilingual point) {
    return new Bilingual("• " + point.en(), "• " + point.ja());
  }
}
