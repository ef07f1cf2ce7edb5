package org.gradientkata.classroom.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Superclasses and interfaces: of an answer's classes as their class files name them, of the JDK's
 * and the kit's by loading them. An answer's classes are never loaded.
 */
final class Supertypes {
  private final Map<String, byte[]> answers = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  Supertypes(Map<String, Map<String, byte[]>> files) {
    files.values().forEach(answers::putAll);
  }

  /** The names of a class and of all above it. */
  Set<String> of(String className) {
    Set<String> names = known.get(className);
    if (names == null) {
      names = new HashSet<>(Set.of(className));
      known.put(className, names); // before its supertypes, as a forged class may be its own
      byte[] classFile = answers.get(className);
      if (classFile == null) {
        addLoaded(className, names);
      } else {
        addRead(new ClassReader(classFile), names);
      }
    }
    return names;
  }

  private void addRead(ClassReader reader, Set<String> names) {
    if (reader.getSuperName() != null) {
      names.addAll(of(reader.getSuperName().replace('/', '.')));
    }
    for (String each : reader.getInterfaces()) {
      names.addAll(of(each.replace('/', '.')));
    }
  }

  private void addLoaded(String className, Set<String> names) {
    try {
      Class<?> loaded = Class.forName(className, false, Supertypes.class.getClassLoader());
      add(loaded, names);
    } catch (ClassNotFoundException | LinkageError e) {
      names.add(Object.class.getName());
    }
  }

  private static void add(Class<?> type, Set<String> names) {
    names.add(type.getName());
    if (type.getSuperclass() != null) {
      add(type.getSuperclass(), names);
    }
    for (Class<?> each : type.getInterfaces()) {
      add(each, names);
    }
  }
}
