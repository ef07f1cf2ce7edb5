package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the reference solution of an exercise to those who have solved it, or really want it. */
@Command(name = "solution")
final class SolutionCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID")
  private String id;

  @Option(names = "--give-up")
  private boolean giveUp;

  SolutionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::show);
  }

  private int show() throws IOException {
    String exercise = ExerciseIds.resolve(List.of(id)).get(0);
    Kit kit = Kit.here();
    List<Path> files = files(kit, exercise);
    if (!files.stream().allMatch(Files::exists)) {
      throw new Mistake(Messages.get("solution.none"));
    }
    if (!giveUp && !isSolved(kit, exercise)) {
      throw new Mistake(Messages.get("solution.not-yet", exercise.substring(0, 2)));
    }
    for (Path file : files) {
      console.out().println("── " + kit.shown(file));
      Files.readString(file)
          .lines()
          .filter(line -> !line.matches("\\s*// (answer|helper) \\w+|\\s*// end"))
          .forEach(console.out()::println);
    }
    return Kata.OK;
  }

  private static List<Path> files(Kit kit, String exercise) {
    Path solutions = kit.root().resolve("solutions");
    return Catalogue.places(exercise).isEmpty()
        ? List.of(solutions.resolve(Path.of(Catalogue.file(exercise)).getFileName()))
        : Catalogue.places(exercise).stream()
            .map(p -> kit.root().resolve(p.file().replaceFirst("exercises", "solutions")))
            .toList();
  }

  private static boolean isSolved(Kit kit, String exercise) {
    return Grader.grade(kit.exercises(), List.of(exercise)).standings().stream()
        .anyMatch(standing -> standing.state() == State.SOLVED);
  }
}
