package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was thrown, in words: an exception of the other side is never made into an object by itself.
 *
 * @param type name of its class
 * @param superType name of the first class of the JDK above it, or of its own
 * @param message its message, perhaps empty
 * @param frames where, topmost first
 */
public record Failure(
    String type, String superType, String message, List<StackTraceElement> frames) {
  private static final int MOST_FRAMES = 40;
  private static final int LONGEST = 2_000;

  /**
   * Describes what was thrown; never throws, whatever a learner's exception does.
   *
   * @param thrown anything
   * @return its description
   */
  public static Failure of(Throwable thrown) {
    if (thrown.getClass() == ExceptionInInitializerError.class && thrown.getCause() != null) {
      return of(thrown.getCause());
    }
    Class<?> jdk = thrown.getClass();
    while (!jdk.getName().startsWith("java.")
        && !jdk.getName().startsWith("org.gradientkata.contract.")) {
      jdk = jdk.getSuperclass();
    }
    String message;
    StackTraceElement[] frames;
    try {
      message = String.valueOf(thrown.getMessage());
      frames = thrown.getStackTrace();
    } catch (Throwable broken) { // whatever it is, there is no message
      message = "";
      frames = new StackTraceElement[0];
    }
    List<StackTraceElement> first = new ArrayList<>();
    for (int i = 0; frames != null && i < Math.min(frames.length, MOST_FRAMES); i++) {
      if (frames[i] != null) {
        first.add(frames[i]);
      }
    }
    String cut = message.substring(0, Math.min(message.length(), LONGEST));
    return new Failure(
        thrown.getClass().getName(), jdk.getName(), "null".equals(cut) ? "" : cut, first);
  }

  void write(DataOutputStream out) throws IOException {
    Texts.write(out, type);
    Texts.write(out, superType);
    Texts.write(out, message);
    out.writeInt(frames.size());
    for (StackTraceElement frame : frames) {
      Texts.write(out, frame.getClassName());
      Texts.write(out, frame.getMethodName());
      Texts.write(out, String.valueOf(frame.getFileName()));
      out.writeInt(frame.getLineNumber());
    }
  }

  static Failure read(DataInputStream in) throws IOException {
    String type = Texts.read(in);
    String superType = Texts.read(in);
    String message = Texts.read(in);
    List<StackTraceElement> frames = new ArrayList<>();
    int count = Numbers.count(in, 1, false);
    for (int i = 0; i < count; i++) {
      frames.add(
          new StackTraceElement(Texts.read(in), Texts.read(in), Texts.read(in), in.readInt()));
    }
    return new Failure(type, superType, message, frames);
  }
}
