package org.gradientkata.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;

/**
 * A line on which all elements of some matrices move at once, each at a random speed between a half
 * and one, up or down. One slope on such a line depends on every element of the gradients: those
 * that give it are right, unless their mistakes cancel each other on a line that was drawn without
 * regard to them.
 */
final class RandomLine implements Line {
  /** Mistakes that happen to be small together on one line are not so on another. */
  private static final int LINES = 2;

  /** A slope must be known this well, relative to what adds up to it, to clear a gradient. */
  private static final double SHARP = 1e-8;

  /** A matrix moves together with those whose gradients are up to so many times larger. */
  private static final double ALIKE = 1_000;

  private final List<Moved> parts;
  private final double[][] originals;
  private final double[][] speeds;

  /** A matrix and the gradient with respect to it. */
  private record Moved(DMatrixRMaj matrix, DMatrixRMaj gradient) {

    int count() {
      return matrix.getNumElements();
    }

    double size() {
      double sum = 0;
      for (int i = 0; i < count(); i++) {
        sum += Math.abs(gradient.data[i]);
      }
      return sum;
    }
  }

  private RandomLine(List<Moved> parts, RandomSource random) {
    this.parts = parts;
    this.originals = new double[parts.size()][];
    this.speeds = new double[parts.size()][];
    for (int p = 0; p < originals.length; p++) {
      originals[p] = parts.get(p).matrix().data.clone();
      speeds[p] = new double[parts.get(p).count()];
      for (int i = 0; i < speeds[p].length; i++) {
        double speed = 0.5 + 0.5 * random.nextDouble();
        double sign = random.nextDouble() < 0.5 ? -1 : 1;
        // the steps on an element's own line are longer beyond 1 as well
        speeds[p][i] = sign * Math.scalb(speed, Math.max(0, Math.getExponent(originals[p][i])));
      }
    }
  }

  /**
   * Whether gradients give the slopes that are measured. Right ones need not, at a kink for
   * instance.
   *
   * @param matrices are moved and put back
   * @param gradients of their shapes
   * @param seed of the lines
   * @param change of the function along a line
   */
  static boolean agree(
      List<DMatrixRMaj> matrices,
      List<DMatrixRMaj> gradients,
      long seed,
      Function<Line, CentralDifference.Function> change) {
    List<Moved> left = new ArrayList<>();
    double all = 0;
    for (int m = 0; m < matrices.size(); m++) {
      left.add(new Moved(matrices.get(m), gradients.get(m)));
      all += left.get(m).size();
    }
    RandomSource random = new RandomSource(seed);
    boolean agree = true;
    while (agree && !left.isEmpty()) {
      // beside large gradients a mistake in a small one would go unnoticed
      double largest = left.stream().mapToDouble(Moved::size).max().orElse(0);
      double smallest = largest < all * GradientComparison.FLOOR ? 0 : largest / ALIKE;
      List<Moved> alike = left.stream().filter(m -> m.size() >= smallest).toList();
      left.removeAll(alike);
      for (int i = 0; agree && i < LINES; i++) {
        RandomLine line = new RandomLine(alike, random);
        agree = line.agrees(change.apply(line), all);
      }
    }
    return agree;
  }

  private boolean agrees(CentralDifference.Function change, double all) {
    double slope = 0;
    double size = 0;
    for (int p = 0; p < speeds.length; p++) {
      for (int i = 0; i < speeds[p].length; i++) {
        double part = speeds[p][i] * parts.get(p).gradient().data[i];
        slope += part;
        size += Math.abs(part);
      }
    }
    CentralDifference measured = CentralDifference.at(0, change, SHARP * size);
    // of a gradient that is all rounding, as before a normalization, nothing better can be known
    double enough = Math.max(SHARP * size, GradientComparison.FLOOR * all);
    return !measured.isKink()
        && measured.uncertainty() <= enough
        && measured.distance(slope) <= measured.uncertainty() + GradientComparison.FLOOR * size;
  }

  @Override
  public double start() {
    return 0;
  }

  @Override
  public void moveTo(double x) {
    for (int p = 0; p < speeds.length; p++) {
      double[] data = parts.get(p).matrix().data;
      for (int i = 0; i < speeds[p].length; i++) {
        data[i] = originals[p][i] + x * speeds[p][i];
      }
    }
  }

  @Override
  public void moveBack() {
    for (int p = 0; p < speeds.length; p++) {
      System.arraycopy(originals[p], 0, parts.get(p).matrix().data, 0, speeds[p].length);
    }
  }
}
