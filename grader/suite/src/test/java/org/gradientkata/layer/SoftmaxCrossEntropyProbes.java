package org.gradientkata.layer;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What softmax with cross-entropy gives, for telling one mistake from another. */
public final class SoftmaxCrossEntropyProbes implements Probes {
  private static final int BATCH = 3;
  private static final int CLASSES = 4;

  /** Far enough for exp to underflow, e⁻⁷⁴⁵ being the last that doesn't, and to overflow. */
  private static final double FAR = 800;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "SoftmaxCrossEntropy.forward", Probe.exact(SoftmaxCrossEntropyProbes::forward),
        "SoftmaxCrossEntropy.backward", Probe.exact(SoftmaxCrossEntropyProbes::backward));
  }

  private static double[] forward(RandomSource random) {
    DMatrixRMaj moderate = GradientCheck.gaussian(BATCH, CLASSES, random.nextLong());
    int[] labels = labels(random);
    DMatrixRMaj large = moderate.copy();
    DMatrixRMaj behind = moderate.copy();
    for (int k = 0; k < CLASSES; k++) {
      large.add(0, k, FAR);
    }
    behind.add(1, labels[1], -FAR);
    return Stream.of(moderate, large, behind)
        .flatMapToDouble(logits -> DoubleStream.of(numbers(logits, labels)))
        .toArray();
  }

  private static double[] backward(RandomSource random) {
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    loss.forward(GradientCheck.gaussian(BATCH, CLASSES, random.nextLong()), labels(random));
    loss.backward();
    return elements(loss.backward());
  }

  private static double[] numbers(DMatrixRMaj logits, int[] labels) {
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    // The inverse, as an infinite loss is a number to compare with, too.
    double inverse = 1 / loss.forward(logits, labels);
    return DoubleStream.concat(
            DoubleStream.of(inverse), DoubleStream.of(elements(loss.probabilities())))
        .toArray();
  }

  private static int[] labels(RandomSource random) {
    return random.ints(BATCH, 0, CLASSES).toArray();
  }

  private static double[] elements(DMatrixRMaj matrix) {
    return DoubleStream.of(matrix.data).limit(matrix.getNumElements()).toArray();
  }
}
