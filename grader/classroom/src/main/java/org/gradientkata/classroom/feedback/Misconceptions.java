package org.gradientkata.classroom.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Texts;

/**
 * Which known mistakes the tests have recognised by their numbers: a test's message then holds the
 * text of the twin with the same numbers, in the language in which it ran.
 */
final class Misconceptions {
  private static final String IDEA = "→ ";
  private static final List<String> KINDS = List.of("twin.", "convention.");

  private final Map<String, Map<String, String>> keys = new HashMap<>();

  /**
   * The mistakes in an exercise.
   *
   * @param exercise its result
   * @return names of texts of the exercise, each once
   */
  Set<String> of(ExerciseResult exercise) {
    Set<String> found = new TreeSet<>();
    if (!Catalogue.exercises().contains(exercise.exercise())) {
      return found;
    }
    Map<String, String> known = keys.computeIfAbsent(exercise.exercise(), Misconceptions::keys);
    for (ExerciseResult.TestResult test : exercise.tests()) {
      test.message()
          .lines()
          .filter(line -> line.startsWith(IDEA))
          .map(line -> known.get(line.substring(IDEA.length()).strip()))
          .filter(java.util.Objects::nonNull)
          .forEach(found::add);
    }
    return found;
  }

  private static Map<String, String> keys(String exercise) {
    Map<String, String> keys = new HashMap<>();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      Texts texts = Texts.of(exercise, locale);
      texts.keys().stream()
          .filter(key -> KINDS.stream().anyMatch(key::startsWith))
          .forEach(key -> keys.put(texts.get(key), key));
    }
    return keys;
  }
}
