package org.gradientkata.kata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The workers of a command. Those that a learner's code has spoiled are replaced; who watches keeps
 * a warm one in reserve, so that nobody waits for it.
 */
final class Workers implements AutoCloseable {
  private final AnswerSet answers;
  private final boolean reserve;
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final List<Worker> busy = new ArrayList<>();
  private boolean closed;

  /**
   * Workers for an answer set.
   *
   * @param answers what they compile and run
   * @param reserve whether a warm one is kept ready behind the one that works
   */
  Workers(AnswerSet answers, boolean reserve) {
    this.answers = answers;
    this.reserve = reserve;
  }

  /** Starts some before they are needed. */
  synchronized void start(int count) {
    while (idle.size() < count) {
      idle.add(Worker.start(answers, false));
    }
  }

  /** Does a job with one of them. */
  List<Wire.Result> run(Wire.Job job, Consumer<String> output) throws Worker.Ended {
    Worker worker = take();
    try {
      return worker.run(job, output);
    } finally {
      giveBack(worker);
    }
  }

  /** Ends the jobs that are going on. */
  synchronized void cancel() {
    busy.forEach(Worker::close);
  }

  private synchronized Worker take() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    idle.removeIf(worker -> !worker.isUsable());
    Worker worker =
        idle.stream().filter(Worker::isReady).findFirst().orElseGet(() -> idle.peekFirst());
    if (worker == null) {
      worker = Worker.start(answers, false);
    }
    idle.remove(worker);
    busy.add(worker);
    return worker;
  }

  private synchronized void giveBack(Worker worker) {
    busy.remove(worker);
    if (worker.isUsable() && !closed) {
      idle.addFirst(worker);
    } else {
      worker.close();
    }
    if (reserve && !closed && idle.size() + busy.size() < 2) {
      idle.addLast(Worker.start(answers, true));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Worker::close);
    busy.forEach(Worker::close);
  }
}
