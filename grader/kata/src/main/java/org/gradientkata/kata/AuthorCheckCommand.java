package org.gradientkata.kata;

import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.author.AuthorException;
import org.gradientkata.author.Completeness;
import org.gradientkata.author.Lack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what exercises still lack. */
@Command(name = "check")
final class AuthorCheckCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..*")
  private List<String> ids = List.of();

  AuthorCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::check);
  }

  private int check() {
    Completeness completeness = new Completeness(Kit.here().root());
    boolean whole = true;
    for (String exercise : ExerciseIds.resolve(ids)) {
      List<Lack> lacks = lacking(completeness, exercise);
      whole &= lacks.isEmpty();
      console.out().println((lacks.isEmpty() ? "✔ " : "✘ ") + exercise);
      lacks.forEach(lack -> console.out().println("    " + text(lack)));
    }
    return whole ? Kata.OK : Kata.WRONG;
  }

  private static List<Lack> lacking(Completeness completeness, String exercise) {
    try {
      return completeness.lacking(exercise);
    } catch (AuthorException e) {
      throw new Mistake(e.getMessage());
    }
  }

  private static String text(Lack lack) {
    return Messages.get("lack." + lack.kind(), lack.details().toArray());
  }
}
