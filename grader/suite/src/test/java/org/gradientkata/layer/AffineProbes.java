package org.gradientkata.layer;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/**
 * What an affine layer's numbers are, for telling one mistake from another. The weights are square,
 * so that a forgotten transposition gives numbers and not an exception.
 */
public final class AffineProbes implements Probes {
  private static final int BATCH = 4;
  private static final int UNITS = 3;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "Affine.forward", Probe.exact(AffineProbes::forward),
        "Affine.backward", Probe.exact(AffineProbes::backward),
        "Affine.backwardParameters", Probe.exact(AffineProbes::backwardParameters));
  }

  private static double[] forward(RandomSource random) {
    Affine layer = layer(random);
    layer.forward(input(random), true);
    return numbers(layer.forward(input(random), true));
  }

  private static double[] backward(RandomSource random) {
    Affine layer = layer(random);
    layer.forward(input(random), true);
    return numbers(layer.backward(input(random)));
  }

  private static double[] backwardParameters(RandomSource random) {
    Affine layer = layer(random);
    layer.forward(input(random), true);
    layer.backwardParameters(input(random));
    layer.forward(input(random), true);
    layer.backwardParameters(input(random));
    return DoubleStream.concat(
            DoubleStream.of(numbers(layer.gradients().get(0))),
            DoubleStream.of(numbers(layer.gradients().get(1))))
        .toArray();
  }

  private static Affine layer(RandomSource random) {
    return new Affine(
        GradientCheck.gaussian(UNITS, UNITS, random.nextLong()),
        GradientCheck.gaussian(1, UNITS, random.nextLong()));
  }

  private static DMatrixRMaj input(RandomSource random) {
    return GradientCheck.gaussian(BATCH, UNITS, random.nextLong());
  }

  private static double[] numbers(DMatrixRMaj matrix) {
    return DoubleStream.of(matrix.data).limit(matrix.getNumElements()).toArray();
  }
}
