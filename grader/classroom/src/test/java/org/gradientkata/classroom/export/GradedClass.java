package org.gradientkata.classroom.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.ExerciseResult.StageResult;
import org.gradientkata.classroom.batch.ExerciseResult.TestResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.batch.SubmissionResult.Status;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.classroom.policy.Grading;

/** A small class that was graded: what each test says about its people stands there. */
final class GradedClass {
  static final BatchSettings SETTINGS =
      new BatchSettings(1, "kit", 7, "en", "bubblewrap", false, "none", "", "0/1");

  private GradedClass() {}

  static GradedBatch of(Grade... grades) {
    return new GradedBatch(SETTINGS, List.of(grades), List.of());
  }

  /** Somebody on the roster with results. */
  static Grade person(String id, String name, String email, ExerciseResult... exercises) {
    return grade(id, name, email, true, Status.GRADED, List.of(exercises));
  }

  /** A submission that nobody on the roster has. */
  static Grade stranger(String submission, ExerciseResult... exercises) {
    return grade(submission, "", "", false, Status.GRADED, List.of(exercises));
  }

  /** A submission without outcomes. */
  static Grade without(String id, Status status) {
    return grade(id, "", "", true, status, List.of());
  }

  /** Somebody who has handed in nothing. */
  static Grade missing(String id) {
    return Grading.raw()
        .grade(
            new Gradebook.Row(id, "", "", "", "no_submission", 0, 0, Map.of(), Map.of(), true),
            Optional.empty(),
            List.of());
  }

  static ExerciseResult sigmoid() {
    return exercise(
        "01 sigmoid",
        "solved",
        "",
        10,
        List.of(new StageResult("forward", 4, 4, ""), new StageResult("gradient", 6, 6, "")),
        List.of(test("isOneHalfAtZero", "forward", "solved", "")));
  }

  static ExerciseResult tanh(String message) {
    return exercise(
        "02 tanh",
        "wrong",
        "",
        4,
        List.of(new StageResult("forward", 4, 4, ""), new StageResult("gradient", 0, 6, message)),
        List.of(
            test("followsTheCurve", "forward", "solved", ""),
            test("derivativeIsTheSlope", "gradient", "wrong", message),
            test("passesNanOn", "edge", "not_started", "Write it.")));
  }

  static ExerciseResult forbidden() {
    return exercise(
        "03 relu",
        "forbidden_api",
        "System.exit in ReLU.value",
        0,
        List.of(new StageResult("forward", 0, 10, "")),
        List.of());
  }

  static ExerciseResult exercise(
      String name,
      String outcome,
      String detail,
      int points,
      List<StageResult> stages,
      List<TestResult> tests) {
    return new ExerciseResult(
        name, outcome, detail, points, 10, points, -1, 1, 1, stages, tests, List.of());
  }

  static TestResult test(String method, String stage, String state, String message) {
    return new TestResult(method, method + " <&>", stage, state, message);
  }

  private static Grade grade(
      String id,
      String name,
      String email,
      boolean listed,
      Status status,
      List<ExerciseResult> exercises) {
    int points = exercises.stream().mapToInt(ExerciseResult::points).sum();
    int maximum = exercises.stream().mapToInt(ExerciseResult::maximum).sum();
    Map<String, Integer> byExercise = new LinkedHashMap<>();
    Map<String, String> outcomes = new LinkedHashMap<>();
    exercises.forEach(e -> byExercise.put(e.exercise(), e.points()));
    exercises.forEach(e -> outcomes.put(e.exercise(), e.outcome()));
    SubmissionResult result =
        new SubmissionResult(
            1,
            "of-" + id,
            "of-" + id,
            "0".repeat(64),
            "kit",
            7,
            "en",
            "bubblewrap",
            false,
            status,
            points,
            maximum,
            List.of("a remark"),
            exercises);
    return Grading.raw()
        .grade(
            new Gradebook.Row(
                id,
                name,
                email,
                "of-" + id,
                "graded",
                points,
                maximum,
                byExercise,
                outcomes,
                listed),
            Optional.of(result),
            exercises);
  }
}
