package org.gradientkata.classroom.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.policy.Grade;

/**
 * The {@code results.json} of a Gradescope autograder: a test for each stage of an exercise. The
 * score at the top is the one that counts there; the tests show the raw points.
 */
final class GradescopeJson {
  private GradescopeJson() {}

  static Map<String, Object> of(Grade grade, BatchSettings settings) {
    SubmissionResult result = grade.result().get();
    List<String> output = new ArrayList<>(result.remarks());
    output.add(0, Words.grade(grade));
    if (settings.advisory()) {
      output.add(Words.text(settings.fromReports() ? "advisory-reports" : "advisory"));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("score", grade.points());
    all.put("output", String.join("\n", output));
    all.put("output_format", "text");
    all.put("visibility", "visible");
    all.put("stdout_visibility", "hidden");
    List<Map<String, Object>> tests = new ArrayList<>();
    for (ExerciseResult exercise : result.exercises()) {
      int number = 1;
      for (ExerciseResult.StageResult stage : exercise.stages()) {
        tests.add(test(exercise, stage, number++));
      }
    }
    all.put("tests", tests);
    return all;
  }

  private static Map<String, Object> test(
      ExerciseResult exercise, ExerciseResult.StageResult stage, int number) {
    boolean passed = stage.points() == stage.maximum();
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("number", exercise.exercise().substring(0, 2) + "." + number);
    test.put("name", exercise.exercise() + ": " + Words.text("stage." + stage.stage()));
    test.put("name_format", "text");
    test.put("score", stage.points());
    test.put("max_score", stage.maximum());
    test.put("status", passed ? "passed" : "failed");
    test.put("output", passed ? "" : output(exercise, stage));
    test.put("output_format", "text");
    test.put("visibility", "visible");
    return test;
  }

  private static String output(ExerciseResult exercise, ExerciseResult.StageResult stage) {
    return String.join("\n", Words.outcome(exercise), exercise.detail(), stage.reason()).strip();
  }
}
