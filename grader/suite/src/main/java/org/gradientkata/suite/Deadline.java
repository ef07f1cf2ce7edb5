package org.gradientkata.suite;

import java.util.concurrent.atomic.AtomicReference;

/** Runs something on a thread of its own and stops waiting for it after a while. */
final class Deadline {
  private Deadline() {}

  /** Something that may throw anything. */
  @FunctionalInterface
  interface Task {
    void run() throws Throwable;
  }

  /** It didn't end in time. */
  static final class Missed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Carries what the thread was doing when the time was up. */
    Missed(StackTraceElement[] busyAt) {
      super("deadline missed", null, false, true);
      setStackTrace(busyAt);
    }
  }

  /**
   * Runs a task.
   *
   * @return what it threw, a {@link Missed} if it still runs, or null
   */
  static Throwable run(Task task, long millis) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Throwable t) { // out of memory and endless recursion too are verdicts
                thrown.set(t);
              }
            },
            "exercise");
    thread.setDaemon(true); // an endless loop can't be stopped, but it must not keep the JVM alive
    thread.start();
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
    if (thread.isAlive()) {
      Missed missed = new Missed(thread.getStackTrace());
      thread.interrupt();
      return missed;
    }
    return thrown.get();
  }
}
