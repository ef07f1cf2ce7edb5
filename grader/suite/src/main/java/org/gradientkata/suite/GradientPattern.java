package org.gradientkata.suite;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a wrong gradient has in common with the right one: a factor, say, or its transpose. */
final class GradientPattern {
  /** How well a pattern has to fit: a hundred times worse than a right gradient does. */
  private static final double FIT = 1e-4;

  /** One number is always some multiple of another; three are so by a mistake. */
  private static final int FEWEST = 3;

  private static final MathContext SEVEN_DIGITS = new MathContext(7);

  private final GradientComparison seen;
  private final double scale;

  GradientPattern(GradientComparison seen) {
    this.seen = seen;
    this.scale = seen.scale();
  }

  /**
   * The pattern in words.
   *
   * @param batch number of rows of the layer's input
   * @return empty if there is none
   */
  Optional<String> text(int batch) {
    Texts kit = Texts.kit();
    if (all(i -> seen.yours(i) == 0)) {
      return Optional.of(kit.get("gradient.pattern.zero"));
    }
    if (seen.count() < FEWEST) {
      return Optional.empty();
    }
    if (fits(seen::numeric)) {
      return Optional.of(kit.get("gradient.pattern.near"));
    }
    double factor = factor();
    if (fits(i -> factor * seen.numeric(i))) {
      return Optional.of(factorText(factor, batch));
    }
    if (isTransposed()) {
      return Optional.of(kit.get("gradient.pattern.transposed"));
    }
    if (all(i -> isNear(Math.abs(seen.yours(i)), Math.abs(seen.numeric(i))))) {
      return Optional.of(kit.get("gradient.pattern.signs"));
    }
    return lines("row", seen.rows(), seen::row)
        .or(() -> lines("column", seen.columns(), seen::column));
  }

  /** The factor that fits best, by least squares. */
  private double factor() {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < seen.count(); i++) {
      products += seen.yours(i) * seen.numeric(i);
      squares += seen.numeric(i) * seen.numeric(i);
    }
    return products / squares;
  }

  private static String factorText(double factor, int batch) {
    Texts kit = Texts.kit();
    if (isFactor(factor, -1)) {
      return kit.get("gradient.pattern.sign");
    }
    if (batch > 1 && isFactor(factor, batch)) {
      return kit.get("gradient.pattern.batch", batch);
    }
    if (batch > 1 && isFactor(factor, 1.0 / batch)) {
      return kit.get("gradient.pattern.batch-inverse", batch);
    }
    return kit.get("gradient.pattern.factor", ratio(factor));
  }

  private static boolean isFactor(double factor, double wanted) {
    return Math.abs(factor - wanted) <= FIT * Math.abs(wanted);
  }

  /** Such as {@code 2} rather than 1.9999999997: the numerical gradient isn't exact. */
  static String ratio(double factor) {
    if (!Double.isFinite(factor)) {
      return "–";
    }
    return new BigDecimal(factor, SEVEN_DIGITS).stripTrailingZeros().toString();
  }

  private boolean isTransposed() {
    boolean line = seen.rows() == 1 || seen.columns() == 1;
    return !line && all(i -> isNear(seen.yoursTransposed(i), seen.numeric(i)));
  }

  /** Whole rows, or whole columns, that are right while the others are wrong. */
  private Optional<String> lines(String kind, int lines, IntUnaryOperator line) {
    boolean[] right = new boolean[lines];
    boolean[] compared = new boolean[lines];
    Arrays.fill(right, true);
    for (int i = 0; i < seen.count(); i++) {
      compared[line.applyAsInt(i)] = true;
      right[line.applyAsInt(i)] &= seen.isRight(i);
    }
    int[] rightLines = IntStream.range(0, lines).filter(l -> right[l] && compared[l]).toArray();
    int[] wrongLines = IntStream.range(0, lines).filter(l -> !right[l]).toArray();
    if (rightLines.length == 0 || wrongLines.length == 0) {
      return Optional.empty();
    }
    boolean fewRight = rightLines.length <= wrongLines.length;
    String which =
        IntStream.of(fewRight ? rightLines : wrongLines)
            .limit(5)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    String more = (fewRight ? rightLines : wrongLines).length > 5 ? ", …" : "";
    String key = "gradient.pattern." + kind + (fewRight ? "s-right" : "s-wrong");
    return Optional.of(Texts.kit().get(key, which + more));
  }

  private boolean fits(IntToDoubleFunction expected) {
    return all(i -> isNear(seen.yours(i), expected.applyAsDouble(i)));
  }

  private boolean isNear(double a, double b) {
    return Math.abs(a - b) <= FIT * Math.max(Math.abs(b), scale * FIT);
  }

  private boolean all(IntPredicate holds) {
    return IntStream.range(0, seen.count()).allMatch(holds);
  }
}
