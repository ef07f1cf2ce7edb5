package org.gradientkata.labs.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradientkata.contract.NotStarted;

/** Parts of a lab that an exercise is missing for: the lab shows the others, and names these. */
final class NotWritten {
  private final Map<String, NotStarted> stubs = new LinkedHashMap<>();

  /**
   * Runs a part.
   *
   * @param id its name
   * @param part what to run
   * @return what came of it; empty if it met a stub, which is kept
   */
  <T> Optional<T> unless(String id, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (NotStarted stub) {
      stubs.put(id, stub);
      return Optional.empty();
    }
  }

  /** For each part that met a stub the exercise, such as {@code 02 tanh}. */
  Map<String, String> exercises() {
    Map<String, String> exercises = new LinkedHashMap<>();
    stubs.forEach((id, stub) -> exercises.put(id, stub.exercise()));
    return exercises;
  }

  /** The first stub that was met. */
  NotStarted first() {
    return stubs.values().iterator().next();
  }
}
