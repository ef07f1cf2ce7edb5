package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradientkata.contract.InitialValue;
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
        choice("--dataset", dataset, DatasetChoice.values(), DatasetChoice::id),
        layers,
        choice("--activation", activation, ActivationChoice.values(), ActivationChoice::id),
        initialValue(),
        batchNorm,
        residual,
        whole("--epochs", epochs, MOST_EPOCHS),
        whole("--batch", batch, MOST_IMAGES),
        rate(),
        seed());
  }

  private List<Integer> layers() {
    List<Integer> sizes = new ArrayList<>();
    if (!hidden.isBlank()) {
      for (String size : hidden.split(",", -1)) {
        sizes.add(whole("--hidden", size.strip(), MOST_UNITS));
      }
    }
    if (sizes.size() > MOST_LAYERS) {
      throw new UsageProblem(Messages.get("train.layers", sizes.size(), MOST_LAYERS));
    }
    return sizes;
  }

  private InitialValue initialValue() {
    try {
      return InitialValue.parse(init);
    } catch (IllegalArgumentException e) {
      String meant = meant(init, List.of("zeros", "xavier", "he"));
      throw new UsageProblem(Messages.get("train.init", init) + meant);
    }
  }

  private double rate() {
    try {
      double rate = Double.parseDouble(learningRate);
      if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
        return rate;
      }
    } catch (NumberFormatException e) {
      // It gets the same message as a number out of range.
    }
    throw new UsageProblem(Messages.get("train.rate", learningRate));
  }

  private long seed() {
    try {
      return Long.parseLong(seed);
    } catch (NumberFormatException e) {
      throw new UsageProblem(Messages.get("train.seed", seed));
    }
  }

  private static int whole(String option, String typed, int most) {
    try {
      int number = Integer.parseInt(typed);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It gets the same message as a number out of range.
    }
    throw new UsageProblem(Messages.get("train.whole", option, typed, 1, most));
  }

  private static <E> E choice(String option, String typed, E[] all, Function<E, String> id) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<String> ids = Arrays.stream(all).map(id).toList();
    return Arrays.stream(all)
        .filter(e -> id.apply(e).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageProblem(
                    Messages.get(
                            "train.choice",
                            option,
                            typed,
                            ids.stream().collect(Collectors.joining(", ")))
                        + meant(wanted, ids)));
  }

  private static String meant(String typed, List<String> words) {
    return Suggestion.nearest(typed, words)
        .map(word -> Messages.get("did-you-mean", word))
        .orElse("");
  }
}
