package org.gradientkata.suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which exercises the verdict on an exercise rests on: itself, all that it builds on, and those
 * that its code names although it shouldn't. Whoever remembers verdicts has to know.
 *
 * <p>A class file names another class by its full name in plain letters, so that is what is looked
 * for. What is named in a text only counts, too; it costs a grading that could have been saved.
 */
public final class Closures {
  private final Map<String, Set<String>> next = new HashMap<>();

  /**
   * The closures of answers.
   *
   * @param classes by the exercise they belong to, class files by the names of their classes;
   *     besides exercises there may be other groups
   * @param predecessors for each exercise those that it builds on
   */
  public Closures(
      Map<String, Map<String, byte[]>> classes, Map<String, List<String>> predecessors) {
    Map<String, String> owners = new TreeMap<>();
    for (String exercise : Catalogue.exercises()) {
      Catalogue.places(exercise).forEach(p -> owners.put(inClassFile(p.className()), exercise));
      next.put(exercise, new TreeSet<>(predecessors.getOrDefault(exercise, List.of())));
    }
    classes.forEach(
        (group, files) -> files.keySet().forEach(c -> owners.putIfAbsent(inClassFile(c), group)));
    classes.forEach(
        (group, files) -> {
          Set<String> used = next.computeIfAbsent(group, g -> new TreeSet<>());
          for (byte[] file : files.values()) {
            String letters = new String(file, StandardCharsets.ISO_8859_1);
            owners.forEach(
                (name, owner) -> {
                  if (!used.contains(owner) && letters.contains(name)) {
                    used.add(owner);
                  }
                });
          }
        });
  }

  /** Of a nested class the outer one's name, which its own begins with. */
  private static String inClassFile(String className) {
    String outer = className.replaceFirst("\\$.*", "").replace('.', '/');
    return new String(outer.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /**
   * What a verdict rests on.
   *
   * @param exercise number and name, or another group
   * @return itself first, then the others, in an order that is always the same
   */
  public List<String> of(String exercise) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(exercise));
    while (!open.isEmpty()) {
      String each = open.remove();
      if (all.add(each)) {
        open.addAll(next.getOrDefault(each, Set.of()));
      }
    }
    return new ArrayList<>(all);
  }
}
