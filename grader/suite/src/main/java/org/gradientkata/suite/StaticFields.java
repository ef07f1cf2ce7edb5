package org.gradientkata.suite;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;

/** The static fields of an answer: what they hold outlives its tests. */
final class StaticFields {
  private StaticFields() {}

  /** Lets go of what the static fields of classes hold: those classes are not run again. */
  static void release(Class<?>... classes) throws IllegalAccessException {
    for (Class<?> each : classes) {
      for (Field field : each.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          release(field);
        }
      }
    }
  }

  private static void release(Field field) throws IllegalAccessException {
    Object value = field.get(null);
    if (!Modifier.isFinal(field.getModifiers())) {
      field.set(null, null);
    } else if (value instanceof Collection<?> collection) {
      collection.clear();
    } else if (value instanceof Map<?, ?> map) {
      map.clear();
    } else if (value instanceof StringBuilder text) {
      text.setLength(0);
    }
  }
}
