package org.gradientkata.layer;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/**
 * What batch normalization gives, for telling one mistake from another: the output in training, the
 * running averages, the output in inference, the input's gradient and the parameters' gradients.
 */
public final class BatchNormalizationProbes implements Probes {
  private static final int BATCH = 5;
  private static final int FEATURES = 3;

  /** Large enough for its place in the root to show. */
  private static final double EPSILON = 0.3;

  private static final double MOMENTUM = 0.8;

  /** A mean whose square drowns a variance of order 1, while the numbers themselves are exact. */
  private static final double FAR = 0x1p40;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "BatchNormalization.forward", Probe.exact(BatchNormalizationProbes::forward),
        "BatchNormalization.running", Probe.exact(BatchNormalizationProbes::running),
        "BatchNormalization.inference", Probe.exact(BatchNormalizationProbes::inference),
        "BatchNormalization.backward", Probe.exact(BatchNormalizationProbes::backward),
        "BatchNormalization.gradients", Probe.exact(BatchNormalizationProbes::gradients));
  }

  private static double[] forward(RandomSource random) {
    double[] near = numbers(layer(random).forward(input(random), true));
    int a = random.nextInt(1, 9);
    int b = random.nextInt(1, 9);
    double[][] far = {{FAR + a}, {FAR - a}, {FAR + b}, {FAR - b}};
    DMatrixRMaj X = new DMatrixRMaj(far);
    BatchNormalization single = new BatchNormalization(1, EPSILON, MOMENTUM);
    return join(near, numbers(single.forward(X, true)));
  }

  /** Together with the output, so that what is wrong in both is called a mistake of the output. */
  private static double[] running(RandomSource random) {
    BatchNormalization layer = layer(random);
    layer.forward(input(random), true);
    double[] output = numbers(layer.forward(input(random), true));
    layer.forward(input(random), false);
    return join(output, numbers(layer.runningMean()), numbers(layer.runningVariance()));
  }

  /** Together with the running averages, so that what is wrong in both is called theirs. */
  private static double[] inference(RandomSource random) {
    BatchNormalization layer = layer(random);
    layer.forward(input(random), true);
    layer.forward(input(random), true);
    double[] output = numbers(layer.forward(input(random), false));
    return join(output, numbers(layer.runningMean()), numbers(layer.runningVariance()));
  }

  private static double[] backward(RandomSource random) {
    BatchNormalization layer = layer(random);
    layer.forward(input(random), true);
    return numbers(layer.backward(input(random)));
  }

  private static double[] gradients(RandomSource random) {
    BatchNormalization layer = layer(random);
    for (int step = 0; step < 2; step++) {
      layer.forward(input(random), true);
      layer.backward(input(random));
    }
    return join(numbers(layer.gradients().get(0)), numbers(layer.gradients().get(1)));
  }

  private static BatchNormalization layer(RandomSource random) {
    BatchNormalization layer = new BatchNormalization(FEATURES, EPSILON, MOMENTUM);
    for (DMatrixRMaj parameter : layer.parameters()) {
      parameter.setTo(GradientCheck.gaussian(1, FEATURES, random.nextLong()));
    }
    return layer;
  }

  private static DMatrixRMaj input(RandomSource random) {
    return GradientCheck.gaussian(BATCH, FEATURES, random.nextLong());
  }

  private static double[] numbers(DMatrixRMaj matrix) {
    return DoubleStream.of(matrix.data).limit(matrix.getNumElements()).toArray();
  }

  private static double[] join(double[]... parts) {
    return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
  }
}
