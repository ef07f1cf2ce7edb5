package org.gradientkata.kata;

import org.gradientkata.labs.experiment.ActivationsLab;
import org.gradientkata.labs.experiment.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The curves of the activations. */
@Command(name = "activations")
final class ActivationsCommand extends LabRun {
  private static final int FARTHEST = 1000;

  @Option(names = "--from", paramLabel = "X", defaultValue = "-6")
  private String from;

  @Option(names = "--to", paramLabel = "X", defaultValue = "6")
  private String to;

  @Option(names = "--slope", paramLabel = "X", defaultValue = "0.1")
  private String slope;

  ActivationsCommand(Console console) {
    super(console);
  }

  @Override
  Lab lab() {
    double left = Typed.number("--from", from, -FARTHEST, FARTHEST);
    double right = Typed.number("--to", to, -FARTHEST, FARTHEST);
    if (left >= right) {
      throw new UsageProblem(Messages.get("lab.from-to", from, to));
    }
    return new ActivationsLab(left, right, Typed.number("--slope", slope, 0, 1));
  }
}
