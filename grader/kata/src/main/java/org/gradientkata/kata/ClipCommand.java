package org.gradientkata.kata;

import org.gradientkata.labs.experiment.ClipLab;
import org.gradientkata.labs.experiment.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A recurrent network with and without gradient clipping. */
@Command(name = "clip")
final class ClipCommand extends LabRun {
  private static final int MOST_STEPS = 1000;
  private static final int LEAST_ITERATIONS = 100;
  private static final int MOST_ITERATIONS = 100_000;
  private static final int MOST_GAIN = 100;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "50")
  private String steps;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "1000",
      descriptionKey = "lab.iterations")
  private String iterations;

  @Option(names = "--gain", paramLabel = "X", defaultValue = "1.75")
  private String gain;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "0.3",
      descriptionKey = "lab.learning-rate")
  private String learningRate;

  @Option(names = "--max-norm", paramLabel = "X", defaultValue = "0.25")
  private String maxNorm;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "lab.seed")
  private String seed;

  ClipCommand(Console console) {
    super(console);
  }

  @Override
  Lab lab() {
    return new ClipLab(
        Typed.whole("--steps", steps, 2, MOST_STEPS),
        Typed.whole("--iterations", iterations, LEAST_ITERATIONS, MOST_ITERATIONS),
        Typed.number("--gain", gain, 0, MOST_GAIN),
        Typed.positive("--learning-rate", learningRate),
        Typed.positive("--max-norm", maxNorm),
        Typed.seed(seed));
  }
}
