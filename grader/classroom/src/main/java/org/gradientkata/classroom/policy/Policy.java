package org.gradientkata.classroom.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a course: what lateness costs, who has more time, what an exercise weighs. Read from
 * a small YAML file, which {@code docs/policy.schema.json} describes.
 *
 * @param deadline when all is due, if it matters
 * @param late what lateness costs
 * @param extensions more time for some, by id
 * @param weights by exercise; 1 for those that aren't there
 * @param best the best grade; if it isn't there the sum of the weighted points
 * @param missingIsZero whether somebody without a submission gets 0, and not no grade
 */
public record Policy(
    Optional<Instant> deadline,
    Late late,
    Map<String, Extension> extensions,
    Map<String, BigDecimal> weights,
    Optional<BigDecimal> best,
    boolean missingIsZero) {
  /** No rules: the raw points are the grade. */
  public static final Policy NONE =
      new Policy(
          Optional.empty(),
          new Late(Duration.ZERO, 0, BigDecimal.ZERO, Integer.MAX_VALUE),
          Map.of(),
          Map.of(),
          Optional.empty(),
          false);

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * What lateness costs.
   *
   * @param grace how late is still on time
   * @param freeDays days that cost nothing
   * @param percentPerDay what each further day, once begun, takes off the grade
   * @param lastDay the last day on which there is a grade above 0
   */
  public record Late(Duration grace, int freeDays, BigDecimal percentPerDay, int lastDay) {}

  /**
   * More time for somebody.
   *
   * @param deadline theirs
   * @param reason perhaps empty
   */
  public record Extension(Instant deadline, String reason) {}

  /**
   * How late a submission is.
   *
   * @param id the person's
   * @param submitted when it was handed in
   * @return empty if there is no deadline
   */
  Optional<Lateness> lateness(String id, Instant submitted) {
    Optional<Instant> due =
        Optional.ofNullable(extensions.get(id)).map(Extension::deadline).or(() -> deadline);
    return due.map(d -> new Lateness(submitted, d, extensions.containsKey(id), days(d, submitted)))
        .map(l -> l.costing(percentOff(l.days())));
  }

  private int days(Instant due, Instant submitted) {
    if (!submitted.isAfter(due.plus(late.grace()))) {
      return 0;
    }
    long seconds = Duration.between(due, submitted).toSeconds();
    long day = Duration.ofDays(1).toSeconds();
    return Math.toIntExact(Math.max(1, (seconds + day - 1) / day));
  }

  private BigDecimal percentOff(int days) {
    if (days > late.lastDay()) {
      return ALL;
    }
    BigDecimal counted = BigDecimal.valueOf(Math.max(0, days - late.freeDays()));
    return late.percentPerDay().multiply(counted).min(ALL);
  }

  BigDecimal weight(String exercise) {
    return weights.getOrDefault(exercise, BigDecimal.ONE);
  }
}
