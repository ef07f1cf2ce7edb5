package org.gradientkata.optimization;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** Where seeded gradients lead the parameters, for telling one mistake from another. */
public final class OptimizersProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "Sgd.update", Probe.exact(random -> path(new Sgd(0.3), 2, random)),
        "SignDescent.update", Probe.exact(random -> path(new SignDescent(0.3), 2, random)),
        "Rprop.update", Probe.exact(random -> path(new Rprop(0.1, 0.05, 0.2), 30, random)));
  }

  /** One element's gradient keeps its sign, one vanishes, one is 0 at every other update. */
  private static double[] path(Optimizer optimizer, int updates, RandomSource random) {
    DMatrixRMaj A = GradientCheck.gaussian(2, 3, random.nextLong());
    DMatrixRMaj B = GradientCheck.gaussian(1, 3, random.nextLong());
    for (int t = 0; t < updates; t++) {
      DMatrixRMaj dA = GradientCheck.gaussian(2, 3, random.nextLong());
      DMatrixRMaj dB = GradientCheck.gaussian(1, 3, random.nextLong());
      dA.data[0] = Math.abs(dA.data[0]);
      dA.data[1] *= 1e-200;
      dB.data[2] *= t % 2;
      optimizer.update(List.of(A, B), List.of(dA, dB));
    }
    double[] numbers = Arrays.copyOf(A.data, 9);
    System.arraycopy(B.data, 0, numbers, 6, 3);
    return numbers;
  }
}
