package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.suite.ClosingLines;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades exercises. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  /** The closing lines of a run have room here. */
  private static final int WIDE = 64;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..*")
  private List<String> ids = List.of();

  @Option(names = "--strict")
  private boolean strict;

  @Option(names = "--solutions")
  private boolean solutions;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::check);
  }

  private int check() {
    List<String> exercises = ExerciseIds.resolve(ids);
    Grader.Grades grades = Grader.grade(Kit.here().answers(solutions), exercises, this::show);
    List<Standing> standings = grades.standings();
    Standings lines = new Standings(console);
    if (!standings.isEmpty()) {
      lines(standings).forEach(line -> console.out().println(lines.colored(line)));
    }
    grades.ungraded().forEach(console.err()::println);
    boolean fine =
        standings.stream()
            .allMatch(s -> strict ? s.state() == State.SOLVED : !s.state().isFailure());
    return fine && grades.ungraded().isEmpty() ? Kata.OK : Kata.WRONG;
  }

  /** As Maven prints them; where those with points are too wide, as the list has them. */
  private List<String> lines(List<Standing> standings) {
    if (console.columns() >= WIDE) {
      return ClosingLines.lines(standings);
    }
    List<String> lines = new ArrayList<>(new Standings(console).table(standings));
    lines.addAll(ClosingLines.below(standings));
    return lines;
  }

  private void show(String printed) {
    console.out().print(printed);
    console.out().flush();
  }
}
