package org.gradientkata.suite;

import org.assertj.core.api.AbstractAssert;

/** Assertions on a number. */
public final class NumberAssert extends AbstractAssert<NumberAssert, Double> {
  private final String name;
  private String because = "";

  NumberAssert(String name, double actual) {
    super(actual, NumberAssert.class);
    this.name = name;
  }

  /**
   * Adds the idea that a learner who fails is missing.
   *
   * @param key the text {@code because.KEY} of the exercise
   * @param arguments what goes into its gaps
   * @return this
   */
  public NumberAssert because(String key, Object... arguments) {
    because = "\n" + KataAssertions.because(key, arguments);
    return this;
  }

  /**
   * Demands a number up to a tolerance.
   *
   * @param expected the number; NaN and infinities only equal themselves
   * @param tolerance how far it may be off, absolutely
   * @return this
   */
  public NumberAssert isCloseTo(double expected, double tolerance) {
    boolean same =
        Double.compare(actual, expected) == 0 || Math.abs(actual - expected) <= tolerance;
    if (!same) {
      fail("number", Figures.of(expected), Figures.of(tolerance));
    }
    return this;
  }

  /**
   * Demands a number up to a relative tolerance.
   *
   * @param expected the number, not 0
   * @param tolerance how far it may be off, relative to the expected number
   * @return this
   */
  public NumberAssert isRelativelyCloseTo(double expected, double tolerance) {
    return isCloseTo(expected, tolerance * Math.abs(expected));
  }

  /**
   * Demands a number between two others.
   *
   * @param low the smallest allowed number
   * @param high the largest allowed number
   * @return this
   */
  public NumberAssert isBetween(double low, double high) {
    if (!(actual >= low && actual <= high)) {
      fail("between", Figures.of(low), Figures.of(high));
    }
    return this;
  }

  private void fail(String key, String first, String second) {
    String seen = Texts.kit().get("assert." + key, name, Figures.of(actual), first, second);
    throw failure("%s", seen + because);
  }
}
