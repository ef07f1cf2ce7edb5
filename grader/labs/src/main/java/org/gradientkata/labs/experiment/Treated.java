package org.gradientkata.labs.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * A cure and what came of it with each seed.
 *
 * @param cure what was done
 * @param outcomes one for each seed
 */
record Treated(Cure cure, List<Cure.Outcome> outcomes) {
  /** From here on a network counts as rescued. */
  static final double RESCUED = 0.9;

  /** Guessing has 0.1; up to here nothing was learnt. */
  static final double GUESSING = 0.15;

  /** Whether it was trained at all, with each seed. */
  boolean begun() {
    return outcomes.stream().allMatch(outcome -> outcome.iterations() > 0);
  }

  double accuracy() {
    return Arrays.stream(accuracies()).average().orElseThrow();
  }

  double[] accuracies() {
    return outcomes.stream().mapToDouble(Cure.Outcome::accuracy).toArray();
  }

  double least() {
    return Arrays.stream(accuracies()).min().orElseThrow();
  }

  double most() {
    return Arrays.stream(accuracies()).max().orElseThrow();
  }

  double seconds() {
    return outcomes.stream().mapToDouble(Cure.Outcome::seconds).average().orElseThrow();
  }

  /** Gradient norm of each layer with the first seed. */
  double[] norms() {
    return outcomes.get(0).norms();
  }

  double[] logNorms() {
    return Arrays.stream(norms())
        .map(norm -> norm > 0 && Double.isFinite(norm) ? Math.log10(norm) : Double.NaN)
        .toArray();
  }
}
