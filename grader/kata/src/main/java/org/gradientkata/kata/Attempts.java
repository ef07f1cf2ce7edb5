package org.gradientkata.kata;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.gradientkata.suite.StubHistory;

/**
 * Which hints were given, and to which code. Comments and blanks are no code: adding some is no new
 * attempt.
 *
 * @param file where it is kept
 */
record Attempts(StateFile file) {

  /** What is kept in a checkout. */
  static Attempts in(Path root) {
    return new Attempts(StateFile.in(root, "hints.properties"));
  }

  /** A sum over the code of an exercise as it stands now. */
  static String code(Path root, String exercise) {
    String all =
        ExerciseFile.of(exercise).stream()
            .filter(f -> f.isThere(root))
            .map(f -> f.text(root).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|(?m)^\\s*#[^\n]*", ""))
            .collect(Collectors.joining());
    return StubHistory.line("", all.replaceAll("\\s+", "")).strip();
  }

  /** How many hints of an exercise were given. */
  int hints(String exercise) {
    String value = file.get(name(exercise));
    return value.matches("[1-3] .*") ? value.charAt(0) - '0' : 0;
  }

  /** Whether the code is still what it was at the last hint. */
  boolean isCodeOfLastHint(String exercise, String code) {
    return file.get(name(exercise)).endsWith(" " + code);
  }

  void put(String exercise, int hints, String code) {
    file.put(name(exercise), hints + " " + code);
  }

  private static String name(String exercise) {
    return exercise.substring(exercise.indexOf(' ') + 1);
  }
}
