package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;

/** The suite's tests, as they are on the class path. */
final class Tests {
  private Tests() {}

  /** Their jar or folder. */
  static Path place() {
    String anyTest = Catalogue.testClass(Catalogue.exercises().get(0)).replace('.', '/') + ".class";
    URL url = Tests.class.getClassLoader().getResource(anyTest);
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

  /** The points that an exercise is worth. */
  static int points(String name) {
    return new Standing(exercise(name), State.NOT_STARTED, 0, 0, List.of()).maximum();
  }

  /** What an exercise's test class says of it. */
  static Exercise exercise(String name) {
    try {
      return Class.forName(Catalogue.testClass(name), false, Tests.class.getClassLoader())
          .getAnnotation(Exercise.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
