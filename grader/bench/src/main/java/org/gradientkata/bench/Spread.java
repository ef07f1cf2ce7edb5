package org.gradientkata.bench;

import java.util.List;

/**
 * Measurements of one thing.
 *
 * @param values in any order, at least one
 */
record Spread(List<Double> values) {

  Spread {
    values = values.stream().sorted().toList();
  }

  double median() {
    int n = values.size();
    return (values.get((n - 1) / 2) + values.get(n / 2)) / 2;
  }

  double least() {
    return values.get(0);
  }

  double greatest() {
    return values.get(values.size() - 1);
  }
}
