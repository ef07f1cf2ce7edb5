package org.gradientkata.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** Which examples get into which batch, for telling one mistake from another. */
public final class MiniBatchesProbes implements Probes {
  private static final int REPETITIONS = 2_000;

  /**
   * A frequency over that many repetitions has a standard error of at most 0.0112, and the
   * difference of two of 0.0158: this is over three times as much. The nearest mistake, a last
   * index that is never drawn, is off by 0.25 in one frequency and by 0.083 in three.
   */
  private static final double SAMPLING = 0.055;

  private static final int LONG = 60;
  private static final int LONG_REPETITIONS = 200;

  /**
   * Swapping each place with any place, instead of one that isn't settled yet, brings more indices
   * to a place a little before their own: 0.319 of 60 against 0.274 (simulated with NumPy, 4,000
   * permutations each; 0.055 is the standard deviation of one). So many times the share is off by
   * twice {@link #SAMPLING}, eight times the standard error of a difference.
   */
  private static final double MAGNIFIED = 2.5;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "MiniBatches.slice", Probe.exact(MiniBatchesProbes::slice),
        "MiniBatches.shuffledEpoch", Probe.statistics(SAMPLING, MiniBatchesProbes::shuffledEpoch),
        "MiniBatches.sampleWithReplacement",
            Probe.statistics(SAMPLING, MiniBatchesProbes::sampleWithReplacement));
  }

  private static double[] slice(RandomSource random) {
    DMatrixRMaj X = GradientCheck.gaussian(7, 5, random.nextLong());
    int[] labels = {3, 1, 4, 1, 5, 9, 2};
    DoubleStream numbers = DoubleStream.empty();
    for (int start : new int[] {0, 1, 3, 6}) {
      DMatrixRMaj batch = MiniBatches.slice(X, start, 3);
      double[] rows = Arrays.copyOf(batch.data, batch.getNumElements());
      double[] shape = {batch.numRows, batch.numCols};
      numbers = DoubleStream.concat(numbers, Arrays.stream(shape));
      numbers = DoubleStream.concat(numbers, Arrays.stream(rows));
      int[] cut = MiniBatches.slice(labels, start, 3);
      numbers = DoubleStream.concat(numbers, Arrays.stream(cut).asDoubleStream());
    }
    return numbers.toArray();
  }

  /**
   * The sizes of the batches, how often each of the 27 triples comes for three examples, and of
   * many examples, how many lie up to a third of them before their own place.
   */
  private static double[] shuffledEpoch(RandomSource random) {
    double[] numbers = new double[31];
    for (int i = 0; i < REPETITIONS; i++) {
      List<int[]> batches = MiniBatches.shuffledEpoch(3, 2, random);
      int triple = 0;
      for (int batch = 0; batch < batches.size(); batch++) {
        numbers[27 + batch] = batches.get(batch).length;
        for (int index : batches.get(batch)) {
          triple = 3 * triple + index;
        }
      }
      numbers[triple] += 1.0 / REPETITIONS;
    }
    for (int i = 0; i < LONG_REPETITIONS; i++) {
      int place = 0;
      for (int[] batch : MiniBatches.shuffledEpoch(LONG, LONG, random)) {
        for (int index : batch) {
          if (index > place && index <= place + LONG / 3) {
            numbers[30] += MAGNIFIED / LONG / LONG_REPETITIONS;
          }
          place++;
        }
      }
    }
    return numbers;
  }

  /**
   * How often each index comes, how often twice in one batch, and how often after its neighbour.
   */
  private static double[] sampleWithReplacement(RandomSource random) {
    int count = 4;
    double[] numbers = new double[count + 3];
    for (int i = 0; i < REPETITIONS; i++) {
      int[] batch = MiniBatches.sampleWithReplacement(count, 2, random);
      numbers[batch[0]] += 1.0 / REPETITIONS;
      numbers[count + 1] += batch[0] == batch[1] ? 1.0 / REPETITIONS : 0;
      numbers[count + 2] += (batch[0] + 1) % count == batch[1] % count ? 1.0 / REPETITIONS : 0;
    }
    return numbers;
  }
}
