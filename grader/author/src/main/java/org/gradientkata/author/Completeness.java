package org.gradientkata.author;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Lessons;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.quiz.Quiz;

/** Finds what an exercise still lacks, from its stub to its Japanese lesson. */
public final class Completeness {
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");

  private static final int FEWEST_TWINS = 3;

  private final KitTree tree;

  /**
   * Looks at a checkout.
   *
   * @param root the folder of the parent pom
   */
  public Completeness(Path root) {
    this.tree = new KitTree(root);
  }

  /**
   * What an exercise lacks.
   *
   * @param exercise number and name
   * @return empty if it is whole
   * @throws AuthorException if a solution or its variants are malformed
   */
  public List<Lack> lacking(String exercise) {
    List<Lack> lacks = new ArrayList<>();
    if (!exercise.equals(Quiz.EXERCISE)) {
      lacks.addAll(classes(exercise));
      lacks.addAll(lessons(exercise));
      if (Quiz.ofKit().questions().stream().noneMatch(q -> q.exercise().equals(exercise))) {
        lacks.add(Lack.of(Lack.Kind.QUESTION));
      }
    }
    lacks.addAll(tests(exercise));
    lacks.addAll(new TextFiles(tree, exercise).lacking());
    return lacks;
  }

  private List<Lack> classes(String exercise) {
    List<Lack> lacks = new ArrayList<>();
    List<Variant> variants = new ArrayList<>();
    for (Path solution : tree.solutions(exercise)) {
      String classPath = tree.classPathOf(solution);
      variants.addAll(tree.variantsOf(solution));
      Path stub = tree.stub(classPath);
      if (!Files.exists(stub)
          || !KitTree.read(stub).equals(StubCutter.cut(tree.source(solution)))) {
        lacks.add(Lack.of(Lack.Kind.STUB, tree.editedFile(classPath)));
      }
    }
    long twins = variants.stream().filter(v -> v.kind() == Variant.Kind.TWIN).count();
    if (twins < FEWEST_TWINS) {
      lacks.add(Lack.of(Lack.Kind.TWINS, twins));
    }
    if (variants.stream().noneMatch(v -> v.kind() == Variant.Kind.RIGHT)) {
      lacks.add(Lack.of(Lack.Kind.RIGHT_FORM));
    }
    return lacks;
  }

  private static List<Lack> tests(String exercise) {
    String testClass = Catalogue.testClass(exercise);
    Optional<Manifest.Entry> entry = entry(exercise);
    if (entry.isEmpty()) {
      return List.of(Lack.of(Lack.Kind.TEST_CLASS, testClass));
    }
    boolean worth = entry.get().points().values().stream().anyMatch(points -> points > 0);
    return worth ? List.of() : List.of(Lack.of(Lack.Kind.POINTS, testClass));
  }

  private List<Lack> lessons(String exercise) {
    List<Lack> lacks = new ArrayList<>();
    for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      String name = Lessons.file(exercise, language).orElseThrow();
      Path lesson = tree.root().resolve(name);
      if (!Files.exists(lesson)) {
        lacks.add(Lack.of(Lack.Kind.LESSON, name));
      } else if (!hasPicture(lesson)) {
        lacks.add(Lack.of(Lack.Kind.PICTURE, name));
      }
    }
    return lacks;
  }

  private static boolean hasPicture(Path lesson) {
    Matcher link = PICTURE.matcher(KitTree.read(lesson));
    return link.find() && Files.exists(lesson.resolveSibling(link.group(1)));
  }

  private static Optional<Manifest.Entry> entry(String exercise) {
    ClassLoader loader = Completeness.class.getClassLoader();
    String file = Catalogue.testClass(exercise).replace('.', '/') + ".class";
    return loader.getResource(file) == null
        ? Optional.empty()
        : Optional.of(Manifest.read(exercise, loader));
  }

  /** The names of the test methods of an exercise; none if it has no test class. */
  static List<String> testMethods(String exercise) {
    return entry(exercise).stream()
        .flatMap(entry -> entry.tests().stream())
        .map(Manifest.Test::method)
        .toList();
  }
}
