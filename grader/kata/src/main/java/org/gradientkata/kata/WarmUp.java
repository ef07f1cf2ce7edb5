package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.ScratchFolder;
import org.gradientkata.suite.Twins;

/**
 * Makes a JVM quick before its first job: it compiles the answers to a place where nobody looks,
 * and grades an answer of the kit's own. Nothing that a learner wrote is run.
 */
final class WarmUp {
  private static final int ROUNDS = 3;

  private final AnswerSet answers;

  WarmUp(AnswerSet answers) {
    this.answers = answers;
  }

  void run() {
    try (ScratchFolder scratch = ScratchFolder.make("kata")) {
      Path classes = Files.createDirectory(scratch.path().resolve("classes"));
      Path wrong = Files.createDirectory(scratch.path().resolve("wrong"));
      String exercise = Catalogue.exercises().get(0);
      String className = Catalogue.places(exercise).get(0).className();
      String simpleName = className.substring(className.lastIndexOf('.') + 1);
      write(Twins.of(simpleName).get(0).classes(), wrong);
      AnswerRun run = new AnswerRun(List.of(wrong, answers.folder(), Tests.place()));
      for (int i = 0; i < ROUNDS; i++) {
        answers.compileTo(classes);
        run.grade(List.of(exercise));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Map<String, byte[]> classes, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      Path file = folder.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }
}
