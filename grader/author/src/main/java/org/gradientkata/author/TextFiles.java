package org.gradientkata.author;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.quiz.Quiz;

/** Compares the two text files of an exercise with each other and with what asks for the texts. */
final class TextFiles {
  private static final Pattern GAP = Pattern.compile("\\{\\d}");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");
  private static final Pattern BECAUSE = Pattern.compile("\\.because\\(\\s*\"([a-z0-9-]+)\"[,)]");
  private static final Pattern REQUIRE = Pattern.compile("\\brequire\\(.+?\"([a-z0-9-]+)\"");

  private final KitTree tree;
  private final String exercise;

  TextFiles(KitTree tree, String exercise) {
    this.tree = tree;
    this.exercise = exercise;
  }

  /** What the files lack, and what they have too much. */
  List<Lack> lacking() {
    String english = file("en");
    String japanese = file("ja");
    Properties en = load(english);
    Properties ja = load(japanese);
    List<Lack> lacks = new ArrayList<>();
    Set<String> both = needed();
    Set<String> japaneseToo = new TreeSet<>(both);
    // In English the tests' titles stand in the tests.
    Completeness.testMethods(exercise).forEach(m -> japaneseToo.add("test." + m));
    // Texts that only the quiz asks for; its own tests look at those.
    boolean quiz = exercise.equals(Quiz.EXERCISE);
    lacks.addAll(compare(english, en, both, quiz ? en.stringPropertyNames() : both));
    lacks.addAll(compare(japanese, ja, japaneseToo, quiz ? en.stringPropertyNames() : japaneseToo));
    for (String key : new TreeSet<>(en.stringPropertyNames())) {
      if (ja.containsKey(key) && !gaps(en, key).equals(gaps(ja, key))) {
        lacks.add(Lack.of(Lack.Kind.GAPS, japanese, key));
      }
    }
    return lacks;
  }

  private static List<Lack> compare(
      String file, Properties texts, Set<String> needed, Set<String> allowed) {
    List<Lack> lacks = new ArrayList<>();
    for (String key : needed) {
      if (texts.getProperty(key, "").isBlank()) {
        lacks.add(Lack.of(Lack.Kind.TEXT, file, key));
      }
    }
    for (String key : new TreeSet<>(texts.stringPropertyNames())) {
      if (!allowed.contains(key)) {
        lacks.add(Lack.of(Lack.Kind.UNUSED_TEXT, file, key));
      }
    }
    return lacks;
  }

  /** The keys that both languages need. */
  private Set<String> needed() {
    Set<String> keys = new TreeSet<>(List.of("title", "hint.1", "hint.2", "hint.3"));
    for (Path solution : tree.solutions(exercise)) {
      for (Variant variant : tree.variantsOf(solution)) {
        if (variant.kind() != Variant.Kind.RIGHT) {
          String kind = variant.kind() == Variant.Kind.TWIN ? "twin" : "convention";
          keys.add(String.join(".", kind, simpleName(solution), variant.method(), variant.name()));
        }
      }
    }
    String tests = testSource();
    List<String> words = found(LITERAL, tests);
    Set<String> literals = new TreeSet<>();
    becauseKeys().stream().filter(key -> isNamed(key, words)).forEach(literals::add);
    literals.addAll(found(BECAUSE, tests));
    literals.addAll(found(REQUIRE, tests));
    if (tests.contains("requireRefusal(")) { // names its text itself
      literals.add("refusal");
    }
    literals.forEach(key -> keys.add("because." + key));
    return keys;
  }

  /** Whether a word is the key, or ends in a hyphen and is how the key begins. */
  private static boolean isNamed(String key, List<String> words) {
    return words.stream().anyMatch(w -> w.equals(key) || (w.endsWith("-") && key.startsWith(w)));
  }

  /** The because-keys of either language. */
  private Set<String> becauseKeys() {
    Set<String> keys = new TreeSet<>(load(file("en")).stringPropertyNames());
    keys.addAll(load(file("ja")).stringPropertyNames());
    return keys.stream()
        .filter(key -> key.startsWith("because."))
        .map(key -> key.substring("because.".length()))
        .collect(Collectors.toSet());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /** The test class and what it calls of its own package. */
  private String testSource() {
    Path file =
        tree.root()
            .resolve("grader/suite/src/test/java")
            .resolve(Catalogue.testClass(exercise).replace('.', '/') + ".java");
    if (!Files.exists(file)) {
      return "";
    }
    String test = KitTree.read(file);
    try (Stream<Path> neighbours = Files.list(file.getParent())) {
      return neighbours
          .filter(n -> !n.equals(file) && test.contains(simpleName(n) + "."))
          .map(KitTree::read)
          .collect(Collectors.joining("\n", test, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String simpleName(Path javaFile) {
    return javaFile.getFileName().toString().replace(".java", "");
  }

  private String file(String language) {
    String slug = exercise.substring(exercise.indexOf(' ') + 1);
    Path file = tree.suiteResources().resolve("texts/" + slug + "_" + language + ".properties");
    return tree.root().relativize(file).toString().replace('\\', '/');
  }

  private Properties load(String file) {
    Properties texts = new Properties();
    Path path = tree.root().resolve(file);
    if (Files.exists(path)) {
      try {
        texts.load(new StringReader(KitTree.read(path)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The gaps of a text. */
  static Set<String> gaps(Properties texts, String key) {
    return GAP.matcher(texts.getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
