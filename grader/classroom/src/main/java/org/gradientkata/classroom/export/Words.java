package org.gradientkata.classroom.export;

import java.util.List;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.policy.Grade;

/** What an export says in sentences, in the reader's language. */
final class Words {
  private Words() {}

  /** A grade in a line: the points, and each exercise that isn't solved. */
  static String summary(Grade grade) {
    List<ExerciseResult> exercises = grade.result().map(r -> r.exercises()).orElse(List.of());
    long solved = exercises.stream().filter(e -> e.outcome().equals("solved")).count();
    StringBuilder text = new StringBuilder(points(grade));
    text.append(' ').append(text("solved", solved, exercises.size()));
    for (ExerciseResult e : exercises) {
      if (!e.outcome().equals("solved") && !e.outcome().equals("not_started")) {
        text.append(' ')
            .append(text("exercise", e.exercise(), outcome(e), e.points(), e.maximum()));
      }
    }
    return text.toString();
  }

  /** The raw points. */
  static String points(Grade grade) {
    return text("points", grade.row().points(), grade.row().maximum());
  }

  /** Such as {@code does not compile}. */
  static String outcome(ExerciseResult exercise) {
    return text("outcome." + exercise.outcome());
  }

  static String text(String key, Object... arguments) {
    return ClassroomTexts.get("export." + key, arguments);
  }
}
