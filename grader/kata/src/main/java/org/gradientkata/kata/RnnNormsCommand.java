package org.gradientkata.kata;

import org.gradientkata.labs.experiment.Lab;
import org.gradientkata.labs.experiment.RnnNormsLab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Document 001's two sequences of norms. */
@Command(name = "rnn-norms")
final class RnnNormsCommand extends LabRun {
  private static final int MOST_STEPS = 10_000;
  private static final double MOST_SCALE = 1e6;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "20")
  private String steps;

  @Option(names = "--scale", paramLabel = "X", defaultValue = "0.5")
  private String scale;

  RnnNormsCommand(Console console) {
    super(console);
  }

  @Override
  Lab lab() {
    return new RnnNormsLab(
        Typed.whole("--steps", steps, 2, MOST_STEPS),
        Typed.number("--scale", scale, 0, MOST_SCALE));
  }
}
