package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import org.gradientkata.contract.NotStarted;

/** The grader's end: asks a worker, and lets it call back only what the contract names. */
public final class GraderPeer extends Peer {
  /** The object that waits for what the worker makes. */
  private Object made;

  /** Makes an object that stands in for one of an exercise class. */
  public interface Proxies {

    /**
     * Makes one.
     *
     * @param className an exercise class
     * @return an object of the proxy class of that name
     */
    Object proxy(String className);
  }

  /**
   * An end.
   *
   * @param link to a worker that has just started
   * @param proxied the classes whose objects live in the worker
   * @param proxies makes objects for them
   */
  public GraderPeer(Link link, Set<String> proxied, Proxies proxies) {
    super(link);
    use(
        new Heap(
            new Heap.Remotes() {
              @Override
              public String name(Object object) throws IOException {
                return StandIns.callback(object);
              }

              @Override
              public Object standIn(String name) throws IOException {
                return proxied.contains(name)
                    ? waitingOr(name, proxies)
                    : StandIns.of(name, GraderPeer.this::call);
              }
            },
            0));
  }

  /**
   * Gives a worker its classes and waits until it has them.
   *
   * @param link to the worker
   * @param proxied the classes whose objects live in the worker
   * @param classes class files by name
   * @throws IOException if the worker is gone
   */
  public static void greet(Link link, Set<String> proxied, Map<String, byte[]> classes)
      throws IOException {
    Frame frame = new Frame();
    DataOutputStream out = frame.out();
    out.writeInt(proxied.size());
    for (String name : proxied) {
      Texts.write(out, name);
    }
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      Texts.write(out, entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    link.send(frame);
    if (link.receive().length != 0) {
      throw new IOException("a worker that answers before it is asked");
    }
  }

  /**
   * Calls the worker.
   *
   * @param request what for
   * @return the value
   * @throws IOException if the worker is gone or can't be understood
   * @throws Throwable what a learner's method threw, rebuilt
   */
  public Object call(Request request) throws Throwable {
    return ask(request);
  }

  /**
   * Has the worker make an object for which another one stands in.
   *
   * @param request the constructor; its target is the object that stands in
   * @return that object
   * @throws Throwable as {@link #call}
   */
  public Object make(Request request) throws Throwable {
    Object standIn = request.target();
    Object outer = made;
    made = standIn;
    Request plain = new Request(request.method(), null, request.arguments());
    try {
      if (ask(plain) != standIn) {
        throw new IOException("a constructor that made something else");
      }
      return standIn;
    } finally {
      made = outer;
    }
  }

  /**
   * Begins another scope of objects.
   *
   * @param number of the new scope
   * @param old number of one that is forgotten, or -1
   */
  public void begin(int number, int old) {
    scope(number, old);
  }

  /**
   * Whether the worker has the object for which another one stands in.
   *
   * @param object a proxy
   * @return false if its scope has ended
   */
  public boolean knows(Object object) {
    return heap().knows(object);
  }

  private Object waitingOr(String name, Proxies proxies) {
    Object waiting = made;
    if (waiting != null && waiting.getClass().getName().equals(name)) {
      made = null;
      return waiting;
    }
    return proxies.proxy(name);
  }

  @Override
  boolean followsScopes() {
    return false;
  }

  @Override
  protected Object perform(Request request) throws Throwable {
    if (!heap().knows(request.target())) {
      throw new IOException("a call on what was never handed over");
    }
    try {
      return StandIns.method(request).invoke(request.target(), request.arguments());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  protected Throwable thrown(Failure failure) {
    return failure.type().equals(NotStarted.class.getName()) ? stub(failure) : Rebuilt.of(failure);
  }

  @Override
  void note(DataOutputStream out) throws IOException {
    out.writeBoolean(false);
  }

  @Override
  void noted(DataInputStream in) throws IOException {
    if (in.readBoolean()) {
      stub(Failure.read(in));
    }
  }

  /** Making it is enough: the suite remembers the last one. */
  private static NotStarted stub(Failure failure) {
    NotStarted stub = new NotStarted(failure.message());
    if (!failure.frames().isEmpty()) {
      stub.setStackTrace(failure.frames().toArray(StackTraceElement[]::new));
    }
    return stub;
  }
}
