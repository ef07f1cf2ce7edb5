package org.gradientkata.calculus;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What a numerical gradient's numbers are, for telling one mistake from another. */
public final class NumericalGradientProbes implements Probes {
  /** Steps between these are fit for doubles around 1. */
  private static final double SMALLEST_FIT = 5e-8;

  private static final double LARGEST_FIT = 5e-4;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "NumericalGradient.of", Probe.exact(NumericalGradientProbes::of),
        "NumericalGradient.ofWithDefaultStep",
            Probe.exact(NumericalGradientProbes::ofWithDefaultStep));
  }

  /** The gradient with its shape, what has become of X, and whether a bad step is refused. */
  private static double[] of(RandomSource random) {
    DMatrixRMaj X = new DMatrixRMaj(2, 3, true, random.doubles(6, 1, 2).toArray());
    DMatrixRMaj G = NumericalGradient.of(NumericalGradientProbes::entangled, X, 0.25);
    double refused = 0;
    try {
      NumericalGradient.of(NumericalGradientProbes::entangled, X.copy(), -0.25);
    } catch (IllegalArgumentException e) {
      refused = 1;
    }
    DoubleStream result = DoubleStream.concat(Arrays.stream(G.data), Arrays.stream(X.data));
    return DoubleStream.concat(result, DoubleStream.of(G.numRows, G.numCols, refused)).toArray();
  }

  /** -1 if the step is too small, 1 if it is too large, else 0. */
  private static double[] ofWithDefaultStep(RandomSource random) {
    double x = random.nextDouble();
    double[] furthest = new double[1];
    NumericalGradient.of(
        moved -> {
          furthest[0] = Math.max(furthest[0], Math.abs(moved.data[0] - x));
          return moved.data[0];
        },
        new DMatrixRMaj(1, 1, true, x));
    return new double[] {
      furthest[0] < SMALLEST_FIT ? -1 : furthest[0] > LARGEST_FIT ? 1 : 0,
    };
  }

  /** Cubic, and no element's slope is independent of the others. */
  private static double entangled(DMatrixRMaj X) {
    double sum = 0;
    for (int i = 0; i < X.getNumElements(); i++) {
      double next = X.data[(i + 1) % X.getNumElements()];
      sum += (i + 1) * X.data[i] * X.data[i] * (X.data[i] + next);
    }
    return sum;
  }
}
