package org.gradientkata.kata;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The whole command line; alone it shows its help. */
@Command(
    name = "kata",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = {
      WatchCommand.class,
      CheckCommand.class,
      ListCommand.class,
      HintCommand.class,
      ShowCommand.class,
      SolutionCommand.class,
      ResetCommand.class,
      UpdateCommand.class,
      QuizCommand.class,
      ReportCommand.class,
      TrainCommand.class,
      LabCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      // staff
      AuthorCommand.class,
      GradeCommand.class,
      HandoutCommand.class,
      GradebookCommand.class,
      // end of staff
      WarmUpCommand.class,
      VectorOptionCommand.class
    })
final class KataCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--lang", paramLabel = "en|ja", scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // for the help page; EarlyOptions has obeyed it already
  private String language;

  @Option(names = "-DNAME=VALUE", descriptionKey = "property", scope = ScopeType.INHERIT)
  @SuppressWarnings("UnusedVariable") // likewise
  private boolean property;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getOut());
    return Kata.OK;
  }
}
