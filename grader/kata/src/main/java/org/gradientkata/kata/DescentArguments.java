package org.gradientkata.kata;

import picocli.CommandLine.Option;

/** What the two labs on document 000 have in common. */
final class DescentArguments {
  static final int MOST_STEPS = 100_000;
  private static final double LEAST_SCALE = 1e-12;
  private static final double MOST_SCALE = 1e12;

  @Option(names = "--scale", paramLabel = "X", defaultValue = "1", descriptionKey = "lab.scale")
  private String scale;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "0.01",
      descriptionKey = "lab.learning-rate")
  private String learningRate;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "lab.seed")
  private String seed;

  double scale() {
    return Typed.number("--scale", scale, LEAST_SCALE, MOST_SCALE);
  }

  double learningRate() {
    return Typed.positive("--learning-rate", learningRate);
  }

  long seed() {
    return Typed.seed(seed);
  }
}
