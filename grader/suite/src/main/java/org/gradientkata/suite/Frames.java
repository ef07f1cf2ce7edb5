package org.gradientkata.suite;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of all the frames of a stack matter to a learner: their own. */
final class Frames {
  private static final String KIT = "org.gradientkata.";

  /** An endless recursion has a thousand frames that are all alike. */
  private static final int MOST = 8;

  private Frames() {}

  /** The topmost frames of exercises and of their tests. */
  static StackTraceElement[] ofLearner(StackTraceElement[] all) {
    return kept(all).limit(MOST).toArray(StackTraceElement[]::new);
  }

  /** The topmost frame in one of the classes that the learner writes. */
  static Optional<StackTraceElement> inAnswer(StackTraceElement[] all) {
    return kept(all).filter(Frames::isAnswer).findFirst();
  }

  /** The topmost frame of exercises and of their tests. */
  static Optional<StackTraceElement> top(StackTraceElement[] all) {
    return kept(all).findFirst();
  }

  /** Whether the learner's code, or what it called, threw: no test is above it. */
  static boolean isFromAnswer(StackTraceElement[] all) {
    for (StackTraceElement frame : all) {
      if (frame != null && frame.getClassName().startsWith(KIT)) {
        if (isAnswer(frame)) {
          return true;
        }
        if (!frame.getClassName().startsWith(KIT + "contract.")) {
          return false;
        }
      }
    }
    return false;
  }

  /** The exercise that a frame's class belongs to. */
  static Optional<String> exercise(StackTraceElement frame) {
    return exercise(frame.getClassName());
  }

  /** The exercise that a class belongs to. */
  static Optional<String> exercise(String className) {
    return Catalogue.exerciseOf(className.replaceAll("\\$.*", ""));
  }

  /** Such as {@code Affine.forward (Affine.java:45)}. */
  static String text(StackTraceElement frame) {
    String simpleName = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    boolean made = frame.getMethodName().equals("<init>");
    String called = made ? simpleName : simpleName + "." + frame.getMethodName();
    return frame.getLineNumber() < 0
        ? called // what stands in for a file that isn't there has no lines
        : called + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
  }

  private static Stream<StackTraceElement> kept(StackTraceElement[] all) {
    return Arrays.stream(all)
        .filter(Objects::nonNull)
        .filter(f -> f.getClassName().startsWith(KIT) && !isMachinery(f));
  }

  private static boolean isAnswer(StackTraceElement frame) {
    return Catalogue.isAnswer(frame.getClassName().replaceAll("\\$.*", ""));
  }

  private static boolean isMachinery(StackTraceElement frame) {
    return frame.getClassName().startsWith(KIT + "suite.")
        || frame.getClassName().startsWith(KIT + "contract.NotStarted");
  }
}
