package org.gradientkata.classroom.batch;

import java.util.List;

/**
 * What came of a submission: the content of its file below {@code results}, described in {@code
 * docs/grade.schema.json}. It holds no times, so that equal input gives equal bytes.
 *
 * @param version of this form
 * @param submission the name of the submission
 * @param file the name of its folder or file
 * @param key equal if it would be graded to the same result
 * @param kit version and digest of the kit that graded
 * @param seed of the random inputs
 * @param language of the messages, {@code en} or {@code ja}
 * @param isolation what the answers ran in, such as {@code bubblewrap}
 * @param advisory whether nothing kept the answers from the grader: the verdicts are then only
 *     advice
 * @param status how far it came
 * @param points sum of the points
 * @param maximum sum of all points
 * @param remarks what was refused, in the reader's language
 * @param exercises each exercise, in order; empty if the status isn't {@code graded}
 */
public record SubmissionResult(
    int version,
    String submission,
    String file,
    String key,
    String kit,
    long seed,
    String language,
    String isolation,
    boolean advisory,
    Status status,
    int points,
    int maximum,
    List<String> remarks,
    List<ExerciseResult> exercises) {

  /** How far a submission came. */
  public enum Status {
    /** Its exercises have outcomes. */
    GRADED,
    /** It could not be read. */
    REFUSED,
    /** The grader failed; a further run tries it again. */
    GRADER_ERROR
  }
}
