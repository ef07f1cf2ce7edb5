package org.gradientkata.suite;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A gradient beside its central differences.
 *
 * <p>An element may be off by {@link #TOLERANCE} of itself, by {@link #FLOOR} of the largest
 * element, and by what the central difference can't tell. Why so much and no more: with ε = 2⁻⁵²,
 * the error of a well-chosen central difference is ε^⅔ ≈ 4e-11 of the function's size. A loss may
 * be a thousand times larger than the slope that is read from it, which leaves 4e-8; 1e-6 is a
 * factor of 25 above that, and still a fifth of the smallest mistake in the kit (an ε of 1e-5 that
 * was forgotten under a variance of 1 changes a gradient by 5e-6). A backward pass sums up to 10⁴
 * numbers of the size of its largest, each rounded by ε/2, and some of these sums cancel: 1e-12,
 * which a factor of a thousand for small divisors makes 1e-9.
 */
final class GradientComparison {
  /** How far an element may be off, relative to itself. */
  static final double TOLERANCE = 1e-6;

  /** How far an element may be off, relative to the largest element. */
  static final double FLOOR = 1e-9;

  private final String name;
  private final DMatrixRMaj analytic;
  private final int[] indices;
  private final CentralDifference[] slopes;
  private final double scale;

  /**
   * A comparison.
   *
   * @param name what the gradient is called in messages
   * @param analytic the gradient
   * @param indices which elements were measured
   * @param slopes the measured slopes, in the order of the indices
   */
  GradientComparison(String name, DMatrixRMaj analytic, int[] indices, CentralDifference[] slopes) {
    this.name = name;
    this.analytic = analytic;
    this.indices = indices;
    this.slopes = slopes;
    double largest = 0;
    for (CentralDifference slope : slopes) {
      if (slope.isSettled()) {
        largest = Math.max(largest, Math.max(Math.abs(slope.low()), Math.abs(slope.high())));
      }
    }
    this.scale = largest;
  }

  int count() {
    return indices.length;
  }

  int rows() {
    return analytic.numRows;
  }

  int columns() {
    return analytic.numCols;
  }

  int row(int i) {
    return indices[i] / analytic.numCols;
  }

  int column(int i) {
    return indices[i] % analytic.numCols;
  }

  double scale() {
    return scale;
  }

  double yours(int i) {
    return analytic.data[indices[i]];
  }

  /** The learner's number at this place if their array holds the transposed matrix. */
  double yoursTransposed(int i) {
    return analytic.data[column(i) * analytic.numRows + row(i)];
  }

  double numeric(int i) {
    return slopes[i].value();
  }

  boolean isRight(int i) {
    return excess(i) <= 1;
  }

  /** Why no verdict is possible: most elements have no slope. */
  Optional<String> unsettled() {
    int unsettled = 0;
    for (CentralDifference slope : slopes) {
      if (!slope.isSettled()) {
        unsettled++;
      }
    }
    return unsettled > count() / 2
        ? Optional.of(Texts.kit().get("gradient.unsettled", name, unsettled, count()))
        : Optional.empty();
  }

  /** The index, among the measured ones, of the element that is off most; -1 if all are right. */
  int worst() {
    int worst = -1;
    for (int i = 0; i < count(); i++) {
      if (!isRight(i) && (worst < 0 || excess(i) > excess(worst))) {
        worst = i;
      }
    }
    return worst;
  }

  /** What is wrong with the worst element, and with how many others. */
  String text(int worst) {
    int wrong = 0;
    for (int i = 0; i < count(); i++) {
      wrong += isRight(i) ? 0 : 1;
    }
    double numeric = numeric(worst);
    return Texts.kit()
        .get(
            "gradient",
            name + "[" + row(worst) + ", " + column(worst) + "]",
            Figures.of(yours(worst)),
            Figures.of(numeric),
            GradientPattern.ratio(yours(worst) / numeric),
            Figures.of(allowed(worst)),
            wrong,
            count());
  }

  private double excess(int i) {
    double off = slopes[i].distance(yours(i));
    return off == 0 ? 0 : off / allowed(i);
  }

  private double allowed(int i) {
    return TOLERANCE * Math.abs(numeric(i)) + FLOOR * scale + slopes[i].uncertainty();
  }
}
