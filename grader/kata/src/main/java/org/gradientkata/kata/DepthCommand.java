package org.gradientkata.kata;

import java.util.Arrays;
import java.util.List;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.experiment.DepthLab;
import org.gradientkata.labs.experiment.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Document 004's experiment on depth. */
@Command(name = "depth")
final class DepthCommand extends LabRun {
  private static final int LEAST_ITERATIONS = 10;
  private static final int MOST_ITERATIONS = 1_000_000;
  private static final int MOST_UNITS = 1000;

  private final Console console;

  @Mixin private ImageArguments images;

  @Option(names = "--hidden", paramLabel = "SIZES")
  private String hidden;

  @Option(names = "--activation", paramLabel = "NAME")
  private String activation;

  @Option(names = "--init", paramLabel = "RULE")
  private String init;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "2000",
      descriptionKey = "lab.iterations")
  private String iterations;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "0.1",
      descriptionKey = "lab.learning-rate")
  private String learningRate;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "lab.seed")
  private String seed;

  DepthCommand(Console console) {
    super(console);
    this.console = console;
  }

  @Override
  Lab lab() {
    return new DepthLab(
        images.images(console),
        settings(),
        Typed.whole("--iterations", iterations, LEAST_ITERATIONS, MOST_ITERATIONS),
        Typed.positive("--learning-rate", learningRate),
        Typed.seed(seed));
  }

  /** The document's networks, or the one that was described. */
  private List<DepthLab.Setting> settings() {
    if (hidden == null && activation == null && init == null) {
      return DepthLab.standard();
    }
    List<Integer> sizes =
        Arrays.stream((hidden == null ? "40,20" : hidden).split(",", -1))
            .map(size -> Typed.whole("--hidden", size.strip(), 1, MOST_UNITS))
            .toList();
    return List.of(
        new DepthLab.Setting(
            sizes,
            Typed.choice(
                "--activation",
                activation == null ? ActivationChoice.SIGMOID.id() : activation,
                ActivationChoice.values(),
                ActivationChoice::id),
            Typed.initialValue(init == null ? "0.01" : init)));
  }
}
