package org.gradientkata.pretraining;

import java.util.List;
import org.gradientkata.suite.Golden;

/** New machines with the parameters of the golden vectors, not trained yet. */
final class GoldenMachines {
  private final Golden golden;

  GoldenMachines(Golden golden) {
    this.golden = golden;
  }

  /** The machine of the golden vectors with {@code binary} or {@code real} visible units. */
  RestrictedBoltzmannMachine machine(String kind) {
    return new RestrictedBoltzmannMachine(
        golden.matrix(kind + ".W"),
        golden.matrix(kind + ".b"),
        golden.matrix(kind + ".c"),
        kind.equals("real"));
  }

  /** The stack of the golden vectors. */
  DeepBeliefNetwork network() {
    return new DeepBeliefNetwork(List.of(level(0), level(1)));
  }

  private RestrictedBoltzmannMachine level(int i) {
    return new RestrictedBoltzmannMachine(
        golden.matrix("dbn.W" + i), golden.matrix("dbn.b" + i), golden.matrix("dbn.c" + i), false);
  }
}
