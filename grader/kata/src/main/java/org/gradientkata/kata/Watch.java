package org.gradientkata.kata;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.FileToEdit;
import org.gradientkata.suite.Standing;

/** Shows the verdict on whatever is saved, and obeys the keys, until somebody quits. */
final class Watch {
  private final Kit kit;
  private final Console console;
  private final WatchScreen screen;
  private final BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
  private final Board board = new Board();
  private final WatchJobs jobs;

  private volatile String current;
  private Function<WatchText, List<String>> verdict = text -> List.of();
  private Function<WatchText, List<String>> solved = text -> List.of();
  private volatile List<String> overlay = List.of();
  private volatile boolean asking;
  private boolean hasReset;
  private boolean savedNow;
  private long savedAt;

  /**
   * Starts to look.
   *
   * @param kit the checkout
   * @param console its colours and width
   * @param screen what shows the verdicts
   * @param first the exercise to begin with; empty for the first that isn't solved
   */
  Watch(Kit kit, Console console, WatchScreen screen, String first) {
    this.kit = kit;
    this.console = console;
    this.screen = screen;
    this.current = first;
    this.jobs = new WatchJobs(kit.exercises(), board, events::add);
  }

  /** Watches until somebody quits. */
  void run(boolean poll) throws IOException, InterruptedException {
    try (FileChanges changes = new FileChanges(kit.root().resolve("exercises"), poll);
        jobs) {
      Thread thread = new Thread(() -> pass(changes), "saved");
      thread.setDaemon(true);
      thread.start();
      screen.listen(key -> key(key));
      jobs.later(Catalogue.exercises());
      if (!current.isEmpty()) {
        jobs.first(current);
      }
      draw(false);
      boolean on = true;
      while (on) {
        on = handle(events.take());
      }
    }
  }

  private void pass(FileChanges changes) {
    try {
      while (true) {
        events.add(new WatchEvent.Saved(changes.await()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The editor gets the terminal while nothing reads its keys. */
  private void key(int key) {
    if (key == 'e' && !asking && overlay.isEmpty() && !current.isEmpty()) {
      screen.suspend();
      boolean opened = Editor.open(kit.root().resolve(fileToEdit()));
      screen.resume();
      events.add(new WatchEvent.Key(opened ? WatchScreen.REDRAW : 'E'));
    } else {
      events.add(new WatchEvent.Key(key));
    }
  }

  private String fileToEdit() {
    return board.of(current).map(FileToEdit::first).orElse(Catalogue.file(current));
  }

  private boolean handle(WatchEvent event) {
    if (event instanceof WatchEvent.Saved saved) {
      saved(saved.files());
    } else if (event instanceof WatchEvent.Ended ended) {
      ended(ended);
    } else if (event instanceof WatchEvent.Overdue overdue) {
      jobs.end(overdue.job());
    } else if (event instanceof WatchEvent.Busy busy) {
      draw(false);
      jobs.askAgain(busy.job());
    } else if (event instanceof WatchEvent.Key typed) {
      return typed(typed.key());
    }
    return true;
  }

  private void saved(Set<Path> files) {
    savedAt = System.nanoTime();
    savedNow = true;
    hasReset =
        hasReset && ExerciseFile.of(current).stream().allMatch(f -> f.isPristine(kit.root()));
    if (!hasReset) { // where the old files are has to be read before it goes
      overlay = List.of();
    }
    asking = false;
    solved = text -> List.of();
    List<String> touched =
        Catalogue.exercises().stream().filter(e -> files.stream().anyMatch(isOf(e))).toList();
    if (!touched.isEmpty() && !touched.contains(current)) {
      current = touched.get(0);
    }
    List<String> others = new ArrayList<>(touched);
    others.remove(current);
    if (!current.isEmpty()) {
      jobs.saved(current);
    }
    jobs.later(others);
  }

  private Predicate<Path> isOf(String exercise) {
    List<Path> places =
        new ArrayList<>(List.of(kit.root().resolve(Catalogue.file(exercise)).normalize()));
    Catalogue.places(exercise).forEach(p -> places.add(kit.root().resolve(p.file()).normalize()));
    return places::contains;
  }

  private void ended(WatchEvent.Ended ended) {
    String exercise = ended.exercise();
    boolean solvedBefore = board.isSolved(exercise);
    boolean knownBefore = board.of(exercise).isPresent();
    ended.standing().ifPresent(board::put);
    ended.ungraded().ifPresent(word -> board.forget(exercise));
    boolean isSolved = board.isSolved(exercise);
    if (knownBefore && solvedBefore != isSolved) {
      jobs.later(
          Catalogue.exercises().stream()
              .filter(other -> Board.before(other).contains(exercise))
              .toList());
    }
    boolean cancelled = ended.standing().isEmpty() && ended.ungraded().isEmpty();
    if (current.isEmpty() && ended.standing().isPresent() && !isSolved) {
      current = exercise;
      verdict = known(exercise);
    }
    if (cancelled) {
      jobs.later(List.of(exercise)); // unless it is about to be graded anyway
    }
    if (exercise.equals(current) && ended.again()) {
      jobs.first(exercise); // what it prints is shown, too
    }
    if (exercise.equals(current) && !cancelled && !ended.again()) {
      show(ended, knownBefore && !solvedBefore && isSolved);
    } else {
      jobs.ended(ended.job());
      draw(false);
    }
  }

  private void show(WatchEvent.Ended ended, boolean justSolved) {
    long millis = savedNow ? (System.nanoTime() - savedAt) / 1_000_000 : -1;
    Optional<Standing> standing = ended.standing();
    if (savedNow && justSolved && standing.isPresent()) {
      solved =
          text -> {
            List<String> lines = new ArrayList<>(text.solved(standing.get()));
            List<String> more = lines(text, ended, millis);
            lines.addAll(lines.size() - 1, more.subList(1, more.size()));
            return lines;
          };
      Optional<String> next = unsolvedAfter(current);
      current = next.orElse(current);
      next.ifPresent(jobs::first);
      verdict = next.map(this::known).orElse(text -> List.of(Messages.get("watch.all")));
    } else {
      verdict = text -> lines(text, ended, millis);
    }
    savedNow = false;
    jobs.ended(ended.job());
    draw(true);
  }

  /** The verdict, what was printed, and how long it took, if somebody waits for it. */
  private static List<String> lines(WatchText text, WatchEvent.Ended ended, long millis) {
    List<String> lines = new ArrayList<>();
    ended.standing().ifPresent(s -> lines.addAll(text.verdict(s)));
    ended.ungraded().ifPresent(word -> lines.addAll(text.wrapped(List.of(word))));
    if (!ended.printed().isBlank()) {
      lines.addAll(text.printed(ended.printed()));
    }
    if (millis >= 0) {
      lines.add("");
      lines.add(text.checked(millis));
    }
    return lines;
  }

  /** What there is to say of an exercise before its tests have run again. */
  private Function<WatchText, List<String>> known(String exercise) {
    Optional<Standing> standing = board.of(exercise);
    return text ->
        standing.map(text::verdict).orElseGet(() -> List.of(Messages.get("watch.running")));
  }

  /** The next exercise that isn't solved, from the beginning again after the last. */
  private Optional<String> unsolvedAfter(String exercise) {
    List<String> all = Catalogue.exercises();
    int start = all.indexOf(exercise);
    for (int i = 1; i < all.size(); i++) {
      String other = all.get((start + i) % all.size());
      if (!board.isSolved(other)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private boolean typed(int key) {
    if (key == WatchScreen.QUIT) {
      return false;
    }
    if (key == WatchScreen.REDRAW) {
      draw(false);
      return true;
    }
    if (asking) {
      asking = false;
      hasReset = key == 'y' || key == 'Y';
      overlay = hasReset ? command("reset", number(), "--yes") : List.<String>of();
      draw(false);
      return true;
    }
    if (!overlay.isEmpty()) {
      overlay = List.of();
      hasReset = false;
      draw(false);
      return true;
    }
    if (key == 'q' || key == 'Q') {
      return false;
    }
    if (!current.isEmpty()) {
      act(key);
    }
    return true;
  }

  private void act(int key) {
    switch (key) {
      case 'h' -> overlay = command("hint", number());
      case 's' -> overlay = command("show", number());
      case 'l' -> overlay = new Standings(narrow()).table(board.of(Catalogue.exercises()));
      case 'n' -> move(1);
      case 'p' -> move(-1);
      case 'r' -> again();
      case 'x' -> asking = true;
      case 'E' -> overlay = noEditor();
      default -> {}
    }
    draw(false);
  }

  private List<String> noEditor() {
    String editor = Editor.name();
    String key = editor.isEmpty() ? "watch.no-editor" : "watch.editor";
    return new WatchText(screen.columns())
        .wrapped(List.of(Messages.get(key, fileToEdit(), editor)));
  }

  private String number() {
    return current.substring(0, current.indexOf(' '));
  }

  private void again() {
    savedAt = System.nanoTime();
    savedNow = true;
    solved = text -> List.of();
    jobs.saved(current);
  }

  private void move(int step) {
    List<String> all = Catalogue.exercises();
    current = all.get((all.indexOf(current) + step + all.size()) % all.size());
    solved = text -> List.of();
    verdict = known(current);
    jobs.first(current);
  }

  /** What another command says. */
  private List<String> command(String... words) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);
    Kata.run(words, new Console(out, out, false, console.color(), screen.columns()));
    return new WatchText(screen.columns()).wrapped(text.toString().lines().toList());
  }

  private Console narrow() {
    return new Console(console.out(), console.err(), false, console.color(), screen.columns());
  }

  private void draw(boolean isVerdict) {
    WatchText text = new WatchText(screen.columns());
    List<String> body = new ArrayList<>(overlay.isEmpty() ? solved.apply(text) : overlay);
    if (overlay.isEmpty()) {
      List<String> lines = verdict.apply(text);
      body.addAll(lines.isEmpty() ? List.of(Messages.get("watch.looking")) : lines);
    }
    String keys = Messages.get("watch.keys");
    if (asking) {
      keys = Messages.get("watch.reset", current);
    } else if (!overlay.isEmpty()) {
      keys = Messages.get("watch.back");
    } else if (current.isEmpty() && jobs.isIdle()) {
      body = new ArrayList<>(List.of(Messages.get("watch.all")));
    }
    List<String> head = text.head(board, current, jobs.busySeconds(current));
    screen.draw(new WatchView(head, body, text.keys(keys), isVerdict));
  }
}
