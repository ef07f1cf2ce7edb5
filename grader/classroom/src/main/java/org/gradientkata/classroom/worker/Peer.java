package org.gradientkata.classroom.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One end of the conversation. Either end may ask; while it waits for the answer it answers what
 * the other asks in turn, so that a callback within a call within a callback works as in one
 * process.
 */
public abstract class Peer {
  private static final int ASK = 1;
  private static final int ANSWER = 2;
  private static final int THROWN = 3;
  private static final int NOTHING = -1;

  private final Link link;
  private final Signatures asked = new Signatures();
  private final Signatures heard = new Signatures();
  private Heap heap;
  private int dropped = NOTHING;
  private int scope;

  /**
   * An end.
   *
   * @param link to the other end
   */
  protected Peer(Link link) {
    this.link = link;
  }

  /**
   * What is asked for: a constructor or method, on an object or on a class.
   *
   * @param method which
   * @param target the object, null for a class
   * @param arguments the arguments
   */
  public record Request(Signature method, Object target, Object[] arguments) {}

  /**
   * The shared objects; set before anything is asked.
   *
   * @param shared this end's half
   */
  protected final void use(Heap shared) {
    heap = shared;
  }

  /**
   * The shared objects.
   *
   * @return this end's half
   */
  protected final Heap heap() {
    return heap;
  }

  /**
   * Begins another scope of shared objects, at both ends with the next frame.
   *
   * @param number of the new scope
   * @param old number of a scope that is forgotten, or -1
   */
  protected final void scope(int number, int old) {
    scope = number;
    heap.enter(number);
    if (old != NOTHING) {
      heap.drop(old);
      dropped = old;
    }
  }

  /**
   * Asks the other end and waits.
   *
   * @param request what for
   * @return its answer
   * @throws IOException if the other end is gone or can't be understood
   * @throws Throwable what {@link #thrown} makes of what was thrown there
   */
  protected final Object ask(Request request) throws Throwable {
    Frame frame = new Frame();
    DataOutputStream out = frame.out();
    out.writeByte(ASK);
    out.writeInt(scope);
    out.writeInt(dropped);
    dropped = NOTHING;
    heap.touch(request.target());
    heap.touch(request.arguments());
    heap.writeChanges(out);
    asked.write(out, request.method());
    heap.write(out, request.target());
    out.writeInt(request.arguments().length);
    for (Object argument : request.arguments()) {
      heap.write(out, argument);
    }
    link.send(frame);
    while (true) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(link.receive()));
      int type = in.readByte();
      if (type == ASK) {
        answer(in);
      } else if (type == ANSWER) {
        heap.readChanges(in);
        Object value = heap.read(in);
        noted(in);
        return value;
      } else if (type == THROWN) {
        heap.readChanges(in);
        Failure failure = Failure.read(in);
        noted(in);
        throw thrown(failure);
      } else {
        throw new IOException("a frame of type " + type);
      }
    }
  }

  /**
   * Answers until the other end is gone.
   *
   * @throws IOException when it is
   */
  protected final void serve() throws IOException {
    while (true) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(link.receive()));
      if (in.readByte() != ASK) {
        throw new IOException("an answer that nobody asked for");
      }
      answer(in);
    }
  }

  private void answer(DataInputStream in) throws IOException {
    int theirScope = in.readInt();
    int theirDropped = in.readInt();
    if (followsScopes()) {
      scope = theirScope;
      heap.enter(theirScope);
      if (theirDropped != NOTHING) {
        heap.drop(theirDropped);
      }
    }
    heap.readChanges(in);
    Signature method = heard.read(in);
    Object target = heap.read(in);
    Object[] arguments = new Object[Numbers.count(in, 1, false)];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = heap.read(in);
    }
    Frame frame;
    try {
      Object value = perform(new Request(method, target, arguments));
      frame = answered(value);
    } catch (Throwable t) { // whatever it is, it goes to whoever asked
      frame = failed(t);
    }
    link.send(frame);
  }

  private Frame answered(Object value) throws IOException {
    Frame frame = new Frame();
    DataOutputStream out = frame.out();
    out.writeByte(ANSWER);
    heap.touch(value);
    heap.writeChanges(out);
    heap.write(out, value);
    note(out);
    return frame;
  }

  private Frame failed(Throwable thrown) throws IOException {
    Frame frame = new Frame();
    DataOutputStream out = frame.out();
    out.writeByte(THROWN);
    heap.writeChanges(out);
    Failure.of(thrown).write(out);
    note(out);
    return frame;
  }

  /** Whether the other end says when scopes begin and end. */
  abstract boolean followsScopes();

  /**
   * Does what was asked for.
   *
   * @param request what for
   * @return the answer
   * @throws Throwable whatever the called method throws
   */
  protected abstract Object perform(Request request) throws Throwable;

  /**
   * What to throw here for what was thrown there.
   *
   * @param failure its description
   * @return an exception
   */
  protected abstract Throwable thrown(Failure failure);

  /** Adds to an answer what is to be known besides its value. */
  abstract void note(DataOutputStream out) throws IOException;

  /** Reads what {@link #note} added at the other end. */
  abstract void noted(DataInputStream in) throws IOException;
}
