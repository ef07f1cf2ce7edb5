package org.gradientkata.suite.quiz;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What to say to an answer.
 *
 * @param result right, wrong, or to be compared
 * @param remarks the explanations that belong to this answer
 */
public record Judgement(Result result, List<Remark> remarks) {

  /** How an answer is. */
  public enum Result {
    /** It is right. */
    RIGHT,
    /** It is wrong. */
    WRONG,
    /** Whoever gave it compares it with the model answer. */
    COMPARE
  }

  /**
   * An explanation.
   *
   * @param label the option that it explains, empty if there is none
   * @param text the explanation
   */
  public record Remark(String label, Bilingual text) {

    /**
     * The explanation as a terminal shows it.
     *
     * @return such as {@code (2) Because …}
     */
    public String plain() {
      return (label.isEmpty() ? "" : "(" + label + ") ") + text.plain();
    }
  }

  static Judgement of(boolean right, Bilingual why) {
    return new Judgement(right ? Result.RIGHT : Result.WRONG, List.of(new Remark("", why)));
  }

  /**
   * All explanations as a terminal shows them.
   *
   * @return a line each
   */
  public String plain() {
    return remarks.stream().map(Remark::plain).collect(Collectors.joining("\n"));
  }
}
