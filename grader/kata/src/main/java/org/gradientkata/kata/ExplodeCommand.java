package org.gradientkata.kata;

import org.gradientkata.labs.experiment.ExplodeLab;
import org.gradientkata.labs.experiment.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The exploding gradient of document 000. */
@Command(name = "explode")
final class ExplodeCommand extends LabRun {
  @Mixin private DescentArguments descent;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "8", descriptionKey = "lab.steps")
  private String steps;

  @Option(names = "--slope", paramLabel = "X", defaultValue = "0.01")
  private String slope;

  ExplodeCommand(Console console) {
    super(console);
  }

  @Override
  Lab lab() {
    return new ExplodeLab(
        descent.scale(),
        Typed.whole("--steps", steps, 1, DescentArguments.MOST_STEPS),
        descent.learningRate(),
        Typed.number("--slope", slope, 0, 1),
        descent.seed());
  }
}
