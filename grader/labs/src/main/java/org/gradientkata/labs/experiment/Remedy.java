package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.InputScaling;
import org.gradientkata.initialization.WeightInitializer;

/**
 * Document 000's conclusion put to the test: the same data and activation, once as they were and
 * once with standardized inputs and Xavier's or He's initial value, both with one learning rate.
 *
 * @param steps the steps that are shown
 * @param before loss with raw inputs at these steps
 * @param after loss with scaled inputs at these steps
 * @param beforeAccuracy accuracy with raw inputs at the end
 * @param afterAccuracy accuracy with scaled inputs at the end
 */
record Remedy(
    List<Integer> steps,
    List<Double> before,
    List<Double> after,
    double beforeAccuracy,
    double afterAccuracy) {
  static final double LEARNING_RATE = 0.1;
  static final int LAST_STEP = 10_000;

  /** Enough points for a curve over a logarithmic axis. */
  private static final int PER_DECADE = 8;

  /** Runs both; progress counts their common steps. */
  static Remedy run(
      Document000 start,
      Activation activation,
      InitialValue initialValue,
      long seed,
      LabProgress progress) {
    RandomSource random = new RandomSource(seed);
    int inputs = start.x().numCols;
    int hidden = start.W1().numCols;
    int outputs = start.t().numCols;
    Document000 mended =
        new Document000(
            InputScaling.standardization(start.x()).apply(start.x()),
            start.t(),
            WeightInitializer.of(initialValue, inputs, hidden, random),
            new DMatrixRMaj(1, hidden),
            WeightInitializer.of(initialValue, hidden, outputs, random),
            new DMatrixRMaj(1, outputs));
    OneHiddenLayer raw = new OneHiddenLayer(start, activation, false, LEARNING_RATE);
    OneHiddenLayer scaled = new OneHiddenLayer(mended, activation, false, LEARNING_RATE);
    List<Integer> shown = new ArrayList<>();
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    TracedStep rawStep = raw.step();
    TracedStep scaledStep = scaled.step();
    for (int step = 1; step <= LAST_STEP; step++) {
      if (isShown(step)) {
        shown.add(step);
        before.add(rawStep.loss());
        after.add(scaledStep.loss());
      }
      progress.advanced(step, LAST_STEP);
      if (step < LAST_STEP) {
        rawStep = raw.step();
        scaledStep = scaled.step();
      }
    }
    return new Remedy(
        shown,
        before,
        after,
        Double.isFinite(rawStep.loss()) ? rawStep.accuracy(start.t()) : Double.NaN,
        scaledStep.accuracy(start.t()));
  }

  double finalLoss() {
    return after.get(after.size() - 1);
  }

  double finalLossBefore() {
    return before.get(before.size() - 1);
  }

  double loss(List<Double> losses, int step) {
    return losses.get(steps.indexOf(step));
  }

  private static boolean isShown(int step) {
    double position = Math.log10(step) * PER_DECADE;
    double previous = Math.log10(step - 1.0) * PER_DECADE;
    return step == LAST_STEP
        || List.of(1, 10, 100, 1000).contains(step)
        || Math.floor(position) > Math.floor(previous);
  }
}
