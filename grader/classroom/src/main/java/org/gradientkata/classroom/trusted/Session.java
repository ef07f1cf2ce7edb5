package org.gradientkata.classroom.trusted;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.worker.GraderPeer;
import org.gradientkata.classroom.worker.Link;
import org.gradientkata.classroom.worker.Peer;
import org.gradientkata.classroom.worker.Signature;
import org.gradientkata.suite.Grading;
import org.gradientkata.suite.Judged;
import org.gradientkata.suite.State;

/**
 * The calls of one run of the tests. A worker that dies, hangs or talks nonsense costs the exercise
 * that it happened in; the next exercise gets a new one.
 */
final class Session implements AutoCloseable {
  private static final int LOOK_MILLIS = 200;

  /** At how many looks at the clock it also looks which processes the worker has, which is dear. */
  private static final int LOOKS_AT_PROCESSES = 10;

  /** What a worker may send in one test; the largest of the curriculum has a few megabytes. */
  private static final long MOST_BYTES = 256L << 20;

  private static final String TEST_THREAD = "exercise";
  private static final String MACHINERY = "org.gradientkata.classroom.";

  private final Callable<Worker> workers;
  private final TrustedLimits limits;
  private final Budget budget;
  private final java.util.Set<String> proxied;
  private final Map<String, Ending> endings = new HashMap<>();
  private final Thread watch;

  /** The sandbox dies with the thread that started it, and the tests' threads are short-lived. */
  private final ExecutorService starter = Executors.newSingleThreadExecutor(Session::daemon);

  private volatile Worker worker;
  private volatile boolean inCall;
  private volatile boolean overtime;
  private volatile long startNanos;
  private GraderPeer peer;
  private ClassLoader loader;
  private Thread thread;
  private String exercise = "";
  private int scope;
  private int lastScope;
  private int depth;

  /** Of workers: a thread that still waits for an earlier one has no say any more. */
  private final AtomicInteger generation = new AtomicInteger();

  /** How an exercise may end that is not a verdict of its tests. */
  enum Ending {
    /** Its time was used up. */
    TIMED_OUT(State.TIMED_OUT),
    /** The worker ended. */
    EXITED(State.WRONG),
    /** The worker said what no worker says. */
    TAMPERING_SUSPECTED(State.WRONG),
    /** The worker's memory was used up. */
    OUT_OF_MEMORY(State.WRONG),
    /** Earlier exercises had worn out too many workers, or the submission's time. */
    NOT_RUN(State.WRONG);

    private final State state;

    Ending(State state) {
      this.state = state;
    }

    /** What is said of every test that would need the worker. */
    Judged verdict() {
      String key = "grade.ending." + name().toLowerCase(java.util.Locale.ROOT);
      return new Judged(state, ClassroomTexts.get(key));
    }
  }

  Session(
      Callable<Worker> workers,
      TrustedLimits limits,
      Budget budget,
      java.util.Set<String> proxied) {
    this.workers = workers;
    this.limits = limits;
    this.budget = budget;
    this.proxied = proxied;
    this.watch = new Thread(this::watch, "watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Exercises that ended otherwise than by their tests. */
  Map<String, Ending> endings() {
    return endings;
  }

  Object call(Class<?> owner, Object self, String name, String descriptor, Object[] arguments)
      throws Throwable {
    enter(owner);
    if (self != null && !peer.knows(self)) {
      throw new IllegalStateException("an object of an earlier test");
    }
    return ask(new Peer.Request(new Signature(owner.getName(), name, descriptor), self, arguments));
  }

  void construct(Class<?> owner, Object self, String descriptor, Object[] arguments)
      throws Throwable {
    enter(owner);
    Signature constructor = new Signature(owner.getName(), Signature.CONSTRUCTOR, descriptor);
    ask(new Peer.Request(constructor, self, arguments));
  }

  private Object ask(Peer.Request request) throws Throwable {
    int turn = generation.get();
    depth++;
    inCall = true;
    try {
      return request.method().isConstructor() ? peer.make(request) : peer.call(request);
    } catch (Link.Overrun e) {
      throw turn == generation.get() ? ended(Ending.OUT_OF_MEMORY) : Ending.TIMED_OUT.verdict();
    } catch (IOException e) {
      throw turn == generation.get() ? ended(howEnded(e)) : Ending.TIMED_OUT.verdict();
    } catch (Throwable t) {
      if (t instanceof OutOfMemoryError) {
        endings.put(exercise, Ending.OUT_OF_MEMORY);
      }
      t.setStackTrace(spliced(t.getStackTrace()));
      throw t;
    } finally {
      if (turn == generation.get()) { // else this test was given up long ago
        depth--;
        inCall = depth > 0;
      }
    }
  }

  /** Sees to it that there is a worker, and that it knows in which test it is. */
  private void enter(Class<?> owner) throws Exception {
    Thread now = Thread.currentThread();
    loader = owner.getClassLoader();
    if (now != thread && depth > 0) { // the test before has been given up while it waited
      endings.putIfAbsent(exercise, Ending.TIMED_OUT);
      budget.wear();
      drop();
    }
    if (depth == 0) {
      exercise = Grading.running();
    }
    Ending ending = endings.get(exercise);
    if (ending != null && ending != Ending.OUT_OF_MEMORY) {
      throw ending.verdict();
    }
    if (worker == null || budget.isUsedUp()) {
      if (!budget.allowsWorker()) {
        endings.putIfAbsent(exercise, Ending.NOT_RUN); // what wore them out says more
        throw Ending.NOT_RUN.verdict();
      }
      worker = starter.submit(workers).get();
      peer = new GraderPeer(worker.link(), proxied, this::standIn);
      thread = null;
      lastScope = 0;
    }
    if (now != thread) {
      thread = now;
      int next = now.getName().equals(TEST_THREAD) ? ++scope : 0;
      peer.begin(next, lastScope == 0 ? -1 : lastScope);
      lastScope = next;
      worker.link().limit(MOST_BYTES);
      startNanos = System.nanoTime();
    }
  }

  private Object standIn(String className) {
    try {
      return Class.forName(className, true, loader)
          .getConstructor(Bridge.Made.class)
          .newInstance(Bridge.Made.BY_WORKER);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Ending howEnded(IOException why) {
    if (overtime) {
      return Ending.TIMED_OUT;
    }
    if (!(why instanceof EOFException)) {
      return Ending.TAMPERING_SUSPECTED;
    }
    inCall = false; // what it does from now on is no test's
    return worker != null && worker.hasEnded() ? Ending.EXITED : Ending.TAMPERING_SUSPECTED;
  }

  private Judged ended(Ending ending) {
    endings.put(exercise, ending);
    budget.wear();
    drop();
    return ending.verdict();
  }

  private void drop() {
    generation.incrementAndGet();
    if (worker != null) {
      budget.see(worker.cpu());
      budget.end();
      worker.close();
      worker = null;
    }
    overtime = false;
    inCall = false;
    depth = 0;
  }

  /** The learner's own frames, then those of the test; what lies between is machinery. */
  private static StackTraceElement[] spliced(StackTraceElement[] theirs) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (StackTraceElement frame : theirs) {
      if (frame.getClassName().startsWith(MACHINERY)) {
        break;
      }
      if (!frame.getClassName().contains(".reflect.")) {
        frames.add(frame);
      }
    }
    boolean machinery = true;
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      machinery &= frame.getClassName().startsWith(MACHINERY);
      if (!machinery) {
        frames.add(frame);
      }
    }
    return frames.toArray(StackTraceElement[]::new);
  }

  private void watch() {
    long test = 0;
    Duration cpuBefore = Duration.ZERO; // as first seen in the test, so at most one look too late
    try {
      for (int look = 1; true; look++) {
        Thread.sleep(LOOK_MILLIS);
        Worker watched = worker;
        if (watched == null) {
          continue;
        }
        if (look % LOOKS_AT_PROCESSES == 0) {
          watched.look();
        }
        Duration cpu = watched.cpu();
        budget.see(cpu);
        if (test != startNanos) {
          test = startNanos;
          cpuBefore = cpu;
        }
        boolean late = System.nanoTime() - test > limits.testWall().toNanos();
        boolean busy = cpu.minus(cpuBefore).compareTo(limits.testCpu()) > 0;
        if (inCall && (late || busy || budget.isUsedUp())) {
          overtime = true;
          watched.close();
        }
      }
    } catch (InterruptedException e) {
      // The session is closed.
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "starter");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    watch.interrupt();
    drop();
    starter.shutdownNow();
  }
}
