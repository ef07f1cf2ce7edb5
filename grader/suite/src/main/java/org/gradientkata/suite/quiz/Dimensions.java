package org.gradientkata.suite.quiz;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question whose answer is the shape of a matrix.
 *
 * @param shape the right shape
 * @param why why it is right
 * @param mistakes wrong shapes that are often given
 * @param otherwise what to say to any other shape
 */
public record Dimensions(Shape shape, Bilingual why, List<Mistake> mistakes, Bilingual otherwise)
    implements Form {
  private static final Pattern SHAPE =
      Pattern.compile("[(\\[]?\\s*(\\d{1,6})\\s*[x×*,、]\\s*(\\d{1,6})\\s*[)\\]]?");

  /**
   * The shape of a matrix.
   *
   * @param rows how many rows
   * @param columns how many columns
   */
  public record Shape(int rows, int columns) {

    @Override
    public String toString() {
      return rows + "x" + columns;
    }
  }

  /**
   * A wrong shape.
   *
   * @param shape the shape
   * @param why how one gets it, and what is wrong with that
   */
  public record Mistake(Shape shape, Bilingual why) {}

  @Override
  public Judgement judge(String answer) {
    Shape given = shape(answer);
    if (given.equals(shape)) {
      return Judgement.of(true, why);
    }
    return mistakes.stream()
        .filter(m -> m.shape().equals(given))
        .findFirst()
        .map(m -> Judgement.of(false, m.why()))
        .orElseGet(() -> Judgement.of(false, otherwise));
  }

  @Override
  public Bilingual howToAnswer() {
    return Bilingual.of("kind.shape");
  }

  static Shape shape(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    Matcher matcher = SHAPE.matcher(normal);
    if (!matcher.matches()) {
      throw new UnfitAnswer("unfit.shape", text.strip());
    }
    return new Shape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }
}
