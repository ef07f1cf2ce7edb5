package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.classroom.trusted.TrustedLimits;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The attack corpus: hostile answers beside honest ones. */
class HostileSubmissionsTest {
  private static final String SIGMOID = "org.gradientkata.activation.Sigmoid";
  private static final String TANH = "org.gradientkata.activation.Tanh";
  private static final List<String> ALONE = List.of("01 sigmoid");
  private static final List<String> BOTH = List.of("01 sigmoid", "02 tanh");

  /** No limit that an attack on one exercise meets. */
  private static final Duration WHOLE = Duration.ofMinutes(5);

  /** Half a second of a processor: a test of these exercises needs a hundredth of it. */
  private static final TrustedLimits LIMITS =
      new TrustedLimits(Duration.ofMillis(500), Duration.ofSeconds(20), 128, 4, WHOLE, WHOLE);

  /** An attack that waits need not wait long: no honest answer runs with these. */
  private static final TrustedLimits IMPATIENT =
      new TrustedLimits(Duration.ofMillis(500), Duration.ofSeconds(2), 128, 4, WHOLE, WHOLE);

  /** After so many attacks an honest submission is graded. */
  private static final int HONEST_EVERY = 10;

  @RegisterExtension private static final Arena ARENA = new Arena();

  private static Judge usual;
  private static Judge loose;
  private static ServerSocket server;
  private static int attacks;

  @BeforeAll
  static void prepare() throws IOException {
    usual = ARENA.judge(LIMITS);
    loose = ARENA.looseJudge(IMPATIENT);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void end() throws IOException {
    server.close();
  }

  static Stream<Attack> attacks() {
    return Attack.all();
  }

  static Stream<Attack> attacksWithoutRules() {
    return Attack.all().filter(a -> !a.unruled().isEmpty());
  }

  @Test
  @DisplayName("the corpus has at least sixty attacks, none twice")
  void shouldHaveManyAttacks() {
    assertThat(attacks().map(Attack::name)).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    assertThat(attacks().map(a -> a.source() + a.sheet())).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("an attack earns nothing and has its name, and its neighbour all its points")
  @MethodSource("attacks")
  void shouldEarnNothing(Attack attack) throws IOException {
    if (attack.sheet().isPresent()) {
      List<ExerciseResult> quiz =
          ARENA.grade(usual, Map.of(), attack.sheet(), List.of(Catalogue.QUIZ));
      requireNothing(attack, quiz.get(0), attack.outcomes(), attack.says());
      return;
    }
    boolean runs = !attack.outcomes().equals(List.of("forbidden_api"));
    Map<String, String> sources = new TreeMap<>(Map.of(SIGMOID, source(attack)));
    if (runs) {
      sources.put(TANH, Arena.solution(TANH));
    }

    List<ExerciseResult> results = ARENA.grade(usual, sources, runs ? BOTH : ALONE);

    requireNothing(attack, results.get(0), attack.outcomes(), attack.says());
    if (runs) {
      Arena.requireAll(results.get(1));
    }
    gradeHonestNowAndThen();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("the sandbox holds if an attack is run although it breaks the rules")
  @MethodSource("attacksWithoutRules")
  void shouldHoldWithoutRules(Attack attack) throws IOException {
    List<ExerciseResult> results = ARENA.grade(loose, Map.of(SIGMOID, source(attack)), ALONE);

    requireNothing(attack, results.get(0), attack.unruled(), "");
    assertThat(survivors()).as(attack.name()).isEmpty();
    gradeHonestNowAndThen();
  }

  private static void requireNothing(
      Attack attack, ExerciseResult result, List<String> outcomes, String says) {
    String told =
        result.detail()
            + result.tests().stream()
                .map(t -> "\n" + t.state() + " " + t.message())
                .distinct()
                .collect(Collectors.joining())
            + result.problems();
    assertThat(result.points()).as(attack + "\n" + told).isZero();
    assertThat(outcomes).as(attack + "\n" + told).contains(result.outcome());
    assertThat(told).contains(says).doesNotContain("REACHED");
    assertThat(told.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
        .as(attack.name())
        .isEmpty();
  }

  private static void gradeHonestNowAndThen() throws IOException {
    if (++attacks % HONEST_EVERY == 0) {
      Map<String, String> sources =
          Map.of(SIGMOID, Arena.solution(SIGMOID), TANH, Arena.solution(TANH));
      ARENA.grade(usual, sources, BOTH).forEach(Arena::requireAll);
    }
  }

  /** Processes that an attack has started and marked, after the system had time to end them. */
  private static List<String> survivors() {
    List<String> found = List.of();
    for (int i = 0; i < 50; i++) {
      found =
          ProcessHandle.allProcesses()
              .flatMap(p -> p.info().commandLine().stream())
              .filter(line -> line.contains("kata.attack=" + server.getLocalPort()))
              .toList();
      if (found.isEmpty()) {
        break;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return found;
  }

  private static String source(Attack attack) {
    return attack.source().replace("PORT", "" + server.getLocalPort());
  }
}
