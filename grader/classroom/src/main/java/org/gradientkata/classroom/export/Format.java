package org.gradientkata.classroom.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomMistake;

/** What reads an export. */
public enum Format {
  /** A spreadsheet program: a line for each person, a column for each exercise. */
  CSV,
  /** Any program: the same with outcomes. */
  JSON,
  /** Moodle, <i>Grades → Import → CSV file</i>. */
  MOODLE,
  /** Canvas, <i>Grades → Import</i>. */
  CANVAS,
  /** Gradescope, as the {@code results.json} of an autograder: one for each submission. */
  GRADESCOPE,
  /** GitHub Classroom's autograding reporter: one for each submission. */
  GITHUB,
  /** Whatever shows JUnit's reports: one for each submission. */
  JUNIT;

  /**
   * Whether there is a file for each submission.
   *
   * @return false for one file on all people
   */
  public boolean isFolder() {
    return this == GRADESCOPE || this == GITHUB || this == JUNIT;
  }

  /**
   * The format of a name.
   *
   * @param name in small letters
   * @return the format
   * @throws ClassroomMistake if there is none
   */
  public static Format of(String name) {
    return Arrays.stream(values())
        .filter(f -> f.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ClassroomMistake(
                    "export.format",
                    name,
                    Arrays.stream(values())
                        .map(Format::toString)
                        .collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
