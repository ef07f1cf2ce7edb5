package org.gradientkata.contract;

import java.util.Locale;

/**
 * How the weights of a network start. Biases always start at 0.
 *
 * @param kind the rule
 * @param std standard deviation for {@link Kind#GAUSSIAN}; NaN for the other rules, which derive
 *     theirs from the fan-in
 */
public record InitialValue(Kind kind, double std) {

  /** The rules of exercise 09. */
  public enum Kind {
    /** All weights 0. */
    ZEROS,
    /** N(0, std²). */
    GAUSSIAN,
    /** N(0, 1)/√fanIn. */
    XAVIER,
    /** N(0, 1)·√(2/fanIn). */
    HE
  }

  /**
   * All weights 0.
   *
   * @return the rule
   */
  public static InitialValue zeros() {
    return new InitialValue(Kind.ZEROS, Double.NaN);
  }

  /**
   * Normally distributed weights.
   *
   * @param std standard deviation, at least 0
   * @return the rule N(0, std²)
   * @throws IllegalArgumentException if std is negative or not finite
   */
  public static InitialValue gaussian(double std) {
    if (!(std >= 0 && std < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("std is " + std + ", expected a finite number >= 0");
    }
    return new InitialValue(Kind.GAUSSIAN, std);
  }

  /**
   * Xavier's initial value for sigmoid and tanh.
   *
   * @return the rule N(0, 1)/√fanIn
   */
  public static InitialValue xavier() {
    return new InitialValue(Kind.XAVIER, Double.NaN);
  }

  /**
   * He's initial value for ReLU.
   *
   * @return the rule N(0, 1)·√(2/fanIn)
   */
  public static InitialValue he() {
    return new InitialValue(Kind.HE, Double.NaN);
  }

  /**
   * Reads a rule as it is typed on the command line.
   *
   * @param text {@code zeros}, {@code xavier}, {@code he}, or a number: the standard deviation of
   *     {@code gaussian}
   * @return the rule
   * @throws IllegalArgumentException if the text is none of them
   */
  public static InitialValue parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "zeros" -> zeros();
      case "xavier" -> xavier();
      case "he" -> he();
      default -> gaussian(standardDeviation(text));
    };
  }

  private static double standardDeviation(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "initial value '" + text + "': expected zeros, xavier, he or a standard deviation", e);
    }
  }

  @Override
  public String toString() {
    return kind == Kind.GAUSSIAN ? Double.toString(std) : kind.name().toLowerCase(Locale.ROOT);
  }
}
