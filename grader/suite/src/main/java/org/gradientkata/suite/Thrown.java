package org.gradientkata.suite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a test threw, asked once and on the thread that threw it: an exception of the learner's own
 * may answer with another exception, with null, or never.
 *
 * @param kind what it means
 * @param type simple name of its class
 * @param message its message, empty if it has none
 * @param frames its stack; empty if it has none
 */
record Thrown(Kind kind, String type, String message, StackTraceElement[] frames) {
  private static final StackTraceElement[] NO_FRAMES = {};
  private static final String UNRESOLVED = "Unresolved compilation problem";

  /** How a JVM since 17 remembers why a class could not be initialized. */
  private static final Pattern FIRST_FAILURE =
      Pattern.compile("(?s)Exception ([\\w.$]+)(?:: (.*))? \\[in thread \".*\"]");

  /** What it means that something was thrown. */
  enum Kind {
    /** A demand of a test is not met. */
    ASSERTION,
    /** An exception or error of any other kind. */
    OTHER,
    /** The stack is full. */
    STACK_OVERFLOW,
    /** The memory is used up. */
    OUT_OF_MEMORY,
    /** The compiler left an error in place of code it could not read. */
    UNRESOLVED_COMPILATION,
    /** A class or a member isn't there. */
    LINKAGE,
    /** A class could not be initialized because something was thrown. */
    INITIALIZER,
    /** A class could not be initialized because a stub was hit, perhaps long ago. */
    STUB_IN_INITIALIZER,
    /** It did not end in time. */
    DEADLINE,
    /** The test has judged by itself; the type is the name of the state. */
    JUDGED;

    /** Whether the compiler has told, or would tell, what is wrong. */
    boolean isOfCompiler() {
      return this == UNRESOLVED_COMPILATION || this == LINKAGE;
    }
  }

  /** Reads an exception; never throws, unless the memory is used up. */
  static Thrown of(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new Thrown(Kind.OUT_OF_MEMORY, "OutOfMemoryError", "", frames(thrown));
    }
    if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
      Throwable cause = thrown.getCause();
      return new Thrown(Kind.INITIALIZER, type(cause), message(cause), frames(cause));
    }
    if (thrown instanceof NoClassDefFoundError
        && thrown.getCause() instanceof ExceptionInInitializerError) {
      return ofFirstFailure(thrown.getCause());
    }
    if (thrown instanceof Judged judged && !Frames.isFromAnswer(frames(thrown))) {
      return new Thrown(Kind.JUDGED, judged.state().name(), message(thrown), NO_FRAMES);
    }
    return new Thrown(kind(thrown), type(thrown), message(thrown), frames(thrown));
  }

  /** Where a thread was when its time was up. */
  static Thrown deadline(StackTraceElement[] busyAt) {
    return new Thrown(Kind.DEADLINE, "", "", busyAt);
  }

  private static Thrown ofFirstFailure(Throwable remembered) {
    Matcher first = FIRST_FAILURE.matcher(message(remembered));
    if (!first.matches()) {
      return new Thrown(
          Kind.INITIALIZER, type(remembered), message(remembered), frames(remembered));
    }
    String type = first.group(1);
    String message = first.group(2) == null ? "" : first.group(2);
    Kind kind = Kind.INITIALIZER;
    if (type.endsWith(".NotStarted")) {
      kind = Kind.STUB_IN_INITIALIZER;
    } else if (message.startsWith(UNRESOLVED)) {
      kind = Kind.UNRESOLVED_COMPILATION;
    }
    return new Thrown(kind, type.replaceAll(".*[.$]", ""), message, frames(remembered));
  }

  private static Kind kind(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return Kind.STACK_OVERFLOW;
    }
    if (thrown instanceof LinkageError) {
      return Kind.LINKAGE;
    }
    if (thrown.getClass() == Error.class && message(thrown).startsWith(UNRESOLVED)) {
      return Kind.UNRESOLVED_COMPILATION;
    }
    boolean learners = Frames.isFromAnswer(frames(thrown));
    return thrown instanceof AssertionError && !learners ? Kind.ASSERTION : Kind.OTHER;
  }

  /** An anonymous class has no name but that of its superclass. */
  private static String type(Throwable thrown) {
    Class<?> type = thrown.getClass();
    return (type.isAnonymousClass() ? type.getSuperclass() : type)
        .getName()
        .replaceAll(".*[.$](?=.)", "");
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (Throwable broken) { // whatever it is, there is no message
      return "";
    }
  }

  private static StackTraceElement[] frames(Throwable thrown) {
    try {
      StackTraceElement[] frames = thrown.getStackTrace();
      return frames == null ? NO_FRAMES : frames;
    } catch (Throwable broken) { // whatever it is, there is no stack
      return NO_FRAMES;
    }
  }
}
