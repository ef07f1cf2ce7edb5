package org.gradientkata.suite;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The class files of an exercise, and of the exercises whose classes it uses, read and not loaded.
 * Nested classes and classes that a learner added belong to the class that uses them.
 */
final class AnswerClasses {
  private final String exercise;
  private final Map<String, List<Read>> files = new TreeMap<>();

  /**
   * A class file.
   *
   * @param url where it is
   * @param facts what it says about itself
   */
  record Read(URL url, ClassFacts facts) {

    JavaClasses classes() {
      return read(List.of(Location.of(url)));
    }
  }

  private AnswerClasses(String exercise) {
    this.exercise = exercise;
  }

  /** The classes of an exercise and of all that they use. */
  static AnswerClasses of(Exercise exercise, ClassLoader loader) {
    AnswerClasses classes = new AnswerClasses(exercise.value());
    Deque<String[]> open = new ArrayDeque<>();
    add(open, exercise.value());
    for (String before : exercise.after()) {
      add(open, before);
    }
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String[] next = open.remove();
      URL url = seen.add(next[0]) ? loader.getResource(path(next[0])) : null;
      if (url != null) {
        Read file = new Read(url, ClassFacts.of(url));
        classes.files.computeIfAbsent(next[1], e -> new ArrayList<>()).add(file);
        for (String used : file.facts().used()) {
          open.add(new String[] {used, Frames.exercise(used).orElse(next[1])});
        }
      }
    }
    return classes;
  }

  /** The exercise's own files. */
  List<Read> own() {
    return of(exercise);
  }

  /** The other exercises whose classes are used, by their order. */
  List<String> others() {
    return files.keySet().stream().filter(e -> !e.equals(exercise)).toList();
  }

  /** The class files of an exercise. */
  List<Read> of(String name) {
    return files.getOrDefault(name, List.of());
  }

  private static void add(Deque<String[]> open, String exercise) {
    for (Catalogue.Place place : Catalogue.places(exercise)) {
      open.add(new String[] {place.className(), exercise});
    }
  }

  /**
   * Where a loaded class's own loader has it. ArchUnit would ask the context class loader for all
   * of that name, and take any of them.
   */
  static URL file(Class<?> loaded) {
    return loaded.getResource("/" + path(loaded.getName()));
  }

  /** The JDK's own classes are known by name; reading them would take most of the time. */
  static JavaClasses read(List<Location> locations) {
    ArchConfiguration configuration = ArchConfiguration.get();
    boolean before = configuration.resolveMissingDependenciesFromClassPath();
    configuration.setResolveMissingDependenciesFromClassPath(false);
    try {
      return new ClassFileImporter().importLocations(locations);
    } finally {
      configuration.setResolveMissingDependenciesFromClassPath(before);
    }
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }
}
