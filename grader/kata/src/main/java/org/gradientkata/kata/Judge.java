package org.gradientkata.kata;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.State;

/**
 * Has workers compile and grade, and turns whatever becomes of a worker into a verdict.
 *
 * @param answers the classes that are graded
 * @param workers who does it
 */
record Judge(AnswerSet answers, Workers workers) {

  /** An exercise can't be graded, and why. */
  static final class Ungraded extends Exception {
    private static final long serialVersionUID = 1L;

    Ungraded(String message) {
      super(message);
    }
  }

  /** The job was ended on purpose. */
  static final class Cancelled extends Exception {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super("cancelled");
    }
  }

  /** Compiles all answers. */
  void compile() throws Cancelled {
    try {
      workers.run(new Wire.Job(true, List.of(), List.of()), text -> {});
    } catch (Worker.Ended e) {
      if (e.wanted()) {
        throw new Cancelled();
      }
      throw new Mistake(Messages.get("worker.compiler"));
    }
  }

  /**
   * Grades an exercise.
   *
   * @param exercise number and name
   * @param failing exercises that are known to be wrong
   * @param output takes what the code prints
   */
  Wire.Result grade(String exercise, Set<String> failing, Consumer<String> output)
      throws Ungraded, Cancelled {
    Optional<Catalogue.Place> missing = missing(exercise);
    if (missing.isPresent()) {
      String name = missing.get().className();
      throw new Ungraded(Messages.get("class-missing", exercise, name, missing.get().file()));
    }
    Wire.Job job = new Wire.Job(false, List.of(exercise), List.copyOf(failing));
    try {
      return workers.run(job, output).stream()
          .filter(result -> result.exercise().equals(exercise))
          .findFirst()
          // A run that found no test is never fine.
          .orElseThrow(() -> new Ungraded(Messages.get("no-tests", exercise)));
    } catch (Worker.Ended e) {
      if (e.wanted()) {
        throw new Cancelled();
      }
      return e.silent()
          ? ended(exercise, State.TIMED_OUT, Messages.get("worker.silent"))
          : ended(exercise, State.WRONG, Messages.get("worker.ended", e.code()));
    }
  }

  /** The first class of an exercise that isn't there: without it its tests can't even be read. */
  private Optional<Catalogue.Place> missing(String exercise) {
    return Catalogue.places(exercise).stream()
        .filter(
            place ->
                !Files.exists(
                    answers.classes().resolve(place.className().replace('.', '/') + ".class")))
        .findFirst();
  }

  /** No test has told anything, so none has passed. */
  private static Wire.Result ended(String exercise, State state, String message) {
    Exercise of = Tests.exercise(exercise);
    int methods = Catalogue.places(exercise).stream().mapToInt(Catalogue.Place::methods).sum();
    Stage stage = of.question() > 0 ? Stage.QUESTION : Stage.SHAPE;
    String title = Messages.get("worker.title");
    Outcome all = new Outcome(exercise, "all", title, stage, state, message, 0);
    return new Wire.Result(exercise, state, methods, methods, List.of(all), false);
  }
}
