package org.gradientkata.initialization;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What initial weights look like, for telling one rule from another. */
public final class WeightInitializerProbes implements Probes {
  private static final int FAN_IN = 200;
  private static final int FAN_OUT = 800;

  /**
   * Two samples of n = 160,000 differ in their standard deviation by about 1/√n = 0.25 % and in
   * their kurtosis (3 for a normal distribution) by about √(48/n) = 0.017: this is ten and five
   * times as much, and half the distance between the nearest rules.
   */
  private static final double SAMPLING = 0.03;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "WeightInitializer.zeros", Probe.exact(r -> zeros()),
        "WeightInitializer.gaussian", Probe.statistics(SAMPLING, WeightInitializerProbes::gaussian),
        "WeightInitializer.xavier", Probe.statistics(SAMPLING, WeightInitializerProbes::xavier),
        "WeightInitializer.he", Probe.statistics(SAMPLING, WeightInitializerProbes::he),
        "WeightInitializer.distinctUnits", Probe.exact(r -> distinctUnits()));
  }

  private static double[] zeros() {
    DMatrixRMaj W = WeightInitializer.zeros(2, 3);
    return new double[] {W.numRows, W.numCols, W.get(0, 0), W.get(1, 1)};
  }

  private static double[] gaussian(RandomSource random) {
    double std = 0.25;
    DMatrixRMaj W = WeightInitializer.gaussian(FAN_IN, FAN_OUT, std, random);
    DMatrixRMaj next = WeightInitializer.gaussian(FAN_IN, FAN_OUT, std, random);
    return statistics(W, next, std);
  }

  private static double[] xavier(RandomSource random) {
    DMatrixRMaj W = WeightInitializer.xavier(FAN_IN, FAN_OUT, random);
    DMatrixRMaj next = WeightInitializer.xavier(FAN_IN, FAN_OUT, random);
    return withGaussian(statistics(W, next, 1 / Math.sqrt(FAN_IN)), random);
  }

  private static double[] he(RandomSource random) {
    DMatrixRMaj W = WeightInitializer.he(FAN_IN, FAN_OUT, random);
    DMatrixRMaj next = WeightInitializer.he(FAN_IN, FAN_OUT, random);
    return withGaussian(statistics(W, next, 1 / Math.sqrt(FAN_IN)), random);
  }

  /** A wrong gaussian spoils the rules that call it; then its own mistake alone is to be named. */
  private static double[] withGaussian(double[] numbers, RandomSource random) {
    return DoubleStream.concat(Arrays.stream(gaussian(random)), Arrays.stream(numbers)).toArray();
  }

  /** Shape, mean and standard deviation in a given unit, kurtosis, and what repeats itself. */
  private static double[] statistics(DMatrixRMaj W, DMatrixRMaj next, double unit) {
    int n = W.getNumElements();
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += W.data[i] / n;
    }
    double second = 0;
    double fourth = 0;
    double withNeighbour = 0;
    double withNext = 0;
    for (int i = 0; i < n; i++) {
      double d = W.data[i] - mean;
      second += d * d / n;
      fourth += d * d * d * d / n;
      withNeighbour += d * (W.data[(i + 1) % n] - mean) / n;
      withNext += d * (next.data[i] - mean) / n;
    }
    double scale = second == 0 ? 1 : second;
    return new double[] {
      W.numRows,
      W.numCols,
      mean / unit,
      Math.sqrt(second) / unit,
      fourth / (scale * scale),
      withNeighbour / scale,
      withNext / scale,
    };
  }

  private static double[] distinctUnits() {
    DMatrixRMaj W = new DMatrixRMaj(new double[][] {{1, 2, 1, 1, 3}, {4, 5, 4, 6, 4}});
    return new double[] {WeightInitializer.distinctUnits(W)};
  }
}
