package org.gradientkata.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run where the learner stands and what to do next. */
public final class ClosingLines implements TestExecutionListener {

  /** Makes the listener; the JUnit platform does. */
  public ClosingLines() {}

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    Results.startRun();
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    List<Standing> standings = Results.current().standings();
    if (!standings.isEmpty()) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      lines(standings).forEach(out::println);
      write(ResultsJson.of(standings));
    }
  }

  /** Beside the reports of the run; a graded run outside Maven has no such folder. */
  private static void write(String json) {
    Path target = Path.of("target");
    if (!Files.isDirectory(target)) {
      return;
    }
    try {
      Files.createDirectories(target.resolve("kata"));
      Files.writeString(target.resolve("kata/results.json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The closing lines of a run.
   *
   * @param standings the exercises that were graded, in order
   * @return the lines: one for each exercise, what is wrong, the sum, the next step
   */
  public static List<String> lines(List<Standing> standings) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    for (Standing s : standings) {
      lines.add(
          String.format(
              "  %s %-31s %3d/%-3d %s",
              mark(s.state()), s.exercise().value(), s.points(), s.maximum(), stateText(s)));
    }
    lines.addAll(below(standings));
    return lines;
  }

  /**
   * The closing lines without those that name each exercise.
   *
   * @param standings the exercises that were graded, in order
   * @return the lines: what is wrong, the sum, the next step
   */
  public static List<String> below(List<Standing> standings) {
    Texts kit = Texts.kit();
    List<String> lines = new ArrayList<>();
    for (Standing s : standings) {
      if (s.state().isFailure()) {
        lines.add("");
        lines.addAll(explanation(s));
      }
    }
    for (Standing s : standings) {
      for (Outcome o : s.outcomes()) {
        if (o.state() == State.IN_PROGRESS) {
          lines.add("");
          lines.add("· " + s.exercise().value() + " · " + o.state().text());
          lines.addAll(told(List.of(o)));
        }
      }
    }
    long solved = standings.stream().filter(s -> s.state() == State.SOLVED).count();
    int points = standings.stream().mapToInt(Standing::points).sum();
    int maximum = standings.stream().mapToInt(Standing::maximum).sum();
    lines.add("");
    lines.add(kit.get("sum", solved, standings.size(), points, maximum));
    lines.addAll(next(standings));
    return lines;
  }

  /**
   * Why an exercise stands where it does.
   *
   * @param s the exercise
   * @return its state and what explains it, the latter indented; only the state if it is solved
   */
  public static List<String> explanation(Standing s) {
    List<String> lines = new ArrayList<>();
    lines.add(mark(s.state()) + " " + s.exercise().value() + " · " + stateText(s));
    lines.addAll(s.state().isFailure() ? reasons(s) : started(s));
    return lines;
  }

  /** What is begun, each on its own; else the first test that has to wait or was not begun. */
  private static List<String> started(Standing s) {
    List<Outcome> begun =
        s.outcomes().stream().filter(o -> o.state() == State.IN_PROGRESS).toList();
    List<Outcome> shown = begun.isEmpty() ? s.reason().stream().toList() : begun;
    return told(shown);
  }

  /** The first test that went wrong; of a quiz each answer, as each has its own explanation. */
  private static List<String> reasons(Standing s) {
    List<Outcome> wrong = s.outcomes().stream().filter(o -> o.state().isFailure()).toList();
    List<Outcome> shown = new ArrayList<>(s.reason().stream().toList());
    wrong.stream()
        .filter(o -> o.stage() == Stage.QUESTION && !shown.contains(o))
        .forEach(shown::add);
    return told(shown);
  }

  private static List<String> told(List<Outcome> outcomes) {
    return outcomes.stream().flatMap(o -> indented(titled(o)).stream()).toList();
  }

  /** What doesn't compile fails as a whole; which test met it first says nothing. */
  private static String titled(Outcome o) {
    return o.state() == State.DOES_NOT_COMPILE ? o.message() : o.title() + "\n" + o.message();
  }

  private static String stateText(Standing s) {
    return s.state() == State.IN_PROGRESS
        ? Texts.kit().get("state.in_progress.count", s.written(), s.methods())
        : s.state().text();
  }

  /** What is wrong comes first, then the first exercise that isn't solved. */
  private static List<String> next(List<Standing> standings) {
    Optional<Standing> wrong = standings.stream().filter(s -> s.state().isFailure()).findFirst();
    Optional<Standing> open =
        wrong.isPresent()
            ? wrong
            : standings.stream().filter(s -> s.state() != State.SOLVED).findFirst();
    if (open.isEmpty()) {
      return List.of(Texts.kit().get("next.none"));
    }
    String exercise = open.get().exercise().value();
    return List.of(
        Texts.kit().get("next", exercise, FileToEdit.of(open.get())),
        Texts.kit().get("next.help", exercise.substring(0, exercise.indexOf(' '))));
  }

  private static String mark(State state) {
    if (state == State.SOLVED) {
      return "✔";
    }
    return state.isFailure() ? "✘" : "·";
  }

  private static List<String> indented(String text) {
    return text.lines().map(line -> "  " + line).toList();
  }
}
