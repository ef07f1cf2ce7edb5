package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradientkata.contract.NotStarted;

/**
 * Parts of a lab that an exercise is missing for, or that there was no time for: the lab shows the
 * others, and names these.
 */
final class LeftOut {
  private final Map<String, NotStarted> stubs = new LinkedHashMap<>();
  private final List<String> late = new ArrayList<>();

  /**
   * Runs a part.
   *
   * @param id its name
   * @param part what to run
   * @return what came of it; empty if it met a stub or the end of its time, which is kept
   */
  <T> Optional<T> unless(String id, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (NotStarted stub) {
      stubs.put(id, stub);
    } catch (Deadline.Over tooLate) {
      late.add(id);
    }
    return Optional.empty();
  }

  /** A part that could not even begin. */
  void late(String id) {
    late.add(id);
  }

  /** For each part that met a stub the exercise, such as {@code 02 tanh}. */
  Map<String, String> exercises() {
    Map<String, String> exercises = new LinkedHashMap<>();
    stubs.forEach((id, stub) -> exercises.put(id, stub.exercise()));
    return exercises;
  }

  /** The parts that there was no time for. */
  List<String> late() {
    return List.copyOf(late);
  }

  /** The first stub that was met. */
  NotStarted first() {
    return stubs.values().iterator().next();
  }
}
