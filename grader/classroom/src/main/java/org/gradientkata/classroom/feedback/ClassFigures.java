package org.gradientkata.classroom.feedback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.export.GradedBatch;
import org.gradientkata.classroom.policy.Grade;

/**
 * How a class did.
 *
 * @param people how many have a grade
 * @param without how many have none
 * @param distribution how many have each tenth of the best grade, from 0 to 9 %, 10 to 19 % … to 90
 *     to 100 %
 * @param mean mean grade in percent, 0 for nobody
 * @param median median grade in percent, 0 for nobody
 * @param exercises each exercise, in order
 * @param misconceptions the known mistakes, the most frequent first
 */
public record ClassFigures(
    int people,
    int without,
    List<Integer> distribution,
    double mean,
    double median,
    List<Difficulty> exercises,
    List<Misconception> misconceptions) {
  private static final int TENTHS = 10;
  private static final Set<String> NOTHING = Set.of("not_started", "no_report");

  /**
   * How hard an exercise was for those who tried it.
   *
   * @param exercise number and name
   * @param tried how many submissions hold something for it
   * @param solved how many of those solved it
   * @param points the sum of their points
   * @param maximum the points of one
   */
  public record Difficulty(String exercise, int tried, int solved, int points, int maximum) {

    /**
     * The share of the points that those who tried it have.
     *
     * @return 0 to 1; 1 if nobody tried it
     */
    public double share() {
      return tried == 0 || maximum == 0 ? 1 : (double) points / tried / maximum;
    }

    private double solvedShare() {
      return tried == 0 ? 1 : (double) solved / tried;
    }
  }

  /**
   * A known mistake.
   *
   * @param exercise number and name
   * @param key the name of its text among those of the exercise
   * @param submissions how many have it
   */
  public record Misconception(String exercise, String key, int submissions) {}

  /**
   * Counts.
   *
   * @param batch the grades
   * @return the figures: people by their grades, exercises and mistakes by submissions
   */
  public static ClassFigures of(GradedBatch batch) {
    double[] percents =
        batch.grades().stream()
            .filter(Grade::isThere)
            .map(Grade::percent)
            .mapToDouble(BigDecimal::doubleValue)
            .sorted()
            .toArray();
    Integer[] distribution = new Integer[TENTHS];
    Arrays.fill(distribution, 0);
    for (double percent : percents) {
      distribution[Math.min(TENTHS - 1, (int) (percent / TENTHS))]++;
    }
    List<SubmissionResult> results =
        batch.submissions().stream().map(g -> g.result().get()).toList();
    return new ClassFigures(
        percents.length,
        batch.grades().size() - percents.length,
        List.of(distribution),
        Arrays.stream(percents).average().orElse(0),
        median(percents),
        difficulties(results),
        misconceptions(results));
  }

  /**
   * The exercises that cost those who tried them most.
   *
   * @return the hardest first; none that all of them solved
   */
  public List<Difficulty> hardest() {
    return exercises.stream()
        .filter(e -> e.solved() < e.tried())
        .sorted(Comparator.comparing(Difficulty::solvedShare).thenComparing(Difficulty::share))
        .toList();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static List<Difficulty> difficulties(List<SubmissionResult> results) {
    Map<String, List<ExerciseResult>> byExercise = new TreeMap<>();
    for (SubmissionResult result : results) {
      for (ExerciseResult e : result.exercises()) {
        byExercise.computeIfAbsent(e.exercise(), name -> new ArrayList<>()).add(e);
      }
    }
    List<Difficulty> difficulties = new ArrayList<>();
    byExercise.forEach(
        (name, all) -> {
          List<ExerciseResult> tried =
              all.stream().filter(e -> !NOTHING.contains(e.outcome())).toList();
          difficulties.add(
              new Difficulty(
                  name,
                  tried.size(),
                  (int) tried.stream().filter(e -> e.outcome().equals("solved")).count(),
                  tried.stream().mapToInt(ExerciseResult::points).sum(),
                  all.get(0).maximum()));
        });
    return difficulties;
  }

  private static List<Misconception> misconceptions(List<SubmissionResult> results) {
    Misconceptions known = new Misconceptions();
    Map<List<String>, Integer> counts = new java.util.LinkedHashMap<>();
    for (SubmissionResult result : results) {
      for (ExerciseResult e : result.exercises()) {
        known.of(e).forEach(key -> counts.merge(List.of(e.exercise(), key), 1, Integer::sum));
      }
    }
    return counts.entrySet().stream()
        .map(c -> new Misconception(c.getKey().get(0), c.getKey().get(1), c.getValue()))
        .sorted(
            Comparator.comparing(Misconception::submissions)
                .reversed()
                .thenComparing(Misconception::exercise)
                .thenComparing(Misconception::key))
        .toList();
  }
}
