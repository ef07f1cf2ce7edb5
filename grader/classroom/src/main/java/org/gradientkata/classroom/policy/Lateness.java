package org.gradientkata.classroom.policy;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How late a submission is, and what that costs.
 *
 * @param submitted when it was handed in
 * @param deadline when it was due
 * @param extended whether somebody gave this person more time
 * @param days late, each counted once it has begun; 0 within the grace
 * @param percentOff what is taken off the grade
 */
public record Lateness(
    Instant submitted, Instant deadline, boolean extended, int days, BigDecimal percentOff) {

  Lateness(Instant submitted, Instant deadline, boolean extended, int days) {
    this(submitted, deadline, extended, days, BigDecimal.ZERO);
  }

  Lateness costing(BigDecimal percent) {
    return new Lateness(submitted, deadline, extended, days, percent);
  }
}
