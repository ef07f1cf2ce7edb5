package org.gradientkata.kata;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The labs; each is a command of its own. */
@Command(
    name = "lab",
    subcommands = {
      SaturateCommand.class,
      ExplodeCommand.class,
      ActivationsCommand.class,
      RnnNormsCommand.class,
      ClipCommand.class,
      InitCommand.class,
      DepthCommand.class,
      RemediesCommand.class,
      AllLabsCommand.class
    })
final class LabCommand implements Callable<Integer> {
  private static final int NAMES = 14;

  private final Console console;

  @Spec private CommandSpec spec;

  @Option(names = "--list")
  private boolean list;

  LabCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    if (!list) {
      line.usage(line.getOut());
      return Kata.OK;
    }
    line.getSubcommands()
        .forEach(
            (name, lab) ->
                console
                    .out()
                    .println(
                        TextWidth.padded(name, NAMES)
                            + Messages.get("kata.lab." + name + ".usage.description")));
    return Kata.OK;
  }
}
