package org.gradientkata.classroom.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SubmissionResult;

/**
 * Makes grades of points: {@code best · Σ wᵢ pᵢ / Σ wᵢ mᵢ · (1 − off)}, with the weight w, the
 * points p and the maximum m of each exercise.
 *
 * @param policy the rules
 * @param times when each person handed in, by id; those who aren't there were on time
 */
public record Grading(Policy policy, Map<String, Instant> times) {
  private static final int DIGITS = 2;
  private static final int MANY_DIGITS = 6;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * The raw points.
   *
   * @return a grading without rules
   */
  public static Grading raw() {
    return new Grading(Policy.NONE, Map.of());
  }

  /**
   * The grade of a person.
   *
   * @param row of the gradebook
   * @param result what came of the submission, if there is one
   * @param exercises those of the course with their maxima: what nobody's submission changes
   * @return the grade
   */
  public Grade grade(
      Gradebook.Row row, Optional<SubmissionResult> result, List<ExerciseResult> exercises) {
    boolean missing = row.submission().isEmpty() && policy.missingIsZero();
    boolean graded = result.map(r -> !r.exercises().isEmpty()).orElse(false);
    if (!graded && !missing) {
      return new Grade(row, result, Map.of(), BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    }
    BigDecimal sum =
        exercises.stream()
            .map(e -> policy.weight(e.exercise()).multiply(BigDecimal.valueOf(e.maximum())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal best = policy.best().orElse(sum);
    if (sum.signum() == 0) { // nobody's submission could be graded, so nobody knows the maxima
      return new Grade(row, result, Map.of(), BigDecimal.ZERO, best, Optional.empty());
    }
    Optional<Lateness> lateness =
        Optional.ofNullable(times.get(row.id())).flatMap(t -> policy.lateness(row.id(), t));
    BigDecimal kept = ALL.subtract(lateness.map(Lateness::percentOff).orElse(BigDecimal.ZERO));
    Map<String, BigDecimal> parts = new TreeMap<>();
    BigDecimal points = BigDecimal.ZERO;
    for (Map.Entry<String, Integer> entry : row.exercises().entrySet()) {
      BigDecimal weighted =
          policy.weight(entry.getKey()).multiply(BigDecimal.valueOf(entry.getValue()));
      points = points.add(weighted);
      parts.put(entry.getKey(), scaled(weighted, best, sum, kept, MANY_DIGITS));
    }
    return new Grade(row, result, parts, scaled(points, best, sum, kept, DIGITS), best, lateness);
  }

  private static BigDecimal scaled(
      BigDecimal weighted, BigDecimal best, BigDecimal sum, BigDecimal kept, int digits) {
    return weighted
        .multiply(best)
        .multiply(kept)
        .divide(sum.multiply(ALL), digits, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
