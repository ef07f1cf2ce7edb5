package org.gradientkata.kata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;

/**
 * Compiles what has changed and grades exercises, two at a time, in processes of their own: what a
 * learner's code does to its process costs its own exercise only.
 */
final class Grader {
  /** Below so many exercises a second process costs more than it brings. */
  private static final int WORTH_A_SECOND = 3;

  private final Judge judge;
  private final KnownVerdicts known;
  private final boolean again;
  private final int workers;
  private final Consumer<String> output;
  private final Board board = new Board();
  private final Map<String, String> ungraded = new TreeMap<>();

  private Grader(
      Judge judge, KnownVerdicts known, boolean again, int workers, Consumer<String> output) {
    this.judge = judge;
    this.known = known;
    this.again = again;
    this.workers = workers;
    this.output = output;
  }

  /**
   * What came of it.
   *
   * @param standings the exercises that could be graded
   * @param ungraded a word for each of the others
   */
  record Grades(List<Standing> standings, List<String> ungraded) {}

  /** Grades exercises, and drops what their code prints. */
  static Grades grade(AnswerSet answers, List<String> exercises) {
    return grade(answers, exercises, text -> {});
  }

  /** Grades those exercises whose verdict isn't known, and drops what their code prints. */
  static Grades gradeChanged(AnswerSet answers, List<String> exercises) {
    return grade(answers, exercises, false, text -> {});
  }

  /**
   * Grades exercises.
   *
   * @param answers the classes that are graded
   * @param exercises numbers and names, in order
   * @param output takes what their code prints, an exercise at a time
   */
  static Grades grade(AnswerSet answers, List<String> exercises, Consumer<String> output) {
    return grade(answers, exercises, true, output);
  }

  private static Grades grade(
      AnswerSet answers, List<String> exercises, boolean again, Consumer<String> output) {
    boolean many =
        exercises.size() >= WORTH_A_SECOND && Runtime.getRuntime().availableProcessors() > 1;
    try (Workers workers = new Workers(answers, false)) {
      if (again) {
        workers.start(many ? 2 : 1);
      }
      Judge judge = new Judge(answers, workers);
      if (!answers.isCurrent()) {
        judge.compile();
      }
      KnownVerdicts known = KnownVerdicts.of(answers);
      Grader grader = new Grader(judge, known, again, many ? 2 : 1, output);
      EarlyEnd.saying(
          Messages.get("check.stopped"),
          () -> {
            grader.grade(exercises);
            return null;
          });
      known.keep();
      return new Grades(grader.board.of(exercises), grader.words(exercises));
    } catch (Judge.Cancelled e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> words(List<String> exercises) {
    return exercises.stream().filter(ungraded::containsKey).map(ungraded::get).toList();
  }

  /** What is wrong may be the consequence of an exercise that nobody asked for. */
  private void grade(List<String> exercises) {
    run(exercises, output);
    Set<String> others = new LinkedHashSet<>();
    List<String> again = new ArrayList<>();
    for (Standing s : board.of(exercises)) {
      if (s.state() == State.WRONG || s.state() == State.TIMED_OUT) {
        Set<String> before = Board.before(s.exercise().value());
        exercises.forEach(before::remove);
        if (!before.isEmpty()) {
          others.addAll(before);
          again.add(s.exercise().value());
        }
      }
    }
    run(others, text -> {});
    Set<String> failing = board.failing();
    again.removeIf(exercise -> Board.before(exercise).stream().noneMatch(b -> failing.contains(b)));
    again.forEach(board::forget);
    run(again, text -> {});
  }

  private void run(Collection<String> exercises, Consumer<String> to) {
    Schedule schedule = new Schedule(exercises);
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < Math.min(workers, exercises.size()); i++) {
      Thread thread = new Thread(() -> work(schedule, to), "grader");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    work(schedule, to);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work(Schedule schedule, Consumer<String> to) {
    for (String next = schedule.next(); next != null; next = schedule.next()) {
      StringBuilder printed = new StringBuilder();
      try {
        board.put(result(next, printed).standing());
      } catch (Judge.Ungraded e) {
        synchronized (ungraded) {
          ungraded.put(next, e.getMessage());
        }
      } catch (Judge.Cancelled e) {
        throw new IllegalStateException(e);
      } finally {
        synchronized (to) {
          to.accept(printed.toString());
        }
        schedule.done(next);
      }
    }
  }

  private Wire.Result result(String exercise, StringBuilder printed)
      throws Judge.Ungraded, Judge.Cancelled {
    Set<String> failing = board.failing();
    Optional<Wire.Result> before = again ? Optional.empty() : known.of(exercise, failing);
    if (before.isPresent()) {
      return before.get();
    }
    Wire.Result result = judge.grade(exercise, failing, printed::append);
    known.note(result, failing);
    return result;
  }

  /** Exercises in order, none before those it builds on. */
  private static final class Schedule {
    private final TreeSet<String> open;
    private final Set<String> running = new TreeSet<>();

    Schedule(Collection<String> exercises) {
      this.open = new TreeSet<>(exercises);
    }

    /** The next one, as soon as there is one; null if all are given out. */
    synchronized String next() {
      while (!open.isEmpty()) {
        for (String exercise : open) {
          Set<String> before = Board.before(exercise);
          if (before.stream().noneMatch(b -> open.contains(b) || running.contains(b))) {
            open.remove(exercise);
            running.add(exercise);
            return exercise;
          }
        }
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return null;
        }
      }
      return null;
    }

    synchronized void done(String exercise) {
      running.remove(exercise);
      notifyAll();
    }
  }
}
