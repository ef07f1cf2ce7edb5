package org.gradientkata.activation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What the numbers of ReLU and its leaky sibling are, for telling one mistake from another. */
public final class ReluProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "ReLU.value", Probe.exact(ReluProbes::value),
        "ReLU.derivative", Probe.exact(random -> around(random, new ReLU()::derivative)),
        "ReLU.valueOfMatrix", Probe.exact(random -> valueOfMatrix(random, new ReLU())),
        "ReLU.derivativeOfMatrix", Probe.exact(random -> derivativeOfMatrix(random, new ReLU())),
        "LeakyReLU.value", Probe.exact(random -> around(random, leaky(random)::value)),
        "LeakyReLU.derivative", Probe.exact(random -> around(random, leaky(random)::derivative)),
        "LeakyReLU.valueOfMatrix", Probe.exact(random -> valueOfMatrix(random, leaky(random))),
        "LeakyReLU.derivativeOfMatrix",
            Probe.exact(random -> derivativeOfMatrix(random, leaky(random))));
  }

  private static LeakyReLU leaky(RandomSource random) {
    return new LeakyReLU(random.nextDouble(0.1, 0.4));
  }

  private static double[] value(RandomSource random) {
    ReLU relu = new ReLU();
    return new double[] {
      relu.value(random.nextDouble(1, 3)),
      relu.value(-random.nextDouble(1, 3)),
      relu.value(random.nextDouble()),
    };
  }

  private static double[] around(RandomSource random, DoubleUnaryOperator f) {
    return DoubleStream.of(
            random.nextDouble(1, 3), -random.nextDouble(1, 3), random.nextDouble(), 0)
        .map(f)
        .toArray();
  }

  /** The result, and what has become of the argument. */
  private static double[] valueOfMatrix(RandomSource random, Activation activation) {
    DMatrixRMaj X = new DMatrixRMaj(2, 2, true, random.doubles(4, -2, 2).toArray());
    DMatrixRMaj Y = new DMatrixRMaj(2, 2);
    activation.value(X, Y);
    return DoubleStream.concat(Arrays.stream(Y.data), Arrays.stream(X.data)).toArray();
  }

  private static double[] derivativeOfMatrix(RandomSource random, Activation activation) {
    double a = random.nextDouble(1, 2);
    double b = random.nextDouble(1, 2);
    DMatrixRMaj X = new DMatrixRMaj(2, 2, true, a, -b, -a, b);
    DMatrixRMaj Y = new DMatrixRMaj(2, 2, true, a, -0.125 * b, -0.125 * a, b);
    DMatrixRMaj D = new DMatrixRMaj(2, 2);
    activation.derivative(X, Y, D);
    return D.data;
  }
}
