package org.gradientkata.classroom.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** What the place of an exception looks like in a message: {@code (Sigmoid.java:17)}. */
  private static final String LINE = ".java:";

  /**
   * What was said of the same answer. Where a line was named the class files must be the same to
   * the byte, otherwise their code.
   */
  synchronized Optional<ExerciseResult> of(String exercise, ClosureKey key) {
    ExerciseResult exact = verdicts.get(exercise + key.exact());
    return Optional.ofNullable(exact != null ? exact : verdicts.get(exercise + key.code()));
  }

  synchronized void add(ExerciseResult result, ClosureKey key) {
    verdicts.put(result.exercise() + (namesLines(result) ? key.exact() : key.code()), result);
  }

  private static boolean namesLines(ExerciseResult result) {
    return Stream.of(
            Stream.of(result.detail()),
            result.stages().stream().map(ExerciseResult.StageResult::reason),
            result.tests().stream().map(ExerciseResult.TestResult::message))
        .flatMap(texts -> texts)
        .anyMatch(text -> text.contains(LINE));
  }
}
