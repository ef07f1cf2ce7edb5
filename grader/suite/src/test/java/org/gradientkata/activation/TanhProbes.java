package org.gradientkata.activation;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What a hyperbolic tangent's numbers are, for telling one mistake from another. */
public final class TanhProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "Tanh.value", Probe.exact(TanhProbes::value),
        "Tanh.derivativeFromValue", Probe.exact(TanhProbes::derivativeFromValue),
        "Tanh.valueOfMatrix", Probe.exact(TanhProbes::valueOfMatrix),
        "Tanh.derivativeOfMatrix", Probe.exact(TanhProbes::derivativeOfMatrix));
  }

  private static double[] value(RandomSource random) {
    Tanh tanh = new Tanh();
    return new double[] {
      tanh.value(random.nextDouble(0.2, 1)),
      tanh.value(random.nextDouble(-2, -1)),
      tanh.value(random.nextDouble(800, 900)),
    };
  }

  private static double[] derivativeFromValue(RandomSource random) {
    Tanh tanh = new Tanh();
    return random.doubles(4, -0.9, 0.9).map(tanh::derivativeFromValue).toArray();
  }

  /** The result, and what has become of the argument. */
  private static double[] valueOfMatrix(RandomSource random) {
    DMatrixRMaj X = new DMatrixRMaj(2, 2, true, random.doubles(4, -2, 2).toArray());
    DMatrixRMaj Y = new DMatrixRMaj(2, 2);
    new Tanh().value(X, Y);
    return DoubleStream.concat(Arrays.stream(Y.data), Arrays.stream(X.data)).toArray();
  }

  private static double[] derivativeOfMatrix(RandomSource random) {
    DMatrixRMaj Y = new DMatrixRMaj(1, 3, true, random.doubles(3, -0.9, 0.9).toArray());
    DMatrixRMaj X = new DMatrixRMaj(1, 3);
    for (int i = 0; i < 3; i++) {
      X.data[i] = 0.5 * Math.log((1 + Y.data[i]) / (1 - Y.data[i]));
    }
    DMatrixRMaj D = new DMatrixRMaj(1, 3);
    new Tanh().derivative(X, Y, D);
    return D.data;
  }
}
