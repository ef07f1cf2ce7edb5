package org.gradientkata.classroom.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.policy.Grade;

/**
 * What GitHub Classroom's autograding-grading-reporter reads, in base64, from {@code NAME_RESULTS}
 * in its environment. It adds up the scores of the tests, so these are the parts of the grade.
 */
final class GithubJson {
  private static final int VERSION = 1;

  private GithubJson() {}

  static Map<String, Object> of(Grade grade) {
    SubmissionResult result = grade.result().get();
    List<Map<String, Object>> tests = new ArrayList<>();
    for (ExerciseResult exercise : result.exercises()) {
      tests.add(test(exercise, grade.exercises().get(exercise.exercise())));
    }
    if (tests.isEmpty()) {
      tests.add(test(result));
    }
    boolean passed = tests.stream().allMatch(t -> t.get("status").equals("pass"));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", VERSION);
    all.put("status", passed ? "pass" : status(result));
    all.put("max_score", grade.maximum());
    all.put("tests", tests);
    return all;
  }

  private static String status(SubmissionResult result) {
    return result.status() == SubmissionResult.Status.GRADER_ERROR ? "error" : "fail";
  }

  private static Map<String, Object> test(ExerciseResult exercise, BigDecimal score) {
    String message =
        Words.text(
            "exercise",
            exercise.exercise(),
            Words.outcome(exercise),
            exercise.points(),
            exercise.maximum());
    return test(
        exercise.exercise(), exercise.outcome().equals("solved") ? "pass" : "fail", score, message);
  }

  /** The reporter divides by the number of tests. */
  private static Map<String, Object> test(SubmissionResult result) {
    return test(
        result.submission(), status(result), BigDecimal.ZERO, String.join("\n", result.remarks()));
  }

  private static Map<String, Object> test(
      String name, String status, BigDecimal score, String message) {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("name", name);
    test.put("status", status);
    test.put("score", score);
    test.put("message", message);
    test.put("test_code", "");
    test.put("filename", "");
    test.put("line_no", 0);
    test.put("execution_time", "");
    return test;
  }
}
