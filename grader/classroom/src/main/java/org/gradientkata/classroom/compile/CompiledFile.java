package org.gradientkata.classroom.compile;

import java.util.List;
import java.util.Map;

/**
 * What came of one exercise file.
 *
 * @param className the exercise class
 * @param status how it went
 * @param classes its class files by their names: the class, what is nested in it, and further
 *     classes of its file
 * @param problems the compiler's errors, the first few
 * @param refused names of classes in the file that it must not declare
 */
public record CompiledFile(
    String className,
    Status status,
    Map<String, byte[]> classes,
    List<Problem> problems,
    List<String> refused) {

  /** How a compilation ended. */
  public enum Status {
    /** All of it can be called. */
    COMPILED,
    /** What the compiler refused throws when it is called, the rest works. */
    PARTLY,
    /** There is no class file. */
    NOT_COMPILED,
    /** The compiler was stopped: it had used up its time. */
    TIMED_OUT,
    /** The compiler ran out of memory, or otherwise failed. */
    CRASHED
  }

  /**
   * An error.
   *
   * @param line line number, from 1
   * @param column column number, from 1
   * @param message the compiler's words
   */
  public record Problem(long line, long column, String message) {}

  static CompiledFile failed(String className, Status status) {
    return new CompiledFile(className, status, Map.of(), List.of(), List.of());
  }
}
