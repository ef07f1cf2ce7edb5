package org.gradientkata.data;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What scaling makes of seeded inputs, for telling one mistake from another. */
public final class InputScalingProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "InputScaling.minMax", Probe.exact(r -> values(InputScaling.minMax(raw(r)).apply(raw(r)))),
        "InputScaling.standardization", Probe.exact(InputScalingProbes::standardization),
        "InputScaling.apply", Probe.exact(InputScalingProbes::apply));
  }

  private static double[] standardization(RandomSource random) {
    DMatrixRMaj far = new DMatrixRMaj(new double[][] {{1e9}, {1e9 + 1}, {1e9 + 2}});
    double[] ordinary = values(InputScaling.standardization(raw(random)).apply(raw(random)));
    double[] offset = values(InputScaling.standardization(far).apply(far));
    return DoubleStream.concat(Arrays.stream(ordinary), Arrays.stream(offset)).toArray();
  }

  /** By a scaling whose effect is known whatever was learned: two values become 0 and 1. */
  private static double[] apply(RandomSource random) {
    DMatrixRMaj train = new DMatrixRMaj(new double[][] {{3, -5, 7, 1}, {5, 15, 7, 4}});
    DMatrixRMaj X = raw(random);
    double[] scaled = values(InputScaling.minMax(train).apply(X));
    return DoubleStream.concat(Arrays.stream(scaled), Arrays.stream(values(X))).toArray();
  }

  /** All positive, all negative, constant, and constant with a mean that is rounded. */
  private static DMatrixRMaj raw(RandomSource random) {
    DMatrixRMaj X = new DMatrixRMaj(3, 4);
    for (int row = 0; row < 3; row++) {
      X.set(row, 0, random.nextDouble(1, 9));
      X.set(row, 1, random.nextDouble(-900, -100));
      X.set(row, 2, 7);
      X.set(row, 3, 0.1);
    }
    return X;
  }

  private static double[] values(DMatrixRMaj matrix) {
    return Arrays.copyOf(matrix.data, matrix.getNumElements());
  }
}
