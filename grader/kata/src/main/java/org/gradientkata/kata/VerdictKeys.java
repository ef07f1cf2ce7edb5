package org.gradientkata.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Closures;
import org.gradientkata.suite.Fingerprint;
import org.gradientkata.suite.Texts;

/**
 * For each exercise a sum over everything that its verdict rests on, as it is at one moment: its
 * class files and sources, the class files of all that it builds on or names, which of those are
 * wrong, the tests and the kit, the JDK, the language and the settings.
 */
final class VerdictKeys {
  private static final String CLASS = ".class";

  /** Where lines break, and where a faster start comes from, changes no verdict. */
  private static final Set<String> IDLE_SETTINGS =
      Set.of("kata.terminal", "kata.columns", "kata.cwd", "kata.archive", "kata.lang");

  private final AnswerSet answers;
  private final String surroundings;
  private final Map<String, Map<String, byte[]>> classes = new TreeMap<>();
  private final Closures closures;

  private VerdictKeys(AnswerSet answers) throws IOException {
    this.answers = answers;
    this.surroundings = surroundings();
    Map<String, List<String>> predecessors = new TreeMap<>();
    Map<String, String> owners = new TreeMap<>();
    for (String exercise : Catalogue.exercises()) {
      predecessors.put(exercise, List.of(Tests.exercise(exercise).after()));
      Catalogue.places(exercise).forEach(p -> owners.put(p.className(), exercise));
    }
    for (Path file : AnswerSet.files(answers.classes(), CLASS)) {
      String path = answers.classes().relativize(file).toString();
      String name =
          path.substring(0, path.length() - CLASS.length()).replace('\\', '/').replace('/', '.');
      String outer = name.replaceFirst("\\$.*", "");
      String group = owners.getOrDefault(outer, outer);
      classes.computeIfAbsent(group, g -> new TreeMap<>()).put(name, Files.readAllBytes(file));
    }
    this.closures = new Closures(classes, predecessors);
  }

  /** Reads everything. */
  static VerdictKeys of(AnswerSet answers) {
    try {
      return new VerdictKeys(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sum of an exercise.
   *
   * @param exercise number and name
   * @param failing exercises that are known to be wrong
   */
  String of(String exercise, Set<String> failing) {
    Fingerprint sum = new Fingerprint().add(surroundings).add(answers.name()).add(exercise);
    for (String group : closures.of(exercise)) {
      sum.add(group);
      classes.getOrDefault(group, Map.of()).forEach((name, bytes) -> sum.add(name).add(bytes));
    }
    // What doesn't compile is explained by its source.
    for (Catalogue.Place place : Catalogue.places(exercise)) {
      add(sum, answers.sources().resolve(place.className().replace('.', '/') + ".java"));
    }
    if (exercise.equals(Catalogue.QUIZ)) {
      add(sum, answers.folder().resolve(Path.of(Catalogue.QUIZ_SHEET).getFileName()));
    }
    Set<String> wrong = new TreeSet<>(Board.before(exercise));
    wrong.retainAll(failing);
    wrong.forEach(sum::add);
    return sum.text();
  }

  private static void add(Fingerprint sum, Path file) {
    try {
      sum.add(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      sum.add("no file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String surroundings() throws IOException {
    Fingerprint sum = new Fingerprint();
    for (String name : List.of("java.home", "java.vendor", "java.vm.version", "os.arch")) {
      sum.add(System.getProperty(name, ""));
    }
    sum.add(Texts.locale().getLanguage());
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("kata.") && !IDLE_SETTINGS.contains(name))
        .sorted()
        .forEach(name -> sum.add(name).add(System.getProperty(name)));
    sum.add(System.getenv().getOrDefault("KATA_DATA", ""));
    return sum.add(Kit.tools()).text();
  }
}
