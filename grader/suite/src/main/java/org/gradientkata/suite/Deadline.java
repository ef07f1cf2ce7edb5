package org.gradientkata.suite;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Runs something on a thread of its own and stops waiting for it after a while. */
final class Deadline {
  private Deadline() {}

  /** Something that may throw anything. */
  @FunctionalInterface
  interface Task {
    void run() throws Throwable;
  }

  /**
   * Runs a task.
   *
   * @return what it threw, or where it still is; empty if it ended well
   */
  static Optional<Thrown> run(Task task, long millis) {
    return run(task, millis, new CappedOutput.Allowance());
  }

  /** Runs a task as {@link #run(Task, long)} does, and drops what it prints. */
  static Optional<Thrown> runSilently(Task task, long millis) {
    CappedOutput.Allowance nothing = new CappedOutput.Allowance();
    nothing.close();
    return run(task, millis, nothing);
  }

  private static Optional<Thrown> run(Task task, long millis, CappedOutput.Allowance allowance) {
    AtomicReference<Thrown> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              allowance.open();
              try {
                task.run();
              } catch (Throwable t) { // out of memory and endless recursion too are verdicts
                thrown.set(Thrown.of(t));
              }
            },
            "exercise");
    thread.setDaemon(true); // an endless loop can't be stopped, but it must not keep the JVM alive
    thread.start();
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Thrown.of(e));
    } finally {
      allowance.close();
    }
    StackTraceElement[] busyAt = thread.getStackTrace();
    if (busyAt.length > 0) { // none if it has just ended, as after a long search for memory
      thread.interrupt();
      return Optional.of(Thrown.deadline(busyAt));
    }
    return Optional.ofNullable(thrown.get());
  }
}
