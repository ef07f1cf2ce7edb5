package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradientkata.suite.Catalogue;

/** Finds exercises by what people type for them: {@code 1}, {@code 01}, {@code sigmoid}. */
final class ExerciseIds {
  private ExerciseIds() {}

  /** The exercises meant; all of them if nothing was typed. */
  static List<String> resolve(List<String> typed) {
    if (typed.isEmpty()) {
      return Catalogue.exercises();
    }
    List<String> found = new ArrayList<>();
    for (String id : typed) {
      String exercise = find(id).orElseThrow(() -> unknown(id));
      if (!found.contains(exercise)) {
        found.add(exercise);
      }
    }
    return found.stream().sorted().toList();
  }

  private static Optional<String> find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return Catalogue.exercises().stream()
        .filter(
            exercise ->
                exercise.equals(wanted)
                    || number(exercise).equals(wanted)
                    || number(exercise).equals("0" + wanted)
                    || name(exercise).equals(wanted)
                    || classNames(exercise).anyMatch(c -> c.equalsIgnoreCase(wanted)))
        .findFirst();
  }

  private static UsageProblem unknown(String typed) {
    List<String> words =
        Catalogue.exercises().stream()
            .flatMap(e -> Stream.concat(Stream.of(name(e)), classNames(e)))
            .toList();
    String meant =
        Suggestion.nearest(typed, words).map(word -> Messages.get("did-you-mean", word)).orElse("");
    return new UsageProblem(Messages.get("exercise.unknown", typed) + meant);
  }

  private static Stream<String> classNames(String exercise) {
    return Catalogue.places(exercise).stream()
        .map(place -> place.className().substring(place.className().lastIndexOf('.') + 1));
  }

  private static String number(String exercise) {
    return exercise.substring(0, exercise.indexOf(' '));
  }

  private static String name(String exercise) {
    return exercise.substring(exercise.indexOf(' ') + 1);
  }
}
