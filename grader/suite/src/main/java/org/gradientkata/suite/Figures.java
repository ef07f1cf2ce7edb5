package org.gradientkata.suite;

import java.util.Locale;

/** Numbers as a learner reads them: the same in every locale. */
final class Figures {
  private static final double SMALL = 1e-3;
  private static final double LARGE = 1e6;

  private Figures() {}

  /** Such as {@code 0.25}, {@code 3.72e-44} or {@code NaN}, with enough digits to see a mistake. */
  static String of(double x) {
    double size = Math.abs(x);
    if (x == Math.rint(x) && size < LARGE) {
      return String.format(Locale.ROOT, "%.1f", x);
    }
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.toString(x);
    }
    return size < SMALL || size >= LARGE
        ? String.format(Locale.ROOT, "%.8e", x)
        : String.format(Locale.ROOT, "%.10g", x);
  }
}
