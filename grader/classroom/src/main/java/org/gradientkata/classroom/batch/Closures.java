package org.gradientkata.classroom.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gradientkata.classroom.compile.CompiledFile;
import org.gradientkata.suite.Catalogue;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Which exercises the verdict on an exercise rests on: itself, all that it builds on, and those
 * that its code names although it shouldn't.
 */
final class Closures {
  private final Map<String, Set<String>> next = new HashMap<>();
  private final boolean alone;

  /** The closures of what was handed in. */
  Closures(Judge.Case answers, Map<String, List<String>> predecessors) {
    alone = answers.predecessors() == Judge.Predecessors.REFERENCE;
    if (alone) {
      return; // the same reference stands for whatever else there is
    }
    Map<String, String> owners = new HashMap<>();
    for (String exercise : Catalogue.exercises()) {
      Catalogue.places(exercise)
          .forEach(p -> owners.put(p.className().replace('.', '/'), exercise));
      next.put(exercise, new TreeSet<>(predecessors.getOrDefault(exercise, List.of())));
    }
    for (CompiledFile file : answers.files().values()) { // whoever uses a companion needs its file
      String exercise = owners.get(file.className().replace('.', '/'));
      file.classes().keySet().forEach(c -> owners.putIfAbsent(c.replace('.', '/'), exercise));
    }
    for (CompiledFile file : answers.files().values()) {
      String exercise = owners.get(file.className().replace('.', '/'));
      for (byte[] bytes : file.classes().values()) {
        named(bytes).stream()
            .map(name -> owners.get(name.replaceFirst("\\$.*", "")))
            .filter(used -> used != null && exercise != null)
            .forEach(used -> next.get(exercise).add(used));
      }
    }
  }

  /** The exercise first, then what it rests on, in an order that is always the same. */
  List<String> of(String exercise) {
    if (alone) {
      return List.of(exercise);
    }
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

  private static Set<String> named(byte[] bytes) {
    Set<String> names = new TreeSet<>();
    Remapper collector =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String internalName) {
            names.add(internalName);
            return internalName;
          }
        };
    new ClassReader(bytes)
        .accept(new ClassRemapper(new ClassWriter(0), collector), ClassReader.SKIP_DEBUG);
    return names;
  }
}
