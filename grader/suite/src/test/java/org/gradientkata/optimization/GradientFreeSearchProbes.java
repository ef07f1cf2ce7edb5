package org.gradientkata.optimization;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What searches without a gradient do, in numbers. */
public final class GradientFreeSearchProbes implements Probes {
  /** Means over some thousand draws; the mistakes lie several tenths apart. */
  private static final double OF_MEANS = 0.12;

  private static final int REPEATS = 1_000;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "GradientFreeSearch.randomSearch", Probe.exact(GradientFreeSearchProbes::randomSearch),
        "GradientFreeSearch.crossover", Probe.exact(GradientFreeSearchProbes::crossover),
        "GradientFreeSearch.mutated", Probe.exact(GradientFreeSearchProbes::mutated),
        "GradientFreeSearch.nextGeneration",
            Probe.statistics(OF_MEANS, GradientFreeSearchProbes::nextGeneration),
        "GradientFreeSearch.genetic",
            Probe.statistics(OF_MEANS, GradientFreeSearchProbes::genetic));
  }

  private static double[] randomSearch(RandomSource random) {
    DMatrixRMaj start = row(0, 0, 0);
    return GradientFreeSearch.randomSearch(
            x -> Math.hypot(x.data[0] - 1, x.data[1]) + Math.abs(x.data[2] + 1),
            start,
            0.7,
            100,
            random)
        .data;
  }

  private static double[] crossover(RandomSource random) {
    DMatrixRMaj mother = new DMatrixRMaj(1, 40);
    DMatrixRMaj father = new DMatrixRMaj(1, 40);
    mother.fill(1);
    father.fill(-1);
    return GradientFreeSearch.crossover(mother, father, random).data;
  }

  private static double[] mutated(RandomSource random) {
    return GradientFreeSearch.mutated(row(1, -2, 3, 0, 5), 0.5, random).data;
  }

  /** The elite's genes and noise, the children's mean rank and noise. */
  private static double[] nextGeneration(RandomSource random) {
    List<DMatrixRMaj> members = List.of(row(3), row(0), row(4), row(1), row(2));
    double[] sums = new double[5];
    for (int i = 0; i < REPEATS; i++) {
      List<DMatrixRMaj> next =
          GradientFreeSearch.nextGeneration(x -> x.data[0], members, 2, 0.1, random);
      sums[0] += next.get(0).data[0];
      sums[1] += next.get(1).data[0];
      sums[2] += 100 * noise(next.get(0));
      for (DMatrixRMaj child : next.subList(2, 5)) {
        sums[3] += child.data[0] / 3;
        sums[4] += 100 * noise(child) / 3;
      }
    }
    return Arrays.stream(sums).map(s -> s / REPEATS).toArray();
  }

  private static double[] genetic(RandomSource random) {
    double distance = 0;
    int runs = 20;
    for (int run = 0; run < runs; run++) {
      List<DMatrixRMaj> members = GradientFreeSearch.population(row(0), 10, 0, random);
      DMatrixRMaj best =
          GradientFreeSearch.genetic(x -> Math.abs(x.data[0] - 5), members, 1, 1, 40, random);
      distance += Math.abs(best.data[0] - 5) / runs;
    }
    return new double[] {distance};
  }

  private static double noise(DMatrixRMaj genes) {
    return Math.abs(genes.data[0] - Math.rint(genes.data[0]));
  }

  private static DMatrixRMaj row(double... values) {
    return new DMatrixRMaj(1, values.length, true, values);
  }
}
