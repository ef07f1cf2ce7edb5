package org.gradientkata.calculus;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What the chain rule's numbers are, for telling one mistake from another. */
public final class ChainRuleProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "ChainRule.dzdx", Probe.exact(ChainRuleProbes::dzdx),
        "ChainRule.product", Probe.exact(ChainRuleProbes::product),
        "ChainRule.layersUntilUnderflow", Probe.exact(ChainRuleProbes::layersUntilUnderflow));
  }

  private static double[] dzdx(RandomSource random) {
    return new double[] {
      ChainRule.dzdx(random.nextDouble(1, 2), random.nextDouble(1, 2)),
      ChainRule.dzdx(random.nextDouble(1, 2), -random.nextDouble(3, 4)),
    };
  }

  private static double[] product(RandomSource random) {
    return new double[] {
      ChainRule.product(random.doubles(4, 0.5, 2).toArray()),
      ChainRule.product(new double[] {random.nextDouble(1, 2), -random.nextDouble(2, 3)}),
    };
  }

  /** The last number is 1 if a factor that is out of range is refused. */
  private static double[] layersUntilUnderflow(RandomSource random) {
    double refused = 0;
    try {
      ChainRule.layersUntilUnderflow(-random.nextDouble());
    } catch (IllegalArgumentException e) {
      refused = 1;
    }
    double[] counts =
        DoubleStream.of(0.25, 0.1, random.nextDouble(0.01, 0.02))
            .map(ChainRule::layersUntilUnderflow)
            .toArray();
    return DoubleStream.concat(DoubleStream.of(counts), DoubleStream.of(refused)).toArray();
  }
}
