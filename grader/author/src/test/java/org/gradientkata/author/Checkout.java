package org.gradientkata.author;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The checkout in which the tests run, and the variants of its solutions.
 *
 * @param tree where things lie
 * @param classPath the class path of the tests
 */
record Checkout(KitTree tree, List<Path> classPath) {

  /**
   * A compiled variant.
   *
   * @param exercise number and name of its exercise
   * @param simpleName name of its class
   * @param variant the variant
   * @param classFiles its class files by path
   */
  record Compiled(
      String exercise, String simpleName, Variant variant, Map<String, byte[]> classFiles) {

    @Override
    public String toString() {
      return simpleName + " " + variant.name();
    }
  }

  /** The checkout around the working directory. */
  static Checkout here() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("exercises/pom.xml"))) {
      folder = folder.getParent();
    }
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    return new Checkout(new KitTree(folder), classPath);
  }

  /** All variants of all solutions, compiled; narrowed by {@code -Dkata.only=SIMPLE_NAME}. */
  List<Compiled> variants() {
    String only = System.getProperty("kata.only", "");
    VariantCompiler compiler = new VariantCompiler(tree, classPath);
    List<Compiled> all = new ArrayList<>();
    for (Path solution : tree.solutions()) {
      String path = tree.classPathOf(solution);
      String simpleName = path.substring(path.lastIndexOf('/') + 1);
      if (only.isEmpty() || Arrays.asList(only.split(",")).contains(simpleName)) {
        String exercise = tree.source(solution).exercise();
        compiler
            .compile(solution)
            .forEach((v, files) -> all.add(new Compiled(exercise, simpleName, v, files)));
      }
    }
    return all;
  }

  /** The solutions' classes and the suite's tests, as they stand on the class path. */
  List<Path> solutionsAndTests() {
    return classPath.stream()
        .filter(
            p ->
                p.startsWith(tree.root().resolve("solutions"))
                    || p.endsWith(Path.of("suite/target/test-classes"))
                    || p.getFileName().toString().matches("suite-.*-tests\\.jar"))
        .toList();
  }
}
