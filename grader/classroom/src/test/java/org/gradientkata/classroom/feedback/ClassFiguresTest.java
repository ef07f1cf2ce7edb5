package org.gradientkata.classroom.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.ExerciseResult.TestResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.export.GradedBatch;
import org.gradientkata.classroom.feedback.ClassFigures.Difficulty;
import org.gradientkata.classroom.feedback.ClassFigures.Misconception;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.classroom.policy.Grading;
import org.gradientkata.suite.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the figures of a class")
class ClassFiguresTest {
  private static final String TWIN = "twin.Sigmoid.value.sign-of-exponent";
  private final List<Grade> grades = new ArrayList<>();

  @Test
  @DisplayName("have the people by tenths, mean and median, those without a grade apart")
  void distribution() {
    add("a", exercise("01 sigmoid", "solved", 10, ""));
    add("b", exercise("01 sigmoid", "wrong", 9, ""));
    add("c", exercise("01 sigmoid", "wrong", 1, ""));
    add("d");

    ClassFigures figures = figures();

    assertThat(figures.people()).isEqualTo(3);
    assertThat(figures.without()).isEqualTo(1);
    assertThat(figures.distribution()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 2);
    assertThat(figures.mean()).isBetween(66.6, 66.7); // (100 + 90 + 10)/3
    assertThat(figures.median()).isEqualTo(90);
  }

  @Test
  @DisplayName("call hardest what the fewest of those who tried it solved")
  void hardest() {
    add(
        "a",
        exercise("01 sigmoid", "solved", 10, ""),
        exercise("02 tanh", "wrong", 4, ""),
        exercise("03 relu", "not_started", 0, ""));
    add(
        "b",
        exercise("01 sigmoid", "wrong", 5, ""),
        exercise("02 tanh", "wrong", 0, ""),
        exercise("03 relu", "solved", 10, ""));

    ClassFigures figures = figures();

    assertThat(figures.hardest())
        .containsExactly(
            new Difficulty("02 tanh", 2, 0, 4, 10), new Difficulty("01 sigmoid", 2, 1, 15, 10));
    assertThat(figures.hardest().get(0).share()).isEqualTo(0.2);
    assertThat(figures.exercises().get(2)).isEqualTo(new Difficulty("03 relu", 1, 1, 10, 10));
  }

  @Test
  @DisplayName("count a misconception once a submission, in whichever language it was told")
  void misconceptions() {
    String english = "seen 1\n→ " + Texts.of("01 sigmoid", Locale.ENGLISH).get(TWIN);
    String japanese = "→ " + Texts.of("01 sigmoid", Locale.JAPANESE).get(TWIN);
    add("a", exercise("01 sigmoid", "wrong", 5, english));
    add("b", exercise("01 sigmoid", "wrong", 5, japanese));
    add("c", exercise("02 tanh", "wrong", 5, english), exercise("03 relu", "wrong", 0, "→ else"));
    // Of a group both have the grade, and there is one submission.
    grades.add(grades.get(0));

    assertThat(figures().misconceptions())
        .containsExactly(new Misconception("01 sigmoid", TWIN, 2));
  }

  @Test
  @DisplayName("are empty for an empty class")
  void nobody() {
    assertThat(figures().people()).isZero();
    assertThat(figures().median()).isZero();
    assertThat(figures().hardest()).isEmpty();
  }

  private ClassFigures figures() {
    BatchSettings settings = new BatchSettings(1, "kit", 7, "en", "none", false, "", "", "0/1");
    return ClassFigures.of(new GradedBatch(settings, grades, List.of()));
  }

  private void add(String id, ExerciseResult... all) {
    List<ExerciseResult> exercises = List.of(all);
    int points = exercises.stream().mapToInt(ExerciseResult::points).sum();
    int maximum = exercises.stream().mapToInt(ExerciseResult::maximum).sum();
    Map<String, Integer> byExercise = new java.util.TreeMap<>();
    exercises.forEach(e -> byExercise.put(e.exercise(), e.points()));
    SubmissionResult result =
        new SubmissionResult(
            1,
            id,
            id,
            "",
            "kit",
            7,
            "en",
            "none",
            false,
            SubmissionResult.Status.GRADED,
            points,
            maximum,
            List.of(),
            exercises);
    Gradebook.Row row =
        new Gradebook.Row(id, "", "", id, "graded", points, maximum, byExercise, Map.of(), true);
    grades.add(Grading.raw().grade(row, Optional.of(result), exercises));
  }

  /** With its message twice, as when two tests find the same. */
  private static ExerciseResult exercise(String name, String outcome, int points, String message) {
    List<TestResult> tests =
        List.of(
            new TestResult("a", "a", "forward", "wrong", message),
            new TestResult("b", "b", "forward", "wrong", message));
    return new ExerciseResult(
        name, outcome, "", points, 10, points, -1, 1, 1, List.of(), tests, List.of());
  }
}
