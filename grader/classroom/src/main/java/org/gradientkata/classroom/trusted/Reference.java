package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Exercise;

/**
 * The reference's classes: proxies and stubs are cut from them, and blame is isolated with them.
 */
final class Reference {
  private static final String LAYER = ActivationLayer.class.getName();

  private final Map<String, Map<String, byte[]>> byExercise = new TreeMap<>();
  private final Map<String, byte[]> outer = new TreeMap<>();
  private final Map<String, byte[]> stubs = new TreeMap<>();

  /**
   * Reads the reference.
   *
   * @param solutions the folder or jar of its class files
   */
  Reference(Path solutions) throws IOException {
    if (Files.isDirectory(solutions)) {
      read(solutions);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(solutions)) {
      read(jar.getPath("/"));
    }
  }

  private void read(Path solutions) throws IOException {
    for (String exercise : Catalogue.exercises()) {
      Map<String, byte[]> own = new TreeMap<>();
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        own.putAll(classFiles(solutions, place.className()));
        byte[] bytes = own.get(place.className());
        if (bytes == null) {
          throw new IOException(place.className() + " isn't in " + solutions);
        }
        outer.put(place.className(), bytes);
        stubs.put(place.className(), StubClasses.of(bytes, exercise));
      }
      byExercise.put(exercise, own);
    }
  }

  /** The class files of an exercise. */
  Map<String, byte[]> of(String exercise) {
    return byExercise.get(exercise);
  }

  /** What stands where a class was not handed in. */
  byte[] stub(String className) {
    return stubs.get(className);
  }

  /**
   * Proxies for all exercise classes, and for the layer that the contract makes of an activation:
   * it keeps an activation and matrices, so it has to live where they do.
   */
  Map<String, byte[]> proxies() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>(outer);
    String file = LAYER.substring(LAYER.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = ActivationLayer.class.getResourceAsStream(file)) {
      classes.put(LAYER, in.readAllBytes());
    }
    return ProxyClasses.of(classes);
  }

  /** The exercises that an exercise builds on, and those that these build on. */
  static Set<String> predecessors(String exercise) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(after(exercise));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.add(next)) {
        open.addAll(after(next));
      }
    }
    return all;
  }

  /** The exercises that an exercise builds on. */
  static List<String> after(String exercise) {
    try {
      Class<?> test =
          Class.forName(Catalogue.testClass(exercise), false, Reference.class.getClassLoader());
      return Arrays.asList(test.getAnnotation(Exercise.class).after());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> classFiles(Path folder, String className) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path file = folder.resolve(className.replace('.', '/') + ".class");
    String stem = file.getFileName().toString().replace(".class", "");
    String packageName = className.substring(0, className.lastIndexOf('.') + 1);
    try (Stream<Path> all = Files.list(file.getParent())) {
      for (Path each : all.toList()) {
        String name = each.getFileName().toString();
        if (name.equals(stem + ".class") || name.startsWith(stem + "$")) {
          files.put(
              packageName + name.substring(0, name.length() - ".class".length()),
              Files.readAllBytes(each));
        }
      }
    }
    return files;
  }
}
