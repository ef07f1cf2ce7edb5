package org.gradientkata.kata;

import org.gradientkata.labs.experiment.Lab;
import org.gradientkata.labs.experiment.SaturateLab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The vanishing gradient of document 000. */
@Command(name = "saturate")
final class SaturateCommand extends LabRun {
  @Mixin private DescentArguments descent;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "100", descriptionKey = "lab.steps")
  private String steps;

  SaturateCommand(Console console) {
    super(console);
  }

  @Override
  Lab lab() {
    return new SaturateLab(
        descent.scale(),
        Typed.whole("--steps", steps, 1, DescentArguments.MOST_STEPS),
        descent.learningRate(),
        descent.seed());
  }
}
