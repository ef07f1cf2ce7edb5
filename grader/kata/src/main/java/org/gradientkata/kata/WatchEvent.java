package org.gradientkata.kata;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.suite.Standing;

/** What happens while somebody watches. */
sealed interface WatchEvent {

  /**
   * Files were saved.
   *
   * @param files new, changed or gone
   */
  record Saved(Set<Path> files) implements WatchEvent {}

  /**
   * A key was typed.
   *
   * @param key its letter, or one of {@link WatchScreen}'s
   */
  record Key(int key) implements WatchEvent {}

  /**
   * A job came to its end.
   *
   * @param job its number
   * @param exercise what it graded
   * @param standing the result; empty if it could not be graded or was cancelled
   * @param ungraded why it could not be graded; empty if it was cancelled
   * @param printed what the code printed
   * @param again whether it only says what an earlier run has found, without what was printed
   */
  record Ended(
      int job,
      String exercise,
      Optional<Standing> standing,
      Optional<String> ungraded,
      String printed,
      boolean again)
      implements WatchEvent {}

  /**
   * A job has had its time since something newer came.
   *
   * @param job its number
   */
  record Overdue(int job) implements WatchEvent {}

  /**
   * A job is going on for longer than a blink.
   *
   * @param job its number
   */
  record Busy(int job) implements WatchEvent {}
}
