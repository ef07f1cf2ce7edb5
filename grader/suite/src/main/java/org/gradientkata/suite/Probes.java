package org.gradientkata.suite;

import java.util.Map;

/**
 * The probes of an exercise. {@code SigmoidProbes} stands beside {@code SigmoidTest}; it has a
 * public no-arg constructor and is loaded again for every twin, so it keeps no state.
 */
public interface Probes {
  /**
   * The probes.
   *
   * @return by class and method, such as {@code Sigmoid.value}
   */
  Map<String, Probe> all();
}
