package org.gradientkata.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a learner prints, up to a limit for each test, and never after the test has ended: a thread
 * that can't be stopped would print into the closing lines.
 */
final class CappedOutput extends OutputStream {
  /** Enough for any trace that somebody reads. */
  private static final int LIMIT = 64 * 1024;

  private static final ThreadLocal<Allowance> OF_THREAD = new ThreadLocal<>();

  private final PrintStream target;

  private CappedOutput(PrintStream target) {
    this.target = target;
  }

  /** Puts the limit on System.out and System.err, if it isn't there. */
  static synchronized void install() {
    if (!(System.out instanceof Stream)) {
      System.setOut(new Stream(System.out));
    }
    if (!(System.err instanceof Stream)) {
      System.setErr(new Stream(System.err));
    }
  }

  /** How much one test may still print. */
  static final class Allowance {
    private int left = LIMIT;
    private boolean closed;
    private boolean inLine;
    private PrintStream last;

    /** From now on it counts what the current thread prints. */
    void open() {
      OF_THREAD.set(this);
    }

    /** The thread may print no more; what it left of a line is ended. */
    synchronized void close() {
      closed = true;
      if (inLine) {
        last.println();
        inLine = false;
      }
    }

    private synchronized void write(PrintStream target, byte[] bytes, int offset, int length) {
      if (closed || left == 0) {
        return;
      }
      int count = Math.min(left, length);
      target.write(bytes, offset, count);
      left -= count;
      last = target;
      inLine = count > 0 ? bytes[offset + count - 1] != '\n' : inLine;
      if (left == 0) {
        byte[] word =
            (System.lineSeparator() + Texts.kit().get("output.cut") + System.lineSeparator())
                .getBytes(StandardCharsets.UTF_8);
        target.write(word, 0, word.length);
        inLine = false;
      }
    }
  }

  /** A print stream that is known again. */
  private static final class Stream extends PrintStream {

    Stream(PrintStream target) {
      super(new CappedOutput(target), true, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Allowance allowance = OF_THREAD.get();
    if (allowance == null) {
      target.write(bytes, offset, length);
    } else {
      allowance.write(target, bytes, offset, length);
    }
  }

  @Override
  public void flush() {
    target.flush();
  }
}
