package org.gradientkata.activation;

import java.util.Map;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What a sigmoid's numbers are, for telling one mistake from another. */
public final class SigmoidProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "Sigmoid.value", Probe.exact(SigmoidProbes::value),
        "Sigmoid.derivativeFromValue", Probe.exact(SigmoidProbes::derivativeFromValue));
  }

  private static double[] value(RandomSource random) {
    Sigmoid sigmoid = new Sigmoid();
    return new double[] {
      sigmoid.value(3 * random.nextGaussian()),
      sigmoid.value(random.nextDouble(1, 2)),
      sigmoid.value(random.nextDouble(-2, -1)),
      sigmoid.value(random.nextDouble(800, 900)),
    };
  }

  private static double[] derivativeFromValue(RandomSource random) {
    Sigmoid sigmoid = new Sigmoid();
    return random.doubles(4, 0.1, 0.9).map(sigmoid::derivativeFromValue).toArray();
  }
}
