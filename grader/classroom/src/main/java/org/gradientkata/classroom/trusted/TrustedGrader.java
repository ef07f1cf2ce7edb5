package org.gradientkata.classroom.trusted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.ScratchFolder;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;

/**
 * Grades answers that can't be trusted: the tests run here, the answers in a sandboxed worker. One
 * grading at a time in a JVM.
 */
public final class TrustedGrader implements AutoCloseable {
  private static final String SHEET = "quiz-answers.yaml";
  private static final String NOT_STARTED = "not_started";

  private final Sandbox sandbox;
  private final TrustedLimits limits;
  private final Reference reference;
  private final ScratchFolder scratch;
  private final AnswerRun run;
  private final AnswerRun right;
  private final Set<String> proxied;
  private final Stage stage;
  private final boolean rules;
  private final Map<String, Standing> ofStubs = new HashMap<>();
  private Budget budget;

  /** What an exercise stands on. */
  public enum Predecessors {
    /** The learner's own answers. */
    OWN,
    /** The reference's answers to the exercises that it builds on; nothing of any other. */
    REFERENCE
  }

  /**
   * A grader.
   *
   * @param sandbox what the answers run in
   * @param limits what they may use up
   * @param tests jar or folder of the suite's tests
   * @param solutions folder of the reference's class files
   * @throws IOException if what a worker needs can't be laid out
   */
  public TrustedGrader(Sandbox sandbox, TrustedLimits limits, Path tests, Path solutions)
      throws IOException {
    this(sandbox, limits, tests, solutions, true);
  }

  /** A grader that may look away from broken rules, to try what the sandbox alone keeps out. */
  TrustedGrader(Sandbox sandbox, TrustedLimits limits, Path tests, Path solutions, boolean rules)
      throws IOException {
    this.rules = rules;
    this.budget = new Budget(limits);
    this.sandbox = sandbox;
    this.limits = limits;
    this.reference = new Reference(solutions);
    this.scratch = ScratchFolder.make("kata-answers");
    Map<String, byte[]> proxies = reference.proxies();
    this.run = new AnswerRun(List.of(scratch.path(), tests), proxies);
    this.right = new AnswerRun(List.of(solutions, tests), Map.of());
    this.proxied = Set.copyOf(proxies.keySet());
    this.stage = new Stage();
  }

  /**
   * Grades. What passes all tests of an exercise is asked once more, for inputs drawn from the
   * seed: an answer that knows the tests' inputs by heart doesn't know these. A run on own
   * predecessors begins a submission, as far as its limits are concerned.
   *
   * @param answers what was handed in
   * @param exercises numbers and names
   * @param predecessors what each exercise stands on
   * @param seed of the inputs that no test has
   * @param failing other exercises in which something is known to be wrong, so that what builds on
   *     them waits for them
   * @return the verdicts
   * @throws IOException if the answers can't be laid out or no worker can be started
   */
  public GradedAnswers grade(
      AnswerClasses answers,
      List<String> exercises,
      Predecessors predecessors,
      long seed,
      Set<String> failing)
      throws IOException {
    if (predecessors == Predecessors.OWN) {
      Map<String, Standing> standings = new HashMap<>();
      List<String> begun = new ArrayList<>();
      for (String exercise : exercises) {
        if (isHandedIn(answers, exercise)) {
          begun.add(exercise);
        } else {
          standings.put(exercise, ofStub(exercise));
        }
      }
      budget = new Budget(limits);
      GradedAnswers graded =
          begun.isEmpty()
              ? new GradedAnswers(List.of(), Map.of(), Map.of())
              : run(answers, own(answers), begun, seed, failing);
      graded.standings().forEach(s -> standings.put(s.exercise().value(), s));
      Map<String, String> outcomes = new TreeMap<>(graded.outcomes());
      exercises.forEach(e -> outcomes.putIfAbsent(e, NOT_STARTED));
      return new GradedAnswers(
          exercises.stream().map(standings::get).toList(), outcomes, graded.differences());
    }
    List<Standing> standings = new ArrayList<>();
    Map<String, String> outcomes = new TreeMap<>();
    Map<String, List<String>> differences = new TreeMap<>();
    for (String exercise : exercises) {
      GradedAnswers one =
          run(answers, onReference(answers, exercise), List.of(exercise), seed, Set.of());
      standings.addAll(one.standings());
      outcomes.putAll(one.outcomes());
      differences.putAll(one.differences());
    }
    return new GradedAnswers(standings, outcomes, differences);
  }

  /** Grades answers of which nothing is known yet. */
  GradedAnswers grade(
      AnswerClasses answers, List<String> exercises, Predecessors predecessors, long seed)
      throws IOException {
    return grade(answers, exercises, predecessors, seed, Set.of());
  }

  /** What the tests say of an exercise that nobody has begun, which is always the same. */
  private Standing ofStub(String exercise) throws IOException {
    Standing known = ofStubs.get(exercise);
    if (known == null) {
      AnswerClasses none = new AnswerClasses(Map.of(), Optional.empty());
      budget = new Budget(limits);
      Map<String, byte[]> stub = onReference(none, exercise);
      known = run(none, stub, List.of(exercise), 0, Set.of()).standings().get(0);
      ofStubs.put(exercise, known);
    }
    return known;
  }

  private Map<String, byte[]> own(AnswerClasses answers) {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String exercise : Catalogue.exercises()) {
      put(classes, answers, exercise);
    }
    return classes;
  }

  private Map<String, byte[]> onReference(AnswerClasses answers, String exercise) {
    Map<String, byte[]> classes = new TreeMap<>();
    Set<String> before = Reference.predecessors(exercise);
    for (String each : Catalogue.exercises()) {
      if (each.equals(exercise)) {
        put(classes, answers, each);
      } else if (before.contains(each)) {
        classes.putAll(reference.of(each));
      } else {
        Catalogue.places(each)
            .forEach(p -> classes.put(p.className(), reference.stub(p.className())));
      }
    }
    return classes;
  }

  /**
   * A file without a usable class leaves its stub; of two companions of one name the first stays.
   */
  private void put(Map<String, byte[]> classes, AnswerClasses answers, String exercise) {
    for (Catalogue.Place place : Catalogue.places(exercise)) {
      Map<String, byte[]> file = answers.files().getOrDefault(place.className(), Map.of());
      if (file.containsKey(place.className())) {
        file.forEach(classes::putIfAbsent);
      } else {
        classes.put(place.className(), reference.stub(place.className()));
      }
    }
  }

  private GradedAnswers run(
      AnswerClasses answers,
      Map<String, byte[]> classes,
      List<String> exercises,
      long seed,
      Set<String> failing)
      throws IOException {
    scratch.empty();
    Path folder = scratch.path();
    try (Session session =
        new Session(
            () -> new Worker(sandbox, stage, limits, proxied, classes), limits, budget, proxied)) {
      for (Map.Entry<String, byte[]> entry : (rules ? classes : harmless()).entrySet()) {
        Path file = folder.resolve(entry.getKey().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, entry.getValue());
      }
      // Without a sheet of its own the quiz would look for one in the checkout.
      Files.writeString(folder.resolve(SHEET), answers.sheet().orElse(""));
      Bridge.open(session);
      List<Standing> standings = run.grade(exercises, failing);
      Map<String, String> outcomes = new TreeMap<>();
      Map<String, List<String>> differences = new TreeMap<>();
      Set<String> seen = new HashSet<>();
      for (Standing standing : standings) {
        String exercise = standing.exercise().value();
        seen.add(exercise);
        outcomes.put(
            exercise,
            isHandedIn(answers, exercise)
                ? outcome(standing, session.endings().get(exercise))
                : NOT_STARTED);
        if (standing.state() == State.SOLVED) {
          List<String> methods = run.differences(right, exercise, fresh(seed));
          if (!methods.isEmpty()) {
            differences.put(exercise, methods);
            outcomes.put(exercise, "wrong");
          }
        }
      }
      if (!seen.containsAll(exercises)) {
        throw new IOException("no tests were found for some of " + exercises);
      }
      return new GradedAnswers(standings, outcomes, differences);
    } finally {
      Bridge.open(null);
    }
  }

  /** Two seeds that nobody can guess from how a batch's own seed looks. */
  private static long[] fresh(long seed) {
    return new RandomSource(seed).longs(2).toArray();
  }

  private Map<String, byte[]> harmless() {
    Map<String, byte[]> classes = new TreeMap<>();
    Catalogue.exercises().forEach(e -> classes.putAll(reference.of(e)));
    return classes;
  }

  /** What wasn't handed in isn't waiting for anything, whichever stub its tests met first. */
  private static boolean isHandedIn(AnswerClasses answers, String exercise) {
    List<Catalogue.Place> places = Catalogue.places(exercise);
    return places.isEmpty()
        || places.stream().anyMatch(p -> answers.files().containsKey(p.className()));
  }

  private static String outcome(Standing standing, Session.Ending ending) {
    State state = standing.state();
    if (ending != null && state != State.SOLVED) {
      return ending.name().toLowerCase(Locale.ROOT);
    }
    String broken = Texts.kit().get("rule.not-run");
    boolean forbidden = standing.outcomes().stream().anyMatch(o -> o.message().endsWith(broken));
    return forbidden ? "forbidden_api" : state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    run.close();
    right.close();
    scratch.close();
    stage.close();
  }
}
