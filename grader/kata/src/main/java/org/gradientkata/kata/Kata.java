package org.gradientkata.kata;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line's entrance. */
public final class Kata {
  /** Exit code: all went well. */
  static final int OK = 0;

  /** Exit code: something is wrong, in the answers or around them. */
  static final int WRONG = 1;

  /** Exit code: the command line was typed wrongly. */
  static final int USAGE = 2;

  /** Exit code for the Windows launcher alone: build the tools and call again. */
  private static final int BUILD = 75;

  private Kata() {}

  /**
   * Runs a command.
   *
   * @param args see {@code kata --help}
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    if (Boolean.getBoolean("kata.ask-for-build") && isOutdated()) {
      System.exit(BUILD);
    }
    System.exit(run(args, Console.ofThisProcess()));
  }

  /** Runs a command in this JVM and gives back its exit code. */
  static int run(String[] args, Console console) {
    try {
      // The language has to be known before the first word, and properties before they are read.
      List<String> rest = EarlyOptions.take(Arrays.asList(args));
      return commandLine(console).execute(rest.toArray(String[]::new));
    } catch (UsageProblem e) {
      console.err().println(e.getMessage());
      return USAGE;
    }
  }

  private static boolean isOutdated() {
    try {
      return new Toolbox(Kit.here().root()).isOutdated();
    } catch (IOException | Mistake e) {
      // The command itself will meet the same trouble and say it better.
      return false;
    }
  }

  private static CommandLine commandLine(Console console) {
    Ansi ansi = console.color() ? Ansi.ON : Ansi.OFF;
    CommandLine line = new CommandLine(new KataCommand(), new CommandFactory(console));
    line.setResourceBundle(Messages.bundle());
    line.setOut(new HelpWriter(console));
    line.setErr(console.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    line.setUsageHelpWidth(HelpWriter.UNBROKEN);
    line.setParameterExceptionHandler(
        (problem, arguments) -> usage(problem.getCommandLine(), TypingErrors.explain(problem)));
    line.setExecutionExceptionHandler((thrown, command, result) -> failure(thrown, command));
    return line;
  }

  private static int failure(Throwable thrown, CommandLine command) {
    if (thrown instanceof UsageProblem) {
      return usage(command, thrown.getMessage());
    }
    PrintWriter err = command.getErr();
    Optional<String> explained = Failures.explain(thrown);
    err.println(explained.orElseGet(() -> Messages.get("own-fault")));
    if (explained.isEmpty()) {
      thrown.printStackTrace(err);
    }
    return WRONG;
  }

  private static int usage(CommandLine command, String message) {
    command.getErr().println(message);
    command.getErr().println(Messages.get("see-help", command.getCommandSpec().qualifiedName(" ")));
    return USAGE;
  }

  /** Runs what may throw an Error, such as NotStarted, which picocli would let through. */
  static int guarded(CommandLine command, java.util.concurrent.Callable<Integer> work) {
    try {
      return work.call();
    } catch (Exception | Error e) {
      return failure(e, command);
    }
  }
}
