package org.gradientkata.labs.experiment;

import java.util.Locale;

/** Numbers as a reader wants them. */
public final class Figures {
  private static final double PLAIN_FROM = 1e-3;
  private static final double PLAIN_TO = 1e5;
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String NO_NUMBER = "✕";

  private Figures() {}

  /**
   * A number with four significant digits.
   *
   * @param x any number
   * @return such as {@code 0.2436}, {@code 6.321e6}, {@code -3.184e18}, {@code inf}, {@code NaN}
   */
  public static String text(double x) {
    if (Double.isNaN(x)) {
      return "NaN";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(x);
    if (size != 0 && (size < PLAIN_FROM || size >= PLAIN_TO)) {
      String[] parts = String.format(Locale.ROOT, "%.3e", x).split("e");
      return parts[0].replaceFirst("\\.0+$", "") + "e" + Integer.parseInt(parts[1]);
    }
    int digits = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    return withoutTrailingZeros(String.format(Locale.ROOT, "%." + Math.min(digits, 6) + "f", x));
  }

  /**
   * Numbers as a line of bars.
   *
   * @param spark the numbers; ✕ stands for those that are not finite, and beyond its range they
   *     count as its ends
   * @param columns at most so many bars; more numbers are thinned out
   * @return the line
   */
  public static String sparkline(LabReport.Spark spark, int columns) {
    double[] values = spark.values();
    int count = Math.min(columns, values.length);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < count; i++) {
      double value =
          values[count == 1 ? 0 : Math.round((float) i * (values.length - 1) / (count - 1))];
      line.append(Double.isFinite(value) ? bar(value, spark.from(), spark.to()) : NO_NUMBER);
    }
    return line.toString();
  }

  private static char bar(double value, double min, double max) {
    // Halved first: the difference of two huge numbers may overflow.
    double share = max == min ? 0 : (value / 2 - min / 2) / (max / 2 - min / 2);
    int height = (int) Math.floor(share * BARS.length());
    return BARS.charAt(Math.max(0, Math.min(BARS.length() - 1, height)));
  }

  private static String withoutTrailingZeros(String text) {
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}
