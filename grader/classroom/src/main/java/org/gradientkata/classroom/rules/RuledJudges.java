package org.gradientkata.classroom.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Judge;
import org.gradientkata.classroom.batch.JudgeFactory;
import org.gradientkata.classroom.compile.AnswerCompiler;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.suite.Catalogue;

/**
 * Judges that look at a course's rules first. What breaks one is kept from the judge, as if it had
 * not been handed in, so it is not run, whoever builds on it waits, and nothing else changes.
 *
 * @param judges decide about all the rest
 * @param courseRules what the course forbids
 */
public record RuledJudges(JudgeFactory judges, CourseRules courseRules) implements JudgeFactory {

  @Override
  public Judge judge() throws IOException {
    Judge judge = judges.judge();
    return new Judge() {
      @Override
      public List<ExerciseResult> judge(Case answers) throws IOException {
        Map<String, Map<String, byte[]>> classes = new TreeMap<>();
        answers.files().forEach((name, file) -> classes.put(name, file.classes()));
        Map<String, List<String>> broken = courseRules.broken(classes, Catalogue.exercises());
        List<ExerciseResult> results =
            judge.judge(
                new Case(
                    without(answers.files(), broken.keySet()),
                    answers.sheet(),
                    answers.exercises(),
                    answers.predecessors(),
                    answers.seed(),
                    answers.failing()));
        List<ExerciseResult> ruled = new ArrayList<>();
        for (ExerciseResult result : results) {
          List<String> lines = broken.get(result.exercise());
          ruled.add(lines == null ? result : forbidden(result, lines));
        }
        return ruled;
      }

      @Override
      public void close() {
        judge.close();
      }
    };
  }

  private static Map<String, CompiledFile> without(
      Map<String, CompiledFile> files, Set<String> exercises) {
    Set<String> names = new HashSet<>();
    for (String exercise : exercises) {
      Catalogue.places(exercise).forEach(p -> names.add(p.className()));
    }
    Map<String, CompiledFile> others = new TreeMap<>(files);
    others.keySet().removeAll(names);
    return others;
  }

  private static ExerciseResult forbidden(ExerciseResult result, List<String> lines) {
    List<String> detail = new ArrayList<>(lines);
    detail.add(ClassroomTexts.get("rules.not-run"));
    return new ExerciseResult(
        result.exercise(),
        "forbidden_api",
        String.join("\n", detail),
        0,
        result.maximum(),
        0,
        result.pointsWithReference(),
        result.written(),
        result.methods(),
        result.stages().stream()
            .map(s -> new ExerciseResult.StageResult(s.stage(), 0, s.maximum(), ""))
            .toList(),
        List.of(),
        result.problems());
  }

  @Override
  public String isolation() {
    return judges.isolation();
  }

  @Override
  public boolean advisory() {
    return judges.advisory();
  }

  @Override
  public String limits() {
    return judges.limits();
  }

  @Override
  public String rules() {
    return courseRules.words();
  }

  @Override
  public List<Path> kit() {
    return judges.kit();
  }

  @Override
  public AnswerCompiler compiler() {
    return judges.compiler();
  }

  @Override
  public Map<String, List<String>> predecessors() {
    return judges.predecessors();
  }
}
