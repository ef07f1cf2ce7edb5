package org.gradientkata.suite;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.opentest4j.AssertionFailedError;

/**
 * A failed check. Its message is one line, for lists of failures; the whole lesson and the
 * learner's own frames are in the stack trace, which is what reports show.
 */
final class Finding extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private final String lesson;

  Finding(String lesson, StackTraceElement[] frames) {
    super(lesson.lines().findFirst().orElse(""));
    this.lesson = lesson;
    setStackTrace(frames);
  }

  @Override
  public void printStackTrace(PrintStream out) {
    out.print(text());
  }

  @Override
  public void printStackTrace(PrintWriter out) {
    out.print(text());
  }

  private String text() {
    StringBuilder text = new StringBuilder("Finding: ").append(lesson).append('\n');
    for (StackTraceElement frame : getStackTrace()) {
      text.append("\tat ").append(frame).append('\n');
    }
    return text.toString();
  }
}
