package org.gradientkata.contract;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that help with a task cut in parts: whoever is free takes another part. The caller begins
 * at the front and the helpers at the back, so that parts next to each other mostly find what they
 * share in the cache of one processor.
 *
 * <p>A BLAS has threads of its own, but the caller depends on them: where other programs need the
 * processors too, OpenBLAS with two threads was thirty times slower than with one. Here a part that
 * nobody has begun is never waited for, so a late helper costs nothing.
 *
 * <p>What a part computes doesn't depend on who does it, so the result doesn't either.
 */
final class Crew {
  /** One for everything: as many threads as processors, or {@code -Dkata.threads}. */
  static final Crew ALL =
      new Crew(Integer.getInteger("kata.threads", Runtime.getRuntime().availableProcessors()) - 1);

  /** Some 30 µs: longer than what lies between two products of a training step. */
  private static final int SPINS = 2_000;

  private static final long NAP = 20_000;

  private final int count;
  private volatile Job latest;
  private Thread[] threads;

  /**
   * A crew whose threads aren't started before they are needed.
   *
   * @param count how many, besides the caller; may be 0
   */
  Crew(int count) {
    this.count = count;
  }

  /** How many can work at the same time, the caller included. */
  int hands() {
    return count + 1;
  }

  /** Does all parts, and returns when the last is done. */
  void share(int parts, Part task) {
    Job job = new Job(parts, task);
    start();
    latest = job;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    job.workFromFront();
    job.awaitEnd();
  }

  private synchronized void start() {
    if (threads == null) {
      threads = new Thread[count];
      for (int i = 0; i < count; i++) {
        threads[i] = new Thread(this::help, "product-helper-" + (i + 1));
        threads[i].setDaemon(true);
        threads[i].start();
      }
    }
  }

  private void help() {
    Job done = null;
    while (true) {
      done = next(done);
      done.workFromBack();
    }
  }

  private Job next(Job done) {
    for (int spins = 0; ; spins++) {
      Job job = latest;
      if (job != done) {
        return job;
      }
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** One of the parts of a task. */
  @FunctionalInterface
  interface Part {
    /** Does it; the parts are numbered from 0. */
    void compute(int part);
  }

  /** A task that is being done. */
  private static final class Job {
    private final int parts;
    private final Part task;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger takenFromBack = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Throwable failure;

    Job(int parts, Part task) {
      this.parts = parts;
      this.task = task;
    }

    void workFromFront() {
      for (int part = 0; takeOne(); part++) {
        compute(part);
      }
    }

    void workFromBack() {
      while (takeOne()) {
        compute(parts - 1 - takenFromBack.getAndIncrement());
      }
    }

    /** Whether there was one left; so front and back never meet. */
    private boolean takeOne() {
      return taken.getAndIncrement() < parts;
    }

    private void compute(int part) {
      try {
        task.compute(part);
      } catch (RuntimeException | Error e) {
        failure = e; // for the caller, who may be another thread
      } finally {
        done.incrementAndGet();
      }
    }

    void awaitEnd() {
      for (int spins = 0; done.get() < parts; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(NAP); // the helper may be waiting for this very processor
        }
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
