package org.gradientkata.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.LstmGradients;
import org.gradientkata.contract.LstmState;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What an LSTM cell's numbers are, for telling one mistake from another. */
public final class LstmCellProbes implements Probes {
  private static final int BATCH = 3;
  private static final int INPUTS = 2;
  private static final int UNITS = 4;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "LstmCell.forward", Probe.exact(LstmCellProbes::forward),
        "LstmCell.backward", Probe.exact(LstmCellProbes::backward));
  }

  private static double[] forward(RandomSource random) {
    LstmState after = cell(random).forward(filled(BATCH, INPUTS, random), state(random));
    return numbers(List.of(after.h(), after.c()));
  }

  /** Two backward passes, and the weights' gradients after the second. */
  private static double[] backward(RandomSource random) {
    LstmCell cell = cell(random);
    cell.forward(filled(BATCH, INPUTS, random), state(random));
    LstmGradients first = cell.backward(state(random));
    List<DMatrixRMaj> all =
        new ArrayList<>(List.of(first.dx(), first.previous().h(), first.previous().c()));
    cell.backward(state(random));
    all.addAll(cell.gradients());
    return numbers(all);
  }

  private static LstmCell cell(RandomSource random) {
    return new LstmCell(
        filled(INPUTS, 4 * UNITS, random),
        filled(UNITS, 4 * UNITS, random),
        filled(1, 4 * UNITS, random));
  }

  private static LstmState state(RandomSource random) {
    return new LstmState(filled(BATCH, UNITS, random), filled(BATCH, UNITS, random));
  }

  private static DMatrixRMaj filled(int rows, int columns, RandomSource random) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = 0.7 * random.nextGaussian();
    }
    return matrix;
  }

  private static double[] numbers(List<DMatrixRMaj> matrices) {
    return matrices.stream()
        .flatMapToDouble(m -> DoubleStream.of(m.data).limit(m.getNumElements()))
        .toArray();
  }
}
