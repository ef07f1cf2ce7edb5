package org.gradientkata.suite;

import java.util.Arrays;
import java.util.Optional;

/** Which of all the frames of a stack matter to a learner: their own. */
final class Frames {
  private static final String KIT = "org.gradientkata.";

  private Frames() {}

  /** The frames of exercises and of their tests. */
  static StackTraceElement[] ofLearner(StackTraceElement[] all) {
    return Arrays.stream(all)
        .filter(f -> f.getClassName().startsWith(KIT) && !isMachinery(f))
        .toArray(StackTraceElement[]::new);
  }

  /** The topmost frame in one of the classes that the learner writes. */
  static Optional<StackTraceElement> inAnswer(StackTraceElement[] all) {
    return Arrays.stream(all)
        .filter(f -> Catalogue.isAnswer(f.getClassName().replaceAll("\\$.*", "")))
        .findFirst();
  }

  /** Such as {@code Affine.forward (Affine.java:45)}. */
  static String text(StackTraceElement frame) {
    String simpleName = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    return simpleName
        + "."
        + frame.getMethodName()
        + " ("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  private static boolean isMachinery(StackTraceElement frame) {
    return frame.getClassName().startsWith(KIT + "suite.")
        || frame.getClassName().startsWith(KIT + "contract.NotStarted");
  }
}
