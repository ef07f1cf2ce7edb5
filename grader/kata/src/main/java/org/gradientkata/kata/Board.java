package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;

/** What is known of each exercise from the results so far. */
final class Board {
  private final Map<String, Standing> standings = new HashMap<>();

  synchronized void put(Standing standing) {
    standings.put(standing.exercise().value(), standing);
  }

  synchronized void forget(String exercise) {
    standings.remove(exercise);
  }

  synchronized Optional<Standing> of(String exercise) {
    return Optional.ofNullable(standings.get(exercise));
  }

  /** Those of the given exercises that are known, in their order. */
  synchronized List<Standing> of(Collection<String> exercises) {
    List<Standing> known = new ArrayList<>();
    for (String exercise : exercises) {
      of(exercise).ifPresent(known::add);
    }
    return known;
  }

  boolean isSolved(String exercise) {
    return of(exercise).filter(s -> s.state() == State.SOLVED).isPresent();
  }

  /** Exercises in which something is wrong, or in what they build on. */
  synchronized Set<String> failing() {
    Set<String> failing = new TreeSet<>();
    for (String exercise : standings.keySet()) {
      if (isFailing(exercise)) {
        failing.add(exercise);
      }
    }
    return failing;
  }

  private boolean isFailing(String exercise) {
    Standing s = standings.get(exercise);
    if (s == null) {
      return false;
    }
    boolean waits = s.state() == State.WAITING;
    return s.state().isFailure()
        || (waits && List.of(s.exercise().after()).stream().anyMatch(this::isFailing));
  }

  /** All that an exercise builds on, as far as the tests say. */
  static Set<String> before(String exercise) {
    Set<String> all = new LinkedHashSet<>();
    collect(exercise, all);
    return all;
  }

  private static void collect(String exercise, Set<String> all) {
    for (String other : Tests.exercise(exercise).after()) {
      collect(other, all);
      all.add(other);
    }
  }
}
