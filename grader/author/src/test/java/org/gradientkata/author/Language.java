package org.gradientkata.author;

import java.util.concurrent.Callable;

/** Runs something as a learner of another language would see it. */
final class Language {
  private static final String PROPERTY = "kata.lang";

  private Language() {}

  /** The result of a task, run in a language ({@code en} or {@code ja}). */
  static <T> T in(String language, Callable<T> task) throws Exception {
    return with(PROPERTY, language, task);
  }

  /** The result of a task, run while a system property has a value. */
  static <T> T with(String property, String value, Callable<T> task) throws Exception {
    String before = System.getProperty(property);
    System.setProperty(property, value);
    try {
      return task.call();
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }
}
