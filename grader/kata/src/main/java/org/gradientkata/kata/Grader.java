package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Standing;

/** Compiles what has changed and runs the tests of some exercises in this JVM. */
final class Grader {
  private Grader() {}

  /**
   * What came of it.
   *
   * @param standings the exercises that could be graded
   * @param ungraded a word for each of the others
   */
  record Grades(List<Standing> standings, List<String> ungraded) {}

  static Grades grade(AnswerSet answers, List<String> exercises) {
    answers.compileIfChanged();
    List<String> ungraded = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    for (String exercise : exercises) {
      missing(answers, exercise)
          .ifPresentOrElse(
              place ->
                  ungraded.add(
                      Messages.get("class-missing", exercise, place.className(), place.file())),
              () -> whole.add(exercise));
    }
    return new Grades(whole.isEmpty() ? List.of() : run(answers, whole, ungraded), ungraded);
  }

  private static List<Standing> run(
      AnswerSet answers, List<String> exercises, List<String> ungraded) {
    AnswerRun run = new AnswerRun(List.of(answers.classes(), answers.folder(), tests()));
    List<Standing> standings =
        EarlyEnd.saying(Messages.get("check.stopped"), () -> run.grade(exercises));
    Set<String> graded =
        standings.stream().map(s -> s.exercise().value()).collect(Collectors.toSet());
    // A run that found no test is never fine.
    exercises.stream()
        .filter(exercise -> !graded.contains(exercise))
        .forEach(exercise -> ungraded.add(Messages.get("no-tests", exercise)));
    return standings;
  }

  /** The first class of an exercise that isn't there: without it its tests can't even be read. */
  private static Optional<Catalogue.Place> missing(AnswerSet answers, String exercise) {
    return Catalogue.places(exercise).stream()
        .filter(
            place ->
                !Files.exists(
                    answers.classes().resolve(place.className().replace('.', '/') + ".class")))
        .findFirst();
  }

  /** The jar or folder of the suite's tests. */
  private static Path tests() {
    String anyTest = Catalogue.testClass(Catalogue.exercises().get(0)).replace('.', '/') + ".class";
    URL url = Grader.class.getClassLoader().getResource(anyTest);
    if (url == null) {
      throw new IllegalStateException("the tests are not on the class path: " + anyTest);
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      Path file = Path.of(url.toURI());
      return file.resolve("../".repeat(Path.of(anyTest).getNameCount())).normalize();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
