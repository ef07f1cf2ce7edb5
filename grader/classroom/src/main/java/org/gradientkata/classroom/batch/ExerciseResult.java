package org.gradientkata.classroom.batch;

import java.util.List;

/**
 * What came of one exercise of a submission.
 *
 * @param exercise number and name
 * @param outcome how it ended, in the words of {@code docs/grade.schema.json}
 * @param detail what the outcome rests on: which call was forbidden, which file was refused
 * @param points points
 * @param maximum most points
 * @param pointsWithOwn points on the learner's own predecessors
 * @param pointsWithReference points on the reference's predecessors; -1 if that wasn't tried
 * @param written how many of its methods are written
 * @param methods how many methods it has
 * @param stages points by stage, of the run that counts
 * @param tests its tests, in the run that counts
 * @param problems what the compiler found
 */
public record ExerciseResult(
    String exercise,
    String outcome,
    String detail,
    int points,
    int maximum,
    int pointsWithOwn,
    int pointsWithReference,
    int written,
    int methods,
    List<StageResult> stages,
    List<TestResult> tests,
    List<ProblemResult> problems) {

  /**
   * The points of a stage.
   *
   * @param stage name in small letters
   * @param points points
   * @param maximum most points
   * @param reason why it has none, empty if it has
   */
  public record StageResult(String stage, int points, int maximum, String reason) {}

  /**
   * What came of a test.
   *
   * @param test the test's method
   * @param title what it checks
   * @param stage name in small letters
   * @param state name in small letters
   * @param message why it didn't pass
   */
  public record TestResult(String test, String title, String stage, String state, String message) {}

  /**
   * A compiler's error.
   *
   * @param file name of the exercise file
   * @param line line number, from 1
   * @param column column number, from 1
   * @param message the compiler's words
   */
  public record ProblemResult(String file, long line, long column, String message) {}
}
