package org.gradientkata.kata;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What authors of exercises need. */
@Command(
    name = "author",
    subcommands = {AuthorCutCommand.class, AuthorCheckCommand.class, AuthorPicturesCommand.class})
final class AuthorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getOut());
    return Kata.OK;
  }
}
