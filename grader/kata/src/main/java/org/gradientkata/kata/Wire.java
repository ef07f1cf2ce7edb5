package org.gradientkata.kata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;

/**
 * What {@link Worker} and {@link WorkerMain} say to each other. Each message begins with a mark, so
 * that a word that the JVM itself prints in between is passed over.
 */
final class Wire {
  private static final int MARK = 0x4b415441;
  private static final int LONGEST = 1 << 24;

  private final DataInputStream in;
  private final DataOutputStream out;

  Wire(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = new DataOutputStream(out);
  }

  /** What a message is. */
  enum Kind {
    /** To the worker: compile and grade. */
    JOB,
    /** From the worker: it waits for a job. */
    READY,
    /** What the learner's code printed. */
    OUTPUT,
    /** Compiling is over, the tests begin. */
    COMPILED,
    /** The result of an exercise. */
    RESULT,
    /** The job is done. */
    DONE
  }

  /**
   * A message.
   *
   * @param kind what it is
   * @param body its content
   */
  record Message(Kind kind, byte[] body) {}

  /**
   * What a worker shall do.
   *
   * @param compile whether to compile first
   * @param exercises what to grade; none to compile only
   * @param failing exercises that are known to be wrong
   */
  record Job(boolean compile, List<String> exercises, List<String> failing) {}

  /**
   * Where an exercise stands, without its annotation, which each side has.
   *
   * @param exercise number and name
   * @param state its state
   * @param written how many methods are written
   * @param methods how many there are
   * @param outcomes its tests
   * @param steady whether another run would find the same: no test came to a limit of time, memory
   *     or stack, nor left anything behind
   */
  record Result(
      String exercise,
      State state,
      int written,
      int methods,
      List<Outcome> outcomes,
      boolean steady) {

    /** As the lines and pages want it. */
    Standing standing() {
      return new Standing(Tests.exercise(exercise), state, written, methods, outcomes);
    }

    /** The same from a process that isn't what it was. */
    Result unsteady() {
      return new Result(exercise, state, written, methods, outcomes, false);
    }
  }

  /** Sends a message. */
  synchronized void send(Kind kind, byte[] body) throws IOException {
    out.writeInt(MARK);
    out.writeUTF(kind.name());
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }

  /** Waits for the next message. */
  Message receive() throws IOException {
    int window = in.readInt();
    while (window != MARK) {
      window = window << 8 | in.readUnsignedByte();
    }
    Kind kind = Kind.valueOf(in.readUTF());
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new EOFException();
    }
    return new Message(kind, in.readNBytes(length));
  }

  static byte[] bytes(Job job) throws IOException {
    Body body = new Body();
    body.out.writeBoolean(job.compile());
    body.list(job.exercises());
    body.list(job.failing());
    return body.bytes();
  }

  static Job job(byte[] bytes) throws IOException {
    DataInputStream in = open(bytes);
    return new Job(in.readBoolean(), list(in), list(in));
  }

  static byte[] bytes(Result result) throws IOException {
    Body body = new Body();
    body.text(result.exercise());
    body.text(result.state().name());
    body.out.writeInt(result.written());
    body.out.writeInt(result.methods());
    body.out.writeBoolean(result.steady());
    body.out.writeInt(result.outcomes().size());
    for (Outcome o : result.outcomes()) {
      body.text(o.method());
      body.text(o.title());
      body.text(o.stage().name());
      body.text(o.state().name());
      body.text(o.message());
      body.out.writeLong(o.millis());
    }
    return body.bytes();
  }

  static Result result(byte[] bytes) throws IOException {
    DataInputStream in = open(bytes);
    String exercise = text(in);
    State state = State.valueOf(text(in));
    int written = in.readInt();
    int methods = in.readInt();
    boolean steady = in.readBoolean();
    List<Outcome> outcomes = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      outcomes.add(
          new Outcome(
              exercise,
              text(in),
              text(in),
              Stage.valueOf(text(in)),
              State.valueOf(text(in)),
              text(in),
              in.readLong()));
    }
    return new Result(exercise, state, written, methods, outcomes, steady);
  }

  /** Whether a job left something behind: one byte. */
  static byte[] bytes(boolean flag) {
    return new byte[] {(byte) (flag ? 1 : 0)};
  }

  static boolean flag(byte[] bytes) {
    return bytes.length > 0 && bytes[0] != 0;
  }

  private static DataInputStream open(byte[] bytes) {
    return new DataInputStream(new java.io.ByteArrayInputStream(bytes));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static List<String> list(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      texts.add(text(in));
    }
    return texts;
  }

  /** A message's content while it is written. */
  private static final class Body {
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    void text(String text) throws IOException {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }

    void list(List<String> texts) throws IOException {
      out.writeInt(texts.size());
      for (String text : texts) {
        text(text);
      }
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
