package org.gradientkata.labs;

import java.util.List;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.SyntheticDigits;

/** Small runs for the tests. */
final class Samples {
  private Samples() {}

  /** Few images, so that a run takes a moment. */
  static Dataset digits(int train, int test) {
    return new Dataset(
        "drawn",
        SyntheticDigits.generate(train, 1),
        SyntheticDigits.generate(test, 2),
        "",
        true,
        "");
  }

  static TrainingOptions options(int epochs, double learningRate, long seed) {
    return new TrainingOptions(
        DatasetChoice.SYNTHETIC,
        List.of(20),
        ActivationChoice.RELU,
        InitialValue.he(),
        false,
        false,
        epochs,
        50,
        learningRate,
        seed);
  }

  static TrainingResult run(TrainingOptions options, Dataset dataset) {
    return new TrainingRun(options, dataset, TrainingListener.NONE).run();
  }

  /** A result as a run would give it, without the run. */
  static TrainingResult result(List<EpochResult> epochs) {
    return new TrainingResult(
        options(epochs.size(), 0.1, 7),
        digits(20, 10),
        Machine.here(),
        epochs,
        15_910,
        2.5,
        "ab12");
  }
}
