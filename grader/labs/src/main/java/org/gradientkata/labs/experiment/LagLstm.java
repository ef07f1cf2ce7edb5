package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.LstmGradients;
import org.gradientkata.contract.LstmState;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.recurrent.LstmCell;

/** Reads with LSTM cells, which share their weights over time. */
final class LagLstm extends LagReader {
  private final List<DMatrixRMaj> inputs;
  private final DMatrixRMaj Wx;
  private final DMatrixRMaj Wh;
  private final DMatrixRMaj b = new DMatrixRMaj(1, 4 * UNITS);
  private final DMatrixRMaj dWx;
  private final DMatrixRMaj dWh;
  private final DMatrixRMaj db = new DMatrixRMaj(1, 4 * UNITS);
  private List<LstmCell> cells = List.of();

  LagLstm(LongLag task, double forgetBias, RandomSource random) {
    this.inputs = task.inputs();
    this.Wx = WeightInitializer.gaussian(task.symbols(), 4 * UNITS, 1, random);
    this.Wh = WeightInitializer.xavier(UNITS, 4 * UNITS, random);
    this.dWx = new DMatrixRMaj(Wx.numRows, Wx.numCols);
    this.dWh = new DMatrixRMaj(Wh.numRows, Wh.numCols);
    outputWeights().setTo(WeightInitializer.xavier(UNITS, 1, random));
    // The gates' order is i, f, g, o.
    for (int i = 0; i < UNITS; i++) {
      b.data[UNITS + i] = forgetBias;
    }
  }

  @Override
  DMatrixRMaj lastStates() {
    cells = new ArrayList<>();
    LstmState state = new LstmState(new DMatrixRMaj(2, UNITS), new DMatrixRMaj(2, UNITS));
    for (DMatrixRMaj x : inputs) {
      LstmCell cell = new LstmCell(Wx, Wh, b);
      state = cell.forward(x, state);
      cells.add(cell);
    }
    return state.h().copy();
  }

  @Override
  double backward(DMatrixRMaj dh) {
    gradients().forEach(DMatrixRMaj::zero);
    LstmState gradient = new LstmState(dh, new DMatrixRMaj(2, UNITS));
    for (int t = cells.size() - 1; t >= 0; t--) {
      LstmGradients back = cells.get(t).backward(gradient);
      for (int k = 0; k < gradients().size(); k++) {
        add(gradients().get(k), cells.get(t).gradients().get(k));
      }
      gradient = back.previous();
    }
    return Math.hypot(norm(gradient.h()), norm(gradient.c()));
  }

  @Override
  List<DMatrixRMaj> parameters() {
    return List.of(Wx, Wh, b);
  }

  @Override
  List<DMatrixRMaj> gradients() {
    return List.of(dWx, dWh, db);
  }

  private static void add(DMatrixRMaj sum, DMatrixRMaj summand) {
    for (int i = 0; i < sum.getNumElements(); i++) {
      sum.data[i] += summand.data[i];
    }
  }
}
