package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Standing;

/** Compiles what has changed and runs the tests of some exercises in this JVM. */
final class Grader {
  private Grader() {}

  static List<Standing> grade(AnswerSet answers, List<String> exercises) {
    answers.compileIfChanged();
    AnswerRun run = new AnswerRun(List.of(answers.classes(), tests()));
    return EarlyEnd.saying(Messages.get("check.stopped"), () -> run.grade(exercises));
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
