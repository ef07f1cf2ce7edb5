package org.gradientkata.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie in a checkout.
 *
 * @param root the folder of the parent pom
 */
record KitTree(Path root) {
  private static final String JAVA = "src/main/java";

  /** All solved classes, sorted. */
  List<Path> solutions() {
    Path folder = root.resolve("solutions").resolve(JAVA);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The solved classes of an exercise, sorted. */
  List<Path> solutions(String exercise) {
    return solutions().stream().filter(s -> source(s).exercise().equals(exercise)).toList();
  }

  /** The variants of a solved class; none if it has no file of them. */
  List<Variant> variantsOf(Path solution) {
    Path file = variants(classPathOf(solution));
    return Files.exists(file) ? Variant.parse(file, source(solution), read(file)) : List.of();
  }

  /** The class's path without folder and ending, such as {@code org/gradientkata/layer/Affine}. */
  String classPathOf(Path solution) {
    String path = root.resolve("solutions").resolve(JAVA).relativize(solution).toString();
    return path.substring(0, path.length() - ".java".length()).replace('\\', '/');
  }

  /** The stub's path from the root, as a banner names it. */
  String editedFile(String classPath) {
    return "exercises/" + JAVA + "/" + classPath + ".java";
  }

  /** The stub. */
  Path stub(String classPath) {
    return root.resolve(editedFile(classPath));
  }

  /** The variants of a solved class; the file need not exist. */
  Path variants(String classPath) {
    return root.resolve("solutions/src/variants").resolve(classPath + ".variants");
  }

  /** The folder of what the suite carries as resources. */
  Path suiteResources() {
    return root.resolve("grader/suite/src/main/resources/org/gradientkata/suite");
  }

  /** Which tests and points each exercise has. */
  Path manifest() {
    return root.resolve("docs/manifest.json");
  }

  /** The folder of what the command line carries as resources. */
  Path kataResources() {
    return root.resolve("grader/kata/src/main/resources/org/gradientkata/kata");
  }

  /** The solved class with its markers. */
  MarkedSource source(Path solution) {
    return MarkedSource.parse(solution, editedFile(classPathOf(solution)), read(solution));
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
