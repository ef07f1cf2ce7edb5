package org.gradientkata.suite;

/**
 * A slope measured at one point, with how far it can be trusted.
 *
 * <p>The central difference D(h) = (f(x + h) − f(x − h)) / 2h is off by h²·f‴/6 (truncation) and by
 * the noise of f divided by h (rounding). For a smooth f of size 1 both are least where h ≈ ∛ε ≈
 * 6e-6, with ε = 2⁻⁵²; f may be steeper or larger, so several steps are tried, and the one that
 * agrees best with its neighbour is taken.
 *
 * @param value the slope
 * @param uncertainty how far the value may be off; infinite if no two neighbouring steps agree
 * @param low the smaller one of the two one-sided slopes at a kink, else the value
 * @param high the larger one
 */
record CentralDifference(double value, double uncertainty, double low, double high) {
  /** 2⁻¹⁷ ≈ 7.6e-6, the power of two next to ∛ε. A power of two is added without rounding. */
  private static final int BEST_STEP = -17;

  /** Steps from 2⁻⁷ ≈ 0.008 down to 2⁻²⁹ ≈ 2e-9, each with half of it as its neighbour. */
  private static final int[] OTHER_STEPS = {-19, -15, -21, -13, -23, -11, -25, -9, -27, -7, -29};

  /** A step so wide that what doesn't change here doesn't depend on x. */
  private static final int WIDEST_STEP = -5;

  /** Two neighbours that agree this well need no third: a tenth of the tolerance. */
  private static final double AGREEMENT = GradientComparison.TOLERANCE / 10;

  /**
   * The one-sided slopes of a smooth f approach each other in step with h; at a kink they don't.
   */
  private static final double SMOOTH = 0.75;

  /** One-sided slopes that are closer than this, relative, make no kink worth the name. */
  private static final double KINK = 1e-5;

  /** A function of one variable and the noise of its values. */
  interface Function {
    /** f(x) − f(x₀) for the point x₀ where the slope is measured. */
    double change(double x);

    /** How far the last change may be off by rounding. */
    double noise();
  }

  /**
   * Measures a slope.
   *
   * @param f the function, as its change from x
   * @param x where; steps are relative to the larger one of |x| and 1
   */
  static CentralDifference at(double x, Function f) {
    return at(x, f, 0);
  }

  /**
   * Measures a slope.
   *
   * @param x where
   * @param f the function
   * @param enough an uncertainty that needs no other step, whatever it is of the slope
   */
  static CentralDifference at(double x, Function f, double enough) {
    CentralDifference best = measure(x, f, BEST_STEP);
    if (best.isFlat()) {
      CentralDifference wide = measure(x, f, WIDEST_STEP);
      if (wide.isFlat()) {
        return wide;
      }
    }
    for (int i = 0; i < OTHER_STEPS.length && !best.isSharp(enough); i++) {
      CentralDifference other = measure(x, f, OTHER_STEPS[i]);
      if (other.uncertainty < best.uncertainty) {
        best = other;
      }
    }
    return best;
  }

  /** Whether f has a slope here, of one side at least. */
  boolean isSettled() {
    return Double.isFinite(uncertainty);
  }

  /** Whether the one-sided slopes differ. */
  boolean isKink() {
    return low < high;
  }

  /** How far a number is from the slope, or from the slopes that a kink allows. */
  double distance(double slope) {
    if (slope >= low && slope <= high) {
      return 0;
    }
    return isKink() ? Math.min(Math.abs(slope - low), Math.abs(slope - high)) : error(slope);
  }

  private double error(double slope) {
    return Math.abs(slope - value);
  }

  /** Whether nothing changed: f doesn't depend on x, or the change was lost in rounding. */
  private boolean isFlat() {
    return value == 0 && low == 0 && high == 0 && isSettled();
  }

  private boolean isSharp(double enough) {
    return uncertainty <= Math.max(enough, AGREEMENT * Math.max(Math.abs(low), Math.abs(high)));
  }

  private static CentralDifference measure(double x, Function f, int exponent) {
    double h = Math.scalb(1.0, exponent + Math.max(0, Math.getExponent(x)));
    Sides wide = Sides.of(x, h, f);
    Sides narrow = Sides.of(x, h / 2, f);
    double uncertainty = Math.abs(wide.central - narrow.central) + narrow.noise;
    double wideJump = wide.right - wide.left;
    double jump = narrow.right - narrow.left;
    double size = Math.max(Math.abs(narrow.right), Math.abs(narrow.left));
    boolean apart = Math.abs(jump) > KINK * size + 4 * narrow.noise;
    if (!Double.isFinite(uncertainty)) {
      uncertainty = Double.POSITIVE_INFINITY;
    } else if (apart && Math.abs(jump) > Math.abs(wideJump) / SMOOTH) {
      uncertainty = Double.POSITIVE_INFINITY; // the slopes grow as the step shrinks: f jumps
    } else if (apart && Math.abs(jump) > Math.abs(wideJump) * SMOOTH) {
      double low = Math.min(narrow.left, narrow.right);
      return new CentralDifference(
          narrow.central, uncertainty, low, Math.max(narrow.left, narrow.right));
    }
    return new CentralDifference(narrow.central, uncertainty, narrow.central, narrow.central);
  }

  /** The slopes to the left and to the right of a point. */
  private record Sides(double left, double right, double central, double noise) {

    static Sides of(double x, double h, Function f) {
      double above = x + h;
      double below = x - h;
      double up = f.change(above);
      double noise = f.noise();
      double down = f.change(below);
      noise = Math.max(noise, f.noise());
      double left = -down / (x - below);
      double right = up / (above - x);
      return new Sides(left, right, (up - down) / (above - below), noise / h);
    }
  }
}
