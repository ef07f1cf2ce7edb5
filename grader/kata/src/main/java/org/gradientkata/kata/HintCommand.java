package org.gradientkata.kata;

import java.util.List;
import java.util.concurrent.Callable;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Lessons;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Wrapped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives hints, one step at a time. */
@Command(name = "hint")
final class HintCommand implements Callable<Integer> {
  private static final int STEPS = 3;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..1")
  private String id;

  @Option(names = "--force")
  private boolean force;

  HintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::hint);
  }

  private int hint() {
    Kit kit = Kit.here();
    String exercise = id == null ? next(kit) : ExerciseIds.resolve(List.of(id)).get(0);
    Attempts attempts = Attempts.in(kit.root());
    String code = Attempts.code(kit.root(), exercise);
    int given = attempts.hints(exercise);
    String locked =
        given == 0 || given == STEPS || force ? "" : locked(kit, attempts, exercise, code);
    if (locked.isEmpty() && given < STEPS) {
      given++;
      attempts.put(exercise, given, code);
    }
    for (int step = 1; step <= given; step++) {
      console.out().println(Messages.get("hint.head", exercise, step, STEPS));
      say(Texts.of(exercise).get("hint." + step));
      console.out().println();
    }
    String number = exercise.substring(0, 2);
    if (!locked.isEmpty()) {
      say(Messages.get(locked, number));
    } else {
      say(Messages.get(given < STEPS ? "hint.more" : "hint.last", number));
    }
    if (Lessons.file(exercise).isPresent()) {
      say(Messages.get("hint.lesson", number));
    }
    return Kata.OK;
  }

  /** Why there is no next hint yet; empty if there is. */
  private static String locked(Kit kit, Attempts attempts, String exercise, String code) {
    if (attempts.isCodeOfLastHint(exercise, code)) {
      return "hint.same";
    }
    State state = state(kit, exercise);
    if (state == State.NOT_STARTED) {
      return "hint.empty";
    }
    return state == State.DOES_NOT_COMPILE ? "hint.broken" : "";
  }

  private static State state(Kit kit, String exercise) {
    return Grader.grade(kit.exercises(), List.of(exercise)).standings().stream()
        .map(Standing::state)
        .findFirst()
        .orElse(State.DOES_NOT_COMPILE);
  }

  private static String next(Kit kit) {
    return Grader.gradeChanged(kit.exercises(), Catalogue.exercises()).standings().stream()
        .filter(standing -> standing.state() != State.SOLVED)
        .map(standing -> standing.exercise().value())
        .findFirst()
        .orElseThrow(() -> new Mistake(Messages.get("hint.all-solved")));
  }

  private void say(String text) {
    Wrapped.lines(text, Math.min(90, console.columns())).forEach(console.out()::println);
  }
}
