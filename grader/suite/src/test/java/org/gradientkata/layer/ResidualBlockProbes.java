package org.gradientkata.layer;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What a residual block gives, for telling one mistake from another. */
public final class ResidualBlockProbes implements Probes {
  private static final int BATCH = 3;
  private static final int WIDTH = 3;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "ResidualBlock.forward", Probe.exact(ResidualBlockProbes::forward),
        "ResidualBlock.backward", Probe.exact(ResidualBlockProbes::backward),
        "ResidualBlock.parameters", Probe.exact(ResidualBlockProbes::parameters),
        "ResidualBlock.gradients", Probe.exact(ResidualBlockProbes::gradients));
  }

  private static double[] forward(RandomSource random) {
    ResidualBlock block = block(random);
    DMatrixRMaj X = matrix(random);
    double[] training = numbers(block.forward(X, true));
    double[] inference = numbers(block.forward(X, false));
    return DoubleStream.concat(DoubleStream.of(training), DoubleStream.of(inference)).toArray();
  }

  private static double[] backward(RandomSource random) {
    ResidualBlock block = block(random);
    block.forward(matrix(random), true);
    return numbers(block.backward(matrix(random)));
  }

  private static double[] parameters(RandomSource random) {
    return first(block(random).parameters());
  }

  private static double[] gradients(RandomSource random) {
    ResidualBlock block = block(random);
    block.forward(matrix(random), true);
    block.backward(matrix(random));
    return first(block.gradients());
  }

  private static ResidualBlock block(RandomSource random) {
    Layer first = new Shift(random.nextDouble(0.2, 0.8));
    Layer second = new Shift(random.nextDouble(1.2, 1.8));
    return new ResidualBlock(List.of(first, second, new Exponential()));
  }

  private static DMatrixRMaj matrix(RandomSource random) {
    return GradientCheck.gaussian(BATCH, WIDTH, random.nextLong());
  }

  private static double[] first(List<DMatrixRMaj> numbers) {
    return numbers.stream().mapToDouble(matrix -> matrix.get(0, 0)).toArray();
  }

  private static double[] numbers(DMatrixRMaj matrix) {
    return DoubleStream.of(matrix.data).limit(matrix.getNumElements()).toArray();
  }
}
