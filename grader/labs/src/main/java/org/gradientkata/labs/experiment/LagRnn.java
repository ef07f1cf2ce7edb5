package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.recurrent.TimeRnn;

/** Reads with the plain recurrent layer. */
final class LagRnn extends LagReader {
  private final List<DMatrixRMaj> inputs;
  private final TimeRnn rnn;

  LagRnn(LongLag task, RandomSource random) {
    this.inputs = task.inputs();
    this.rnn =
        new TimeRnn(
            WeightInitializer.gaussian(task.symbols(), UNITS, 1, random),
            WeightInitializer.xavier(UNITS, UNITS, random),
            new DMatrixRMaj(1, UNITS));
    outputWeights().setTo(WeightInitializer.xavier(UNITS, 1, random));
  }

  @Override
  DMatrixRMaj lastStates() {
    List<DMatrixRMaj> hs = rnn.forward(inputs, new DMatrixRMaj(2, UNITS));
    return hs.get(hs.size() - 1).copy();
  }

  @Override
  double backward(DMatrixRMaj dh) {
    List<DMatrixRMaj> dhs = new ArrayList<>();
    for (int t = 1; t < inputs.size(); t++) {
      dhs.add(new DMatrixRMaj(2, UNITS));
    }
    dhs.add(dh);
    return norm(rnn.backward(dhs).dh0());
  }

  @Override
  List<DMatrixRMaj> parameters() {
    return rnn.parameters();
  }

  @Override
  List<DMatrixRMaj> gradients() {
    return rnn.gradients();
  }
}
