package org.gradientkata.classroom.export;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.policy.Grade;

/** What an export says in sentences, in the reader's language. */
final class Words {
  private Words() {}

  /** A grade in a line: the points, and each exercise that isn't solved. */
  static String summary(Grade grade) {
    if (grade.result().isEmpty()) {
      return text("nothing");
    }
    List<ExerciseResult> exercises = grade.result().map(r -> r.exercises()).orElse(List.of());
    long solved = exercises.stream().filter(e -> e.outcome().equals("solved")).count();
    StringBuilder text = new StringBuilder(grade(grade));
    text.append(' ').append(text("solved", solved, exercises.size()));
    for (ExerciseResult e : exercises) {
      if (!e.outcome().equals("solved") && !e.outcome().equals("not_started")) {
        text.append(' ')
            .append(text("exercise", e.exercise(), outcome(e), e.points(), e.maximum()));
      }
    }
    return text.toString();
  }

  /** The raw points; the grade, where a policy makes something else of them; and why. */
  static String grade(Grade grade) {
    Gradebook.Row row = grade.row();
    List<String> parts = new ArrayList<>();
    parts.add(text("points", row.points(), row.maximum()));
    String number = Grade.text(grade.points());
    String best = Grade.text(grade.maximum());
    if (grade.isThere() && !(number + "/" + best).equals(row.points() + "/" + row.maximum())) {
      parts.add(text("grade", number, best));
    }
    grade
        .lateness()
        .filter(l -> l.days() > 0)
        .ifPresent(l -> parts.add(text("late", l.days(), Grade.text(l.percentOff()))));
    return String.join(" ", parts);
  }

  /** Such as {@code does not compile}. */
  static String outcome(ExerciseResult exercise) {
    return text("outcome." + exercise.outcome());
  }

  static String text(String key, Object... arguments) {
    return ClassroomTexts.get("export." + key, arguments);
  }
}
