package org.gradientkata.suite.quiz;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A number or a shape in a handout: the right answer and the mistakes are there only as texts that
 * their own answer opens.
 *
 * @param question id of the question
 * @param kind what an answer is
 * @param remarks what is said to answers, each sealed
 * @param otherwise what to say to any other answer
 */
public record SealedAnswer(String question, Kind kind, List<String> remarks, Bilingual otherwise)
    implements Form {

  /** What an answer is, and how it becomes a key. */
  public sealed interface Kind {
    /**
     * The key of an answer.
     *
     * @param answer as it was typed
     * @return its key
     */
    String key(String answer);

    /**
     * Whether an answer is close enough to one that a remark belongs to.
     *
     * @param answer as it was typed
     * @param meant the answer of the remark
     * @return true if the remark is for it
     */
    boolean fits(String answer, String meant);

    /**
     * What an answer looks like.
     *
     * @return in both languages
     */
    Bilingual howToAnswer();
  }

  /**
   * A number. Numbers within one interval share a key, as no key can belong to a tolerance.
   *
   * @param tolerance how far an answer may be off
   */
  public record Interval(double tolerance) implements Kind {
    @Override
    public String key(String answer) {
      return tolerance == 0
          ? String.valueOf(Figure.number(answer) + 0.0)
          : interval(Figure.number(answer));
    }

    /**
     * The keys of all answers that are close enough to a number.
     *
     * @param value the number
     * @return one or a few keys
     */
    public List<String> keys(double value) {
      return tolerance == 0
          ? List.of(String.valueOf(value + 0.0))
          : List.of(value - tolerance, value, value + tolerance).stream()
              .map(this::interval)
              .distinct()
              .toList();
    }

    private String interval(double value) {
      return String.valueOf((long) Math.floor(value / (2 * tolerance)));
    }

    @Override
    public boolean fits(String answer, String meant) {
      return Math.abs(Figure.number(answer) - Double.parseDouble(meant)) <= tolerance;
    }

    @Override
    public Bilingual howToAnswer() {
      return Bilingual.of("kind.number");
    }
  }

  /** A shape. */
  public record Matrix() implements Kind {
    @Override
    public String key(String answer) {
      return Dimensions.shape(answer).toString();
    }

    @Override
    public boolean fits(String answer, String meant) {
      return key(answer).equals(meant);
    }

    @Override
    public Bilingual howToAnswer() {
      return Bilingual.of("kind.shape");
    }
  }

  @Override
  public Judgement judge(String answer) {
    String key = kind.key(answer);
    ToIntFunction<SealedText> order = SealedText::rank;
    return remarks.stream()
        .map(remark -> Seal.open(question, key, remark))
        .flatMap(Optional::stream)
        .map(SealedText::parse)
        .filter(text -> kind.fits(answer, text.answer()))
        .min(Comparator.comparingInt(order))
        .map(text -> Judgement.of(text.right(), text.why()))
        .orElseGet(() -> Judgement.of(false, otherwise));
  }

  @Override
  public Bilingual howToAnswer() {
    return kind.howToAnswer();
  }
}
