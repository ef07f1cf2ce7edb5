package org.gradientkata.kata;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Compiles and grades one exercise after the other. What was saved last goes first, and a run that
 * is still busy with something older is ended.
 */
final class WatchJobs implements AutoCloseable {
  /** Nearly every run is over by then; ending it would cost a warm worker. */
  private static final long PATIENCE_MILLIS = 150;

  /** Whoever sees nothing happen for longer doubts that anything does. */
  private static final long BLINK_MILLIS = 400;

  /** What nobody waits for begins when nothing was saved for so long. */
  private static final long QUIET_MILLIS = 3_000;

  private final AnswerSet answers;
  private final Workers workers;
  private final Board board;
  private final Consumer<WatchEvent> events;
  private final Deque<String> urgent = new ArrayDeque<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(WatchJobs::daemon);
  private boolean toCompile;
  private int running;
  private String runningExercise = "";
  private long runningSince;
  private int last;
  private long quietFrom = System.nanoTime();
  private Optional<KnownVerdicts> known = Optional.empty();
  private boolean untouched = true;

  /**
   * Jobs on an answer set.
   *
   * @param answers what is graded
   * @param board what is known so far
   * @param events takes a word of each job's end
   */
  WatchJobs(AnswerSet answers, Board board, Consumer<WatchEvent> events) {
    this.answers = answers;
    this.workers = new Workers(answers, true);
    this.board = board;
    this.events = events;
    this.toCompile = !answers.isCurrent();
    workers.start(1);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "jobs");
    thread.setDaemon(true);
    return thread;
  }

  /** Something was saved: everything is to be compiled, and this exercise is graded first. */
  synchronized void saved(String exercise) {
    toCompile = true;
    untouched = false;
    quietFrom = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
    int older = running;
    first(exercise);
    if (older > 0) {
      after(PATIENCE_MILLIS, () -> events.accept(new WatchEvent.Overdue(older)));
    }
  }

  private static void after(long millis, Runnable work) {
    daemon(
            () -> {
              try {
                TimeUnit.MILLISECONDS.sleep(millis);
                work.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .start();
  }

  /** Grades an exercise before all others. */
  synchronized void first(String exercise) {
    waiting.remove(exercise);
    urgent.remove(exercise);
    urgent.addFirst(exercise);
    next();
  }

  /** Grades exercises when there is nothing else to do. */
  synchronized void later(Collection<String> exercises) {
    exercises.stream()
        .filter(e -> !waiting.contains(e) && !urgent.contains(e))
        .forEach(waiting::addLast);
    next();
  }

  /** Ends a job if it is still going on. */
  synchronized void end(int job) {
    if (running == job) {
      workers.cancel();
    }
  }

  /** For how many seconds an exercise is being graded; empty if it isn't, or for a blink only. */
  synchronized OptionalLong busySeconds(String exercise) {
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - runningSince);
    boolean busy = running > 0 && runningExercise.equals(exercise) && millis >= BLINK_MILLIS;
    return busy ? OptionalLong.of(millis / 1000) : OptionalLong.empty();
  }

  /** Gives word again in a second if a job is still going on. */
  synchronized void askAgain(int job) {
    if (running == job) {
      after(1_000, () -> events.accept(new WatchEvent.Busy(job)));
    }
  }

  /** Whether there is anything left to do. */
  synchronized boolean isIdle() {
    return running == 0 && urgent.isEmpty() && waiting.isEmpty();
  }

  /** A job has ended; the next one begins. */
  synchronized void ended(int job) {
    if (running == job) {
      running = 0;
      next();
    }
  }

  private synchronized void next() {
    if (running > 0 || (urgent.isEmpty() && waiting.isEmpty())) {
      return;
    }
    long noise = TimeUnit.NANOSECONDS.toMillis(quietFrom - System.nanoTime());
    if (urgent.isEmpty() && noise > 0) {
      after(noise + 1, this::next);
    } else {
      boolean known = urgent.isEmpty() && untouched;
      String exercise = urgent.isEmpty() ? waiting.removeFirst() : urgent.removeFirst();
      boolean compile = toCompile;
      toCompile = false;
      last++;
      running = last;
      runningExercise = exercise;
      runningSince = System.nanoTime();
      int job = last;
      after(BLINK_MILLIS, () -> events.accept(new WatchEvent.Busy(job)));
      thread.execute(() -> work(job, exercise, compile, known));
    }
  }

  private void work(int job, String exercise, boolean compile, boolean mayBeKnown) {
    Judge judge = new Judge(answers, workers);
    StringBuilder printed = new StringBuilder();
    boolean compiled = false;
    WatchEvent end;
    try {
      if (compile) {
        judge.compile();
        compiled = true;
      }
      Set<String> failing = board.failing();
      Optional<Wire.Result> before = mayBeKnown ? known(exercise, failing) : Optional.empty();
      Wire.Result result =
          before.isPresent() ? before.get() : judge.grade(exercise, failing, printed::append);
      end =
          new WatchEvent.Ended(
              job,
              exercise,
              Optional.of(result.standing()),
              Optional.empty(),
              printed.toString(),
              before.isPresent());
    } catch (Judge.Ungraded | Mistake e) {
      end =
          new WatchEvent.Ended(
              job,
              exercise,
              Optional.empty(),
              Optional.of(e.getMessage()),
              printed.toString(),
              false);
    } catch (Judge.Cancelled e) {
      synchronized (this) {
        toCompile |= compile && !compiled;
      }
      end = new WatchEvent.Ended(job, exercise, Optional.empty(), Optional.empty(), "", false);
    }
    events.accept(end);
  }

  /** What an earlier command has found, as long as nothing was saved since this one began. */
  private Optional<Wire.Result> known(String exercise, Set<String> failing) {
    if (known.isEmpty()) {
      known = Optional.of(KnownVerdicts.of(answers));
    }
    return known.get().of(exercise, failing);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    workers.close();
  }
}
