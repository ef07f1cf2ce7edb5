package org.gradientkata.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises a wrong answer by its numbers: those of a known-wrong twin. */
public final class Diagnosis {
  private static final long[] SEEDS = {11, 12, 13};

  private Diagnosis() {}

  /** The texts of all twins that an answer matches, a line each. */
  static String text(Exercise exercise) {
    Texts texts = Texts.of(exercise.value());
    return ProbeRun.ofAnswer(exercise)
        .map(answer -> matches(exercise, answer))
        .orElse(List.of())
        .stream()
        .map(twin -> "→ " + texts.get(twin.textKey()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * The twins whose numbers an answer gives, for every seed.
   *
   * @param exercise the annotation of the exercise's test class
   * @param answer the answer's probes
   * @return at most one twin a probe
   */
  public static List<Twins.Twin> matches(Exercise exercise, ProbeRun answer) {
    List<Twins.Twin> matches = new ArrayList<>();
    for (Twins.Twin twin : Twins.of(exercise)) {
      boolean known = matches.stream().anyMatch(m -> m.probe().equals(twin.probe()));
      if (!known && isMatch(exercise, answer, twin)) {
        matches.add(twin);
      }
    }
    return matches;
  }

  /**
   * Whether an answer gives the numbers of a twin, for every seed.
   *
   * @param exercise the annotation of the exercise's test class
   * @param answer the answer's probes
   * @param twin the twin
   * @return false too if either hits a stub or throws
   */
  public static boolean isMatch(Exercise exercise, ProbeRun answer, Twins.Twin twin) {
    Probe probe = answer.probes().get(twin.probe());
    if (probe == null) {
      return false;
    }
    Optional<ProbeRun> wrong = ProbeRun.with(exercise, twin.classes());
    for (long seed : SEEDS) {
      Optional<double[]> a = answer.numbers(twin.probe(), seed);
      Optional<double[]> b = wrong.flatMap(w -> w.numbers(twin.probe(), seed));
      if (a.isEmpty() || b.isEmpty() || !probe.agree(a.get(), b.get())) {
        return false;
      }
    }
    return true;
  }
}
