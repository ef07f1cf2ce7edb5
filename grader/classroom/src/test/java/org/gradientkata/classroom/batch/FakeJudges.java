package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.classroom.compile.AnswerCompiler;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.compile.CompileLimits;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.classroom.compile.SubmissionCompiler;
import org.gradientkata.suite.Catalogue;

/**
 * Judges that look at class files only and run nothing: an exercise is solved if its classes are
 * there, and what builds on another is wrong unless that one is there too.
 */
final class FakeJudges implements JudgeFactory {
  private static final int POINTS = 10;
  private static final Map<String, List<String>> AFTER =
      Map.of("02 tanh", List.of("01 sigmoid"), "03 relu", List.of("02 tanh"));

  /** One for all tests, which ends with them: starting one takes a second. */
  private static final SubmissionCompiler COMPILER =
      new SubmissionCompiler(classPath(), CompileLimits.usual());

  final AtomicInteger judged = new AtomicInteger();
  final List<Judge.Case> cases = java.util.Collections.synchronizedList(new ArrayList<>());

  /** A submission that has exactly so many files makes the judge fail. */
  private int fatalSize = -1;

  private boolean advisory;
  private String wrong = "";
  private Throwable failure = new IllegalStateException("the judge fell ill");

  FakeJudges failingAt(int size, Throwable with) {
    fatalSize = size;
    failure = with;
    return this;
  }

  FakeJudges onlyAdvising() {
    advisory = true;
    return this;
  }

  /** From now on an exercise is wrong, whatever it stands on. */
  FakeJudges wrong(String exercise) {
    wrong = exercise;
    return this;
  }

  void recover() {
    fatalSize = -1;
  }

  @Override
  public Judge judge() {
    return new Judge() {
      @Override
      public List<ExerciseResult> judge(Case answers) throws IOException {
        judged.incrementAndGet();
        cases.add(answers);
        if (answers.files().size() == fatalSize) {
          if (failure instanceof Error e) {
            throw e;
          }
          throw (RuntimeException) failure;
        }
        return answers.exercises().stream().map(e -> result(answers, e)).toList();
      }

      @Override
      public void close() {}
    };
  }

  private ExerciseResult result(Judge.Case answers, String exercise) {
    boolean there = isThere(answers, exercise);
    boolean stands = !exercise.equals(wrong) && standsOnOthers(answers, exercise);
    String outcome = !there ? "not_started" : stands ? "solved" : "wrong";
    int points = there && stands ? POINTS : 0;
    return new ExerciseResult(
        exercise, outcome, "", points, POINTS, points, -1, 1, 1, List.of(), List.of(), List.of());
  }

  private static boolean standsOnOthers(Judge.Case answers, String exercise) {
    return answers.predecessors() == Judge.Predecessors.REFERENCE
        || AFTER.getOrDefault(exercise, List.of()).stream().allMatch(e -> isThere(answers, e));
  }

  private static boolean isThere(Judge.Case answers, String exercise) {
    List<Catalogue.Place> places = Catalogue.places(exercise);
    return !places.isEmpty()
        && answers.files().containsKey(places.get(0).className())
        && answers.files().get(places.get(0).className()).status() == CompiledFile.Status.COMPILED;
  }

  @Override
  public String isolation() {
    return "none";
  }

  @Override
  public boolean advisory() {
    return advisory;
  }

  @Override
  public String limits() {
    return "none";
  }

  @Override
  public List<Path> kit() {
    return CodePlaces.of(Catalogue.class);
  }

  @Override
  public AnswerCompiler compiler() {
    return new AnswerCompiler() {
      @Override
      public Map<String, CompiledFile> compile(Map<String, String> sources) throws IOException {
        synchronized (COMPILER) {
          return COMPILER.compile(sources);
        }
      }

      @Override
      public void close() {}
    };
  }

  private static List<Path> classPath() {
    List<Path> classPath = new ArrayList<>(CodePlaces.ofContract());
    classPath.addAll(CodePlaces.of(Sigmoid.class));
    return classPath;
  }

  @Override
  public Map<String, List<String>> predecessors() {
    return AFTER;
  }
}
