package org.gradientkata.datasets;

import java.util.List;
import org.gradientkata.datasets.StrokeOutlines.Stroke;

/**
 * Writes one digit as one person might: an outline, its points a little off, the whole slanted,
 * turned, stretched and bent.
 *
 * <p>Lengths are in units of the outline's square (1 = the height of a digit). Sines come from
 * {@link StrictMath}, whose results are the same on every machine.
 */
final class Handwriting {

  private static final double POINT_JITTER = 0.035;
  private static final double SLANT_MEAN = 0.17;
  private static final double SLANT_SPREAD = 0.27;
  private static final double TURN_SPREAD = 0.14;
  private static final double STRETCH_SPREAD = 0.24;
  private static final double WAIST_SPREAD = 0.07;
  private static final double TAPER_SPREAD = 0.25;
  private static final int WAVES = 3;
  private static final double WAVE_HEIGHT = 0.035;

  /** Steps of the curve between two points of an outline: enough that no corner is seen. */
  private static final int STEPS = 6;

  private final Draws draws;

  /**
   * Creates the hand that writes one image.
   *
   * @param draws where its randomness comes from; advanced by {@link #write}
   */
  Handwriting(Draws draws) {
    this.draws = draws;
  }

  /**
   * Writes a digit.
   *
   * @param digit 0 to 9
   * @return the pen's path, not yet scaled to an image
   */
  Trace write(int digit) {
    List<List<Stroke>> variants = StrokeOutlines.of(digit);
    Trace trace = sampled(variants.get(draws.below(variants.size())));
    proportion(trace);
    bend(trace);
    lean(trace);
    return trace;
  }

  private Trace sampled(List<Stroke> strokes) {
    Trace trace = new Trace();
    Stroke before = null;
    double endX = 0;
    double endY = 0;
    for (Stroke stroke : strokes) {
      int n = stroke.x().length;
      double[] x = stroke.x().clone();
      double[] y = stroke.y().clone();
      for (int i = 0; i < n; i++) {
        x[i] += draws.bell(POINT_JITTER);
        y[i] += draws.bell(POINT_JITTER);
      }
      boolean joined = before != null && joins(before, stroke);
      if (joined) {
        // A corner belongs to two strokes and must not be torn apart.
        x[0] = endX;
        y[0] = endY;
      }
      curve(trace, x, y, !joined);
      endX = x[n - 1];
      endY = y[n - 1];
      before = stroke;
    }
    return trace;
  }

  private static boolean joins(Stroke before, Stroke after) {
    int last = before.x().length - 1;
    return before.x()[last] == after.x()[0] && before.y()[last] == after.y()[0];
  }

  /** A Catmull-Rom spline: it passes through every point, and one point's jitter stays local. */
  private static void curve(Trace trace, double[] x, double[] y, boolean lifted) {
    int n = x.length;
    trace.add(x[0], y[0], lifted);
    for (int i = 0; i + 1 < n; i++) {
      int a = Math.max(i - 1, 0);
      int d = Math.min(i + 2, n - 1);
      for (int k = 1; k <= STEPS; k++) {
        double t = (double) k / STEPS;
        double px = between(x[a], x[i], x[i + 1], x[d], t);
        double py = between(y[a], y[i], y[i + 1], y[d], t);
        trace.add(px, py, false);
      }
    }
  }

  private static double between(double a, double b, double c, double d, double t) {
    double linear = c - a;
    double square = 2 * a - 5 * b + 4 * c - d;
    double cube = 3 * (b - c) + d - a;
    return b + 0.5 * t * (linear + t * (square + t * cube));
  }

  /** Where the waist of the digit lies, and how much wider its top is than its bottom. */
  private void proportion(Trace trace) {
    double waist = draws.bell(WAIST_SPREAD);
    double side = draws.bell(WAIST_SPREAD);
    double taper = draws.bell(TAPER_SPREAD);
    for (int i = 0; i < trace.size(); i++) {
      double y = trace.y(i) + waist * StrictMath.sin(Math.PI * trace.y(i));
      double x = trace.x(i) + side * StrictMath.sin(Math.PI * trace.x(i));
      trace.move(i, 0.5 + (x - 0.5) * (1 + taper * (0.5 - y)), y);
    }
  }

  /** The elastic warp: a few long waves, so that neighbouring strokes bend together. */
  private void bend(Trace trace) {
    for (int wave = 0; wave < WAVES; wave++) {
      double alongX = draws.between(-1.1, 1.1) * 2 * Math.PI;
      double alongY = draws.between(-1.1, 1.1) * 2 * Math.PI;
      double phase = draws.between(0, 2 * Math.PI);
      double byX = draws.bell(WAVE_HEIGHT);
      double byY = draws.bell(WAVE_HEIGHT);
      for (int i = 0; i < trace.size(); i++) {
        double sine = StrictMath.sin(alongX * trace.x(i) + alongY * trace.y(i) + phase);
        trace.move(i, trace.x(i) + byX * sine, trace.y(i) + byY * sine);
      }
    }
  }

  /** Stretch, slant and turn; the first two before the last, as a hand does on tilted paper. */
  private void lean(Trace trace) {
    double width = StrictMath.exp(draws.bell(STRETCH_SPREAD)) * 0.86;
    double slant = SLANT_MEAN + draws.bell(SLANT_SPREAD);
    double turn = draws.bell(TURN_SPREAD);
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    for (int i = 0; i < trace.size(); i++) {
      double y = trace.y(i) - 0.5;
      double x = (trace.x(i) - 0.5) * width - slant * y;
      trace.move(i, cos * x - sin * y, sin * x + cos * y);
    }
  }
}
