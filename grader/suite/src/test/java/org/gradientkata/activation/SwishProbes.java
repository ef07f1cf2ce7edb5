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

/** What the numbers of Swish and the growing cosine unit are, for telling mistakes apart. */
public final class SwishProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "Swish.value", Probe.exact(SwishProbes::swish),
        "Swish.derivative", Probe.exact(random -> around(random, new Swish()::derivative)),
        "Swish.valueOfMatrix", Probe.exact(random -> valueOfMatrix(random, new Swish())),
        "Swish.derivativeOfMatrix", Probe.exact(random -> derivativeOfMatrix(random, new Swish())),
        "GrowingCosineUnit.value",
            Probe.exact(random -> around(random, new GrowingCosineUnit()::value)),
        "GrowingCosineUnit.derivative",
            Probe.exact(random -> around(random, new GrowingCosineUnit()::derivative)),
        "GrowingCosineUnit.valueOfMatrix",
            Probe.exact(random -> valueOfMatrix(random, new GrowingCosineUnit())),
        "GrowingCosineUnit.derivativeOfMatrix",
            Probe.exact(random -> derivativeOfMatrix(random, new GrowingCosineUnit())));
  }

  private static double[] swish(RandomSource random) {
    Swish swish = new Swish();
    return new double[] {
      swish.value(random.nextDouble(0.3, 2)),
      swish.value(random.nextDouble(-2, -0.3)),
      swish.value(random.nextDouble(3.5, 5)),
      swish.value(random.nextDouble(800, 900)),
    };
  }

  private static double[] around(RandomSource random, DoubleUnaryOperator f) {
    return DoubleStream.of(
            random.nextDouble(0.3, 1), -random.nextDouble(0.3, 1), random.nextDouble(2, 3))
        .map(f)
        .toArray();
  }

  /** The result, and what has become of the argument. */
  private static double[] valueOfMatrix(RandomSource random, Activation activation) {
    DMatrixRMaj X = new DMatrixRMaj(2, 2, true, random.doubles(4, 0.5, 2).toArray());
    DMatrixRMaj Y = new DMatrixRMaj(2, 2);
    activation.value(X, Y);
    return DoubleStream.concat(Arrays.stream(Y.data), Arrays.stream(X.data)).toArray();
  }

  /** The value is the answer's own: a derivative may use it. */
  private static double[] derivativeOfMatrix(RandomSource random, Activation activation) {
    DMatrixRMaj X = new DMatrixRMaj(1, 3, true, random.doubles(3, 0.5, 2).toArray());
    DMatrixRMaj Y =
        new DMatrixRMaj(1, 3, true, Arrays.stream(X.data).map(activation::value).toArray());
    DMatrixRMaj D = new DMatrixRMaj(1, 3);
    activation.derivative(X, Y, D);
    return D.data;
  }
}
