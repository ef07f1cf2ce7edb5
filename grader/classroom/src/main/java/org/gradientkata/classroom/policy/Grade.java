package org.gradientkata.classroom.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SubmissionResult;

/**
 * The grade of a person. The raw points stay in the row.
 *
 * @param row of the gradebook
 * @param result what came of the submission, if there is one
 * @param exercises what each exercise adds to the grade
 * @param points the grade
 * @param maximum the best grade
 */
public record Grade(
    Gradebook.Row row,
    Optional<SubmissionResult> result,
    Map<String, BigDecimal> exercises,
    BigDecimal points,
    BigDecimal maximum) {
  private static final int DIGITS = 2;

  /**
   * The raw points as a grade.
   *
   * @param row of the gradebook
   * @param result what came of the submission, if there is one
   * @return the grade
   */
  public static Grade raw(Gradebook.Row row, Optional<SubmissionResult> result) {
    Map<String, BigDecimal> exercises = new TreeMap<>();
    row.exercises().forEach((name, points) -> exercises.put(name, BigDecimal.valueOf(points)));
    return new Grade(
        row,
        result,
        exercises,
        BigDecimal.valueOf(row.points()),
        BigDecimal.valueOf(row.maximum()));
  }

  /**
   * Whether there is a grade at all: nobody gets 0 because nothing was there to grade.
   *
   * @return false without a submission, and for one that could not be read or graded
   */
  public boolean isThere() {
    return maximum.signum() > 0;
  }

  /**
   * The grade on a scale of 100.
   *
   * @return 0 to 100, with two digits at most
   */
  public BigDecimal percent() {
    return points
        .multiply(BigDecimal.valueOf(100))
        .divide(maximum, DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  /**
   * A number as files hold it.
   *
   * @param number a number
   * @return its digits, without an exponent and without zeros at the end
   */
  public static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
