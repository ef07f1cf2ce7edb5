package org.gradientkata.kata;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the exercises with their states and points; those that have changed are graded anew. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TEXT", arity = "0..1")
  private String text = "";

  @Option(names = "--solutions")
  private boolean solutions;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::list);
  }

  private int list() {
    List<String> found = Catalogue.exercises().stream().filter(this::matches).toList();
    if (found.isEmpty()) {
      throw new Mistake(Messages.get("list.none", text));
    }
    Grader.Grades grades = Grader.gradeChanged(Kit.here().answers(solutions), found);
    new Standings(console).table(grades.standings()).forEach(console.out()::println);
    grades.ungraded().forEach(console.err()::println);
    return grades.ungraded().isEmpty() ? Kata.OK : Kata.WRONG;
  }

  private boolean matches(String exercise) {
    String title = Texts.of(exercise).get("title");
    String all = exercise + " " + title + " " + Catalogue.places(exercise);
    return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
