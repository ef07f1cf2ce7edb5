package org.gradientkata.datasets;

import java.util.Arrays;

/**
 * Draws the path of a pen into an image the way MNIST's images were made: the digit fills a box of
 * 20 × 20 pixels, keeps its proportions, and its centre of mass lies in the middle of 28 × 28.
 *
 * <p>Not safe for use by several threads at once: the canvas is reused.
 */
final class Ink {

  private static final int SIDE = SyntheticDigits.SIDE;

  /** Room on every side, so that the shift to the centre of mass loses nothing that fits. */
  private static final int MARGIN = 6;

  private static final int CANVAS = SIDE + 2 * MARGIN;
  private static final double BOX = 20;
  private static final double FAR = 1e9;

  /** Squared distance of each pixel's centre from the path, divided by the pen's local pressure. */
  private final double[] distance = new double[CANVAS * CANVAS];

  private final double[] grey = new double[CANVAS * CANVAS];

  /**
   * Draws one image.
   *
   * @param trace the path; scaled in place
   * @param draws decides on the pen (radius, softness, pressure) and the noise
   * @param pixels the array that holds the image; only its 784 bytes from {@code offset} on change
   * @param offset where the image starts
   */
  void draw(Trace trace, Draws draws, byte[] pixels, int offset) {
    double radius = Math.max(0.65, 1.22 + draws.bell(0.42));
    double edge = draws.between(0.9, 1.5);
    trace.fit(BOX - 2 * radius, 0.5 * CANVAS);
    measure(trace, draws, radius + edge);
    double level = draws.between(0.98, 1.25);
    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    for (int row = 0; row < CANVAS; row++) {
      for (int column = 0; column < CANVAS; column++) {
        int at = row * CANVAS + column;
        double depth = distance[at] >= FAR ? 0 : inked(distance[at], radius, edge, level);
        grey[at] = depth;
        sum += depth;
        sumX += depth * column;
        sumY += depth * row;
      }
    }
    // Whole pixels, as in MNIST: a fraction would blur every edge once more.
    int left = (int) Math.rint(sumX / sum - 0.5 * (SIDE - 1));
    int top = (int) Math.rint(sumY / sum - 0.5 * (SIDE - 1));
    copy(draws, pixels, offset, left, top);
  }

  private static double inked(double squared, double radius, double edge, double level) {
    double inside = (radius - Math.sqrt(squared)) / edge + 0.5;
    return Math.max(0, Math.min(1, inside * level));
  }

  private void copy(Draws draws, byte[] pixels, int offset, int left, int top) {
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int y = row + top;
        int x = column + left;
        boolean inside = x >= 0 && y >= 0 && x < CANVAS && y < CANVAS;
        double depth = inside ? grey[y * CANVAS + x] : 0;
        if (depth > 0 && depth < 1) {
          // Noise at the edges only: in MNIST, too, paper is exactly 0 and most ink 253 to 255.
          depth = Math.max(0, Math.min(1, depth * (1 + draws.bell(0.1))));
        }
        pixels[offset + row * SIDE + column] = (byte) Math.rint(255 * depth);
      }
    }
  }

  private void measure(Trace trace, Draws draws, double reach) {
    Arrays.fill(distance, FAR);
    double pressure = draws.bell(0.12);
    double phase = draws.between(0, 2 * Math.PI);
    double pace = draws.between(0.03, 0.15);
    for (int i = 1; i < trace.size(); i++) {
      if (!trace.lifted(i)) {
        double local = 1 + pressure * StrictMath.sin(phase + pace * i);
        segment(trace, i, reach * 1.3, 1 / (local * local));
      }
    }
  }

  private void segment(Trace trace, int i, double reach, double weight) {
    double ax = trace.x(i - 1);
    double ay = trace.y(i - 1);
    double dx = trace.x(i) - ax;
    double dy = trace.y(i) - ay;
    double length = dx * dx + dy * dy;
    int fromX = (int) Math.max(0, Math.floor(Math.min(ax, ax + dx) - reach));
    int toX = (int) Math.min(CANVAS - 1, Math.ceil(Math.max(ax, ax + dx) + reach));
    int fromY = (int) Math.max(0, Math.floor(Math.min(ay, ay + dy) - reach));
    int toY = (int) Math.min(CANVAS - 1, Math.ceil(Math.max(ay, ay + dy) + reach));
    for (int row = fromY; row <= toY; row++) {
      double py = row + 0.5 - ay;
      for (int column = fromX; column <= toX; column++) {
        double px = column + 0.5 - ax;
        double t = length > 0 ? (px * dx + py * dy) / length : 0;
        t = Math.max(0, Math.min(1, t));
        double ex = px - t * dx;
        double ey = py - t * dy;
        double squared = (ex * ex + ey * ey) * weight;
        int at = row * CANVAS + column;
        if (squared < distance[at]) {
          distance[at] = squared;
        }
      }
    }
  }
}
