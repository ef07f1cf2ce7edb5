package org.gradientkata.kata;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.suite.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Loads the classes that the short commands use, for the launcher to archive them. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Console nowhere = new Console(none(), none(), false, false, 80);
    AnswerSet exercises = Kit.here().exercises();
    exercises.compile();
    List<String> first = Catalogue.exercises().subList(0, 1);
    new WarmUp(exercises).run();
    new Standings(nowhere).table(Grader.grade(exercises, first).standings());
    new CommandLine(new KataCommand(), new CommandFactory(nowhere))
        .setResourceBundle(Messages.bundle())
        .usage(nowhere.out());
    return Kata.OK;
  }

  private static PrintWriter none() {
    return new PrintWriter(Writer.nullWriter());
  }
}
