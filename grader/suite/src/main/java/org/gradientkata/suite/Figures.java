package org.gradientkata.suite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a learner reads them: the same in every locale, no digit without meaning. */
final class Figures {
  private static final MathContext DIGITS = new MathContext(10);
  private static final double SMALL = 1e-3;
  private static final double LARGE = 1e7;

  private Figures() {}

  /** Such as {@code 0.25}, {@code 3.72007598e-44}, {@code 2} or {@code NaN}. */
  static String of(double x) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return x == 0 ? "0" : Double.toString(x);
    }
    BigDecimal rounded = new BigDecimal(x).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(x);
    if (size >= SMALL && size < LARGE) {
      return rounded.toPlainString();
    }
    String exponent = String.format(Locale.ROOT, "%.9e", x);
    return exponent.replaceFirst("\\.?0*e", "e");
  }
}
