package org.gradientkata.classroom.worker;

import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Exceptions made from their descriptions: only of classes that mean nothing to JUnit. Whatever
 * else was thrown becomes a {@link RuntimeException} that says so.
 */
public final class Rebuilt {
  private static final Map<String, Function<String, Throwable>> KNOWN =
      Map.ofEntries(
          Map.entry("java.lang.IllegalArgumentException", IllegalArgumentException::new),
          Map.entry("java.lang.NumberFormatException", NumberFormatException::new),
          Map.entry("java.lang.IllegalStateException", IllegalStateException::new),
          Map.entry("java.lang.NullPointerException", NullPointerException::new),
          Map.entry("java.lang.ArithmeticException", ArithmeticException::new),
          Map.entry("java.lang.ClassCastException", ClassCastException::new),
          Map.entry("java.lang.ArrayStoreException", ArrayStoreException::new),
          Map.entry("java.lang.NegativeArraySizeException", NegativeArraySizeException::new),
          Map.entry("java.lang.IndexOutOfBoundsException", IndexOutOfBoundsException::new),
          Map.entry(
              "java.lang.ArrayIndexOutOfBoundsException", ArrayIndexOutOfBoundsException::new),
          Map.entry("java.lang.UnsupportedOperationException", UnsupportedOperationException::new),
          Map.entry("java.util.NoSuchElementException", NoSuchElementException::new),
          Map.entry(
              "java.util.ConcurrentModificationException", ConcurrentModificationException::new),
          Map.entry("java.lang.StackOverflowError", StackOverflowError::new),
          Map.entry("java.lang.OutOfMemoryError", OutOfMemoryError::new),
          Map.entry("java.lang.NoSuchMethodError", NoSuchMethodError::new),
          Map.entry("java.lang.NoSuchFieldError", NoSuchFieldError::new),
          Map.entry("java.lang.AbstractMethodError", AbstractMethodError::new),
          Map.entry("java.lang.NoClassDefFoundError", NoClassDefFoundError::new),
          Map.entry("java.lang.Error", Error::new));

  private Rebuilt() {}

  /**
   * Makes an exception.
   *
   * @param failure what was thrown on the other side
   * @return an exception with its message and its stack
   */
  public static Throwable of(Failure failure) {
    Function<String, Throwable> known =
        KNOWN.getOrDefault(failure.type(), KNOWN.get(failure.superType()));
    Throwable made =
        known != null
            ? known.apply(failure.message())
            : new RuntimeException(failure.type() + ": " + failure.message());
    made.setStackTrace(failure.frames().toArray(StackTraceElement[]::new));
    return made;
  }
}
