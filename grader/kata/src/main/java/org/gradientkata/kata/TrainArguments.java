package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.DatasetChoice;
import org.gradientkata.labs.TrainingOptions;
import picocli.CommandLine.Option;

/** The options of a training run as they are typed. All are read here, for clear messages. */
final class TrainArguments {
  private static final int MOST_UNITS = 10_000;
  private static final int MOST_LAYERS = 200;
  private static final int MOST_EPOCHS = 100_000;
  private static final int MOST_IMAGES = 60_000;

  @Option(names = "--dataset", paramLabel = "NAME", defaultValue = "mnist")
  private String dataset;

  @Option(names = "--hidden", paramLabel = "SIZES", defaultValue = "100")
  private String hidden;

  @Option(names = "--activation", paramLabel = "NAME", defaultValue = "relu")
  private String activation;

  @Option(names = "--init", paramLabel = "RULE", defaultValue = "he")
  private String init;

  @Option(names = "--batch-norm")
  private boolean batchNorm;

  @Option(names = "--residual")
  private boolean residual;

  @Option(names = "--epochs", paramLabel = "N", defaultValue = "20")
  private String epochs;

  @Option(names = "--batch", paramLabel = "N", defaultValue = "100")
  private String batch;

  @Option(names = "--learning-rate", paramLabel = "X", defaultValue = "0.1")
  private String learningRate;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private String seed;

  /** What was typed, read and checked. */
  TrainingOptions options() {
    List<Integer> layers = layers();
    if (residual && layers.stream().distinct().count() > 1) {
      throw new UsageProblem(Messages.get("train.residual", hidden));
    }
    return new TrainingOptions(
        Typed.choice("--dataset", dataset, DatasetChoice.values(), DatasetChoice::id),
        layers,
        Typed.choice("--activation", activation, ActivationChoice.values(), ActivationChoice::id),
        Typed.initialValue(init),
        batchNorm,
        residual,
        Typed.whole("--epochs", epochs, 1, MOST_EPOCHS),
        Typed.whole("--batch", batch, 1, MOST_IMAGES),
        Typed.positive("--learning-rate", learningRate),
        Typed.seed(seed));
  }

  private List<Integer> layers() {
    List<Integer> sizes = new ArrayList<>();
    if (!hidden.isBlank()) {
      for (String size : hidden.split(",", -1)) {
        sizes.add(Typed.whole("--hidden", size.strip(), 1, MOST_UNITS));
      }
    }
    if (sizes.size() > MOST_LAYERS) {
      throw new UsageProblem(Messages.get("train.layers", sizes.size(), MOST_LAYERS));
    }
    return sizes;
  }
}
