package org.gradientkata.optimization;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What clipping makes of seeded gradients, for telling one mistake from another. */
public final class GradientClippingProbes implements Probes {
  /** With and without the 10⁻⁶ in the rate is right: a relative 10⁻⁶ for norms of 1 and more. */
  private static final double EPSILON_OR_NOT = 1e-5;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "GradientClipping.globalNorm",
        Probe.exact(GradientClippingProbes::globalNorm),
        "GradientClipping.clipGrads",
        new Probe(EPSILON_OR_NOT, GradientClippingProbes::clipGrads));
  }

  private static double[] globalNorm(RandomSource random) {
    return new double[] {
      GradientClipping.globalNorm(List.of(scaled(random, 1), scaled(random, 2))),
      GradientClipping.globalNorm(List.of(scaled(random, 3))),
    };
  }

  private static double[] clipGrads(RandomSource random) {
    List<DMatrixRMaj> small = List.of(scaled(random, 0.1), scaled(random, 0.1));
    List<DMatrixRMaj> large = List.of(scaled(random, 3), scaled(random, 4), scaled(random, 0.1));
    GradientClipping.clipGrads(small, 4);
    GradientClipping.clipGrads(large, 4);
    // a wrong norm spoils the clipping; then its own mistake alone is to be named
    DoubleStream norms = Arrays.stream(globalNorm(random));
    return DoubleStream.concat(norms, DoubleStream.concat(values(small), values(large))).toArray();
  }

  private static DoubleStream values(List<DMatrixRMaj> grads) {
    return grads.stream().flatMapToDouble(G -> Arrays.stream(G.data, 0, G.getNumElements()));
  }

  private static DMatrixRMaj scaled(RandomSource random, double factor) {
    DMatrixRMaj G = GradientCheck.gaussian(2, 3, random.nextLong());
    for (int i = 0; i < G.getNumElements(); i++) {
      G.data[i] *= factor;
    }
    return G;
  }
}
