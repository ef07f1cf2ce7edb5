package org.gradientkata.suite;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognises a wrong answer by its numbers: those of a known-wrong twin. */
public final class Diagnosis {
  /** Of twins that stand alone, so the same for every answer; some hundred numbers each. */
  private static final Recent<String, List<double[]>> OF_TWINS = new Recent<>(1_000);

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

  /** The twins whose numbers an answer gives: at most one a probe. */
  private static List<Twins.Twin> matches(Exercise exercise, ProbeRun answer) {
    Map<String, Optional<List<double[]>>> numbers = new HashMap<>();
    Map<String, Twins.Twin> matches = new LinkedHashMap<>();
    for (Twins.Twin twin : Twins.of(exercise)) {
      if (matches.containsKey(twin.probe())) {
        continue;
      }
      Optional<List<double[]>> seen = numbers.computeIfAbsent(twin.probe(), answer::numbers);
      Optional<List<double[]>> wrong = seen.isEmpty() ? seen : numbers(exercise, twin);
      if (wrong.isPresent() && answer.probes().get(twin.probe()).agree(seen.get(), wrong.get())) {
        matches.put(twin.probe(), twin);
      }
    }
    return List.copyOf(matches.values());
  }

  /** What a twin gives, alone or together with the answer's other classes. */
  private static Optional<List<double[]>> numbers(Exercise exercise, Twins.Twin twin) {
    String key = exercise.value() + " " + twin.textKey();
    Optional<List<double[]>> known = OF_TWINS.get(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<ProbeRun> run = ProbeRun.with(exercise, twin.classes());
    Optional<List<double[]>> numbers = run.flatMap(r -> r.numbers(twin.probe()));
    if (numbers.isPresent() && !run.get().hasMetTheAnswer()) {
      OF_TWINS.put(key, numbers.get());
    }
    return numbers;
  }
}
