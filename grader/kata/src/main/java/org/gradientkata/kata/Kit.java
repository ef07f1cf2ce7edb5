package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gradientkata.suite.Fingerprint;

/**
 * The checkout that the commands work on.
 *
 * @param root the folder of the parent pom
 */
record Kit(Path root) {

  /** The checkout that the launcher names, else the one around the working directory. */
  static Kit here() {
    String named = System.getProperty("kata.root");
    Path folder = named == null ? Path.of("").toAbsolutePath() : Path.of(named).toAbsolutePath();
    for (Path f = folder; f != null; f = f.getParent()) {
      if (Files.exists(f.resolve("exercises/pom.xml"))) {
        return new Kit(f.normalize());
      }
    }
    throw new Mistake(Messages.get("kit.none", folder));
  }

  /** What the learner writes. */
  AnswerSet exercises() {
    return new AnswerSet(
        "exercises", sources("exercises"), root.resolve("exercises/target/classes"));
  }

  /** The reference. Its classes are kept apart from Maven's, which Error Prone has seen. */
  AnswerSet solutions() {
    return new AnswerSet(
        "solutions", sources("solutions"), root.resolve("grader/kata/target/solutions"));
  }

  /** Whether there are reference solutions: a handout has none. */
  boolean hasSolutions() {
    return Files.isDirectory(sources("solutions"));
  }

  AnswerSet answers(boolean solutions) {
    if (solutions && !hasSolutions()) {
      throw new Mistake(Messages.get("kit.no-solutions"));
    }
    return solutions ? solutions() : exercises();
  }

  /** A path as it was typed, seen from where it was typed: the launcher changes the folder. */
  static Path typed(String path) {
    return Path.of(System.getProperty("kata.cwd", "")).resolve(path).toAbsolutePath().normalize();
  }

  /** A path as a reader of messages wants it: from the root, if it is below. */
  String shown(Path path) {
    return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
  }

  /** What answers are compiled against: no answers, as two sets of one name may not meet. */
  static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of)
        .filter(entry -> !holdsAnswers(entry))
        .toList();
  }

  /** A sum over what answers are compiled against and graded with. */
  static String tools() throws IOException {
    Fingerprint sum = new Fingerprint();
    for (Path entry : classPath()) {
      sum.add(entry.toString());
      if (Files.isDirectory(entry)) { // where the kit is worked on
        AnswerSet.add(sum, entry, "");
      } else if (Files.exists(entry)) { // a jar, which the launcher's build wrote at one go
        sum.add(Files.size(entry) + " " + Files.getLastModifiedTime(entry));
      }
    }
    return sum.text();
  }

  private static boolean holdsAnswers(Path entry) {
    return entry.endsWith("exercises/target/classes")
        || entry.endsWith("solutions/target/classes")
        || entry.endsWith("grader/kata/target/solutions")
        || entry.getFileName().toString().matches("(exercises|solutions)-.*\\.jar");
  }

  private Path sources(String module) {
    return root.resolve(module).resolve("src/main/java");
  }
}
