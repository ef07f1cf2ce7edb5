package org.gradientkata.suite;

import org.assertj.core.api.Assertions;
import org.ejml.data.DMatrixRMaj;

/**
 * Assertions that speak the learner's language: what was seen, what was expected, and which idea is
 * missing ({@code because}, a text of the exercise's own file).
 */
public final class KataAssertions {
  /** Agreement up to rounding: a handful of operations in double precision (2⁻⁵² ≈ 2.2e-16). */
  public static final double ROUNDING = 1e-12;

  /** Agreement with a figure that a document prints with two digits after the point. */
  public static final double TWO_DIGITS = 0.005 + ROUNDING;

  private KataAssertions() {}

  /**
   * Starts an assertion on a number.
   *
   * @param name what the number is, such as {@code σ(0)}
   * @param actual the number
   * @return its assertions
   */
  public static NumberAssert assertThat(String name, double actual) {
    return new NumberAssert(name, actual);
  }

  /**
   * Starts an assertion on a matrix.
   *
   * @param name what the matrix is, such as {@code dW}
   * @param actual the matrix
   * @return its assertions
   */
  public static MatrixAssert assertThat(String name, DMatrixRMaj actual) {
    return new MatrixAssert(name, actual);
  }

  /**
   * Demands something that is no plain comparison.
   *
   * @param holds whether it holds
   * @param key the text {@code because.KEY} of the exercise says what was expected and why
   * @param arguments what goes into the text's gaps; numbers are printed alike in every locale
   */
  public static void require(boolean holds, String key, Object... arguments) {
    Object[] readable = arguments.clone();
    for (int i = 0; i < readable.length; i++) {
      if (readable[i] instanceof Double) {
        readable[i] = Figures.of((Double) readable[i]);
      }
    }
    Assertions.assertThat(holds).withFailMessage(() -> because(key, readable)).isTrue();
  }

  /**
   * Demands that bad input is refused with a word that helps; the text {@code because.refusal} of
   * the exercise says so.
   *
   * @param words what the message of the IllegalArgumentException must contain
   * @param call what must throw it
   */
  public static void requireRefusal(String words, Runnable call) {
    String message = Texts.kit().get("assert.nothing-thrown");
    try {
      call.run();
    } catch (IllegalArgumentException e) {
      message = String.valueOf(e.getMessage());
    }
    require(message.contains(words), "refusal", words, message);
  }

  /** The idea behind a test, from the texts of the exercise that is running. */
  static String because(String key, Object... arguments) {
    return Texts.of(Grading.running()).get("because." + key, arguments);
  }
}
