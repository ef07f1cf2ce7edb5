package org.gradientkata.classroom.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gradientkata.contract.NotStarted;

/** The worker: holds a learner's classes and calls their methods when it is asked to. */
public final class WorkerMain extends Peer {
  private final Answers answers;
  private final Set<String> proxied;
  private final Map<Signature, Executable> known = new HashMap<>();

  private WorkerMain(Link link, Answers answers, Set<String> proxied) {
    super(link);
    this.answers = answers;
    this.proxied = proxied;
    use(
        new Heap(
            new Heap.Remotes() {
              @Override
              public String name(Object object) throws IOException {
                String name = object.getClass().getName();
                return proxied.contains(name) ? name : StandIns.callback(object);
              }

              @Override
              public Object standIn(String name) throws IOException {
                return StandIns.of(name, WorkerMain.this::ask);
              }
            },
            1));
  }

  /**
   * Serves one grader until it is gone.
   *
   * @param args none
   * @throws IOException when the grader is gone
   */
  public static void main(String[] args) throws IOException {
    Link link =
        new Link(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    // What a learner prints belongs to nobody here.
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
    System.setOut(nowhere);
    System.setErr(nowhere);
    DataInputStream first = new DataInputStream(new ByteArrayInputStream(link.receive()));
    Set<String> proxied = new HashSet<>();
    for (int i = first.readInt(); i > 0; i--) {
      proxied.add(Texts.read(first));
    }
    Map<String, byte[]> classes = new HashMap<>();
    for (int i = first.readInt(); i > 0; i--) {
      String name = Texts.read(first);
      classes.put(name, first.readNBytes(first.readInt()));
    }
    link.send(new Frame());
    new WorkerMain(link, new Answers(classes), proxied).serve();
  }

  @Override
  boolean followsScopes() {
    return true;
  }

  @Override
  protected Object perform(Request request) throws Throwable {
    Signature method = request.method();
    if (!proxied.contains(method.owner())) {
      return invoke(StandIns.method(request), request);
    }
    Executable found = known.get(method);
    if (found == null) {
      found = find(Class.forName(method.owner(), true, answers), method);
      found.setAccessible(true);
      known.put(method, found);
    }
    return invoke(found, request);
  }

  private static Object invoke(Executable executable, Request request) throws Throwable {
    try {
      return executable instanceof Method method
          ? method.invoke(request.target(), request.arguments())
          : ((Constructor<?>) executable).newInstance(request.arguments());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Executable find(Class<?> owner, Signature wanted) {
    if (wanted.isConstructor()) {
      for (Constructor<?> each : owner.getDeclaredConstructors()) {
        String descriptor =
            MethodType.methodType(void.class, each.getParameterTypes()).toMethodDescriptorString();
        if (descriptor.equals(wanted.descriptor())) {
          return each;
        }
      }
    } else {
      for (Method each : owner.getDeclaredMethods()) {
        if (each.getName().equals(wanted.name())
            && StandIns.descriptor(each).equals(wanted.descriptor())) {
          return each;
        }
      }
    }
    throw new NoSuchMethodError(wanted.toString());
  }

  @Override
  protected Throwable thrown(Failure failure) {
    return Rebuilt.of(failure);
  }

  /** A stub that was hit is told even if the learner caught what it threw. */
  @Override
  void note(DataOutputStream out) throws IOException {
    NotStarted stub = NotStarted.takeLatest();
    out.writeBoolean(stub != null);
    if (stub != null) {
      Failure.of(stub).write(out);
    }
  }

  @Override
  void noted(DataInputStream in) throws IOException {
    in.readBoolean();
  }

  /** The learner's classes, and stubs for those that were not handed in. */
  private static final class Answers extends ClassLoader {
    private final Map<String, byte[]> classes;

    Answers(Map<String, byte[]> classes) {
      super(WorkerMain.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
