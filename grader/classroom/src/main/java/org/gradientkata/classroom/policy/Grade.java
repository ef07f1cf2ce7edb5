package org.gradientkata.classroom.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
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
 * @param lateness how late it was, if a deadline and the time of the submission are known
 */
public record Grade(
    Gradebook.Row row,
    Optional<SubmissionResult> result,
    Map<String, BigDecimal> exercises,
    BigDecimal points,
    BigDecimal maximum,
    Optional<Lateness> lateness) {
  private static final int DIGITS = 2;

  /**
   * Whether there is a grade at all: nobody gets 0 because nothing was there to grade.
   *
   * @return false without a submission, unless the policy makes that 0, and for one that could not
   *     be read or graded
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
