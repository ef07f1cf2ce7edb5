package org.gradientkata.classroom.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Verdicts of a batch, by what they depend on; the least recently used ones are forgotten. */
final class KnownVerdicts {
  /** Some kilobytes each. */
  private static final int MOST = 4_000;

  private final Map<String, ExerciseResult> verdicts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ExerciseResult> eldest) {
          return size() > MOST;
        }
      };

  /**
   * What was said of the same answer. Messages about a mistake name lines, so there the class files
   * must be the same to the byte; of a solved exercise nothing is said.
   */
  synchronized Optional<ExerciseResult> of(String exercise, ClosureKey key) {
    ExerciseResult exact = verdicts.get(exercise + key.exact());
    return Optional.ofNullable(exact != null ? exact : verdicts.get(exercise + key.code()));
  }

  synchronized void add(ExerciseResult result, ClosureKey key) {
    boolean solved = result.outcome().equals("solved");
    verdicts.put(result.exercise() + (solved ? key.code() : key.exact()), result);
  }
}
