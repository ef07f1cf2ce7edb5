package org.gradientkata.suite;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one exercise stands after a run.
 *
 * @param exercise the annotation of its test class
 * @param state its state
 * @param written how many of its methods are written
 * @param methods how many methods it has
 * @param outcomes its tests, in the order in which they ran
 */
public record Standing(
    Exercise exercise, State state, int written, int methods, List<Outcome> outcomes) {

  /**
   * Judges an exercise by its tests.
   *
   * @param exercise the annotation of its test class
   * @param written how many of its methods are written
   * @param methods how many methods it has
   * @param outcomes its tests
   * @return its standing
   */
  static Standing of(Exercise exercise, int written, int methods, List<Outcome> outcomes) {
    return new Standing(
        exercise, state(written, outcomes), written, methods, List.copyOf(outcomes));
  }

  /** Of an exercise whose tests could not even be made nothing is known, least of all that. */
  private static State state(int written, List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return State.DOES_NOT_COMPILE;
    }
    for (State failure : List.of(State.DOES_NOT_COMPILE, State.TIMED_OUT, State.WRONG)) {
      if (outcomes.stream().anyMatch(o -> o.state() == failure)) {
        return failure;
      }
    }
    if (outcomes.stream().anyMatch(o -> o.state() == State.IN_PROGRESS)) {
      return State.IN_PROGRESS;
    }
    if (outcomes.stream().anyMatch(o -> o.state() == State.NOT_STARTED)) {
      return written > 0 ? State.IN_PROGRESS : State.NOT_STARTED;
    }
    return outcomes.stream().anyMatch(o -> o.state() == State.WAITING)
        ? State.WAITING
        : State.SOLVED;
  }

  /**
   * The points of each stage that has some.
   *
   * @return points by stage
   */
  public Map<Stage, Integer> worth() {
    return worth(exercise);
  }

  /** The points of each stage that has some. */
  static Map<Stage, Integer> worth(Exercise exercise) {
    Map<Stage, Integer> worth = new EnumMap<>(Stage.class);
    worth.put(Stage.SHAPE, exercise.shape());
    worth.put(Stage.FORWARD, exercise.forward());
    worth.put(Stage.GRADIENT, exercise.gradient());
    worth.put(Stage.EDGE, exercise.edge());
    worth.put(Stage.QUESTION, exercise.question());
    worth.values().removeIf(points -> points == 0);
    return worth;
  }

  /**
   * The points earned: those of each stage whose tests all pass, and for questions those of each
   * question, rounded down.
   *
   * @return points by stage, 0 for a stage that isn't complete
   */
  public Map<Stage, Integer> earned() {
    Map<Stage, Integer> earned = worth();
    earned.replaceAll(
        (stage, points) -> {
          if (stage == Stage.QUESTION) {
            return points * solved(stage) / Math.max(1, tests(stage).size());
          }
          return isComplete(stage) ? points : 0;
        });
    return earned;
  }

  private List<Outcome> tests(Stage stage) {
    return outcomes.stream().filter(o -> o.stage() == stage).toList();
  }

  private int solved(Stage stage) {
    return (int) tests(stage).stream().filter(o -> o.state() == State.SOLVED).count();
  }

  private boolean isComplete(Stage stage) {
    return !tests(stage).isEmpty() && solved(stage) == tests(stage).size();
  }

  /**
   * The sum of the earned points.
   *
   * @return points
   */
  public int points() {
    return earned().values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The sum of all points.
   *
   * @return points
   */
  public int maximum() {
    return worth().values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The first test that explains the state.
   *
   * @return empty if the exercise is solved
   */
  public Optional<Outcome> reason() {
    State wanted = state == State.IN_PROGRESS ? State.NOT_STARTED : state;
    return outcomes.stream().filter(o -> o.state() == wanted && wanted != State.SOLVED).findFirst();
  }

  /**
   * Why a stage earned no points.
   *
   * @param stage a stage
   * @return the title and the message of its first test that doesn't pass, empty if all do
   */
  public String reason(Stage stage) {
    return outcomes.stream()
        .filter(o -> o.stage() == stage && o.state() != State.SOLVED)
        .findFirst()
        .map(o -> o.title() + ": " + o.message())
        .orElse("");
  }
}
