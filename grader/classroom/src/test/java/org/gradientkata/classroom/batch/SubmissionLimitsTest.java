package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gradientkata.classroom.trusted.TrustedLimits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What many small steps may use up together. */
class SubmissionLimitsTest {
  private static final String ACTIVATION = "org.gradientkata.activation.";
  private static final String GRADIENT = "org.gradientkata.calculus.NumericalGradient";
  private static final List<String> GRADIENT_ONLY = List.of("06 numerical-gradient");
  private static final List<String> FOUR = List.of("01 sigmoid", "02 tanh", "03 relu", "04 swish");
  private static final Duration LONG = Duration.ofMinutes(5);

  @RegisterExtension private static final Arena ARENA = new Arena();

  @Test
  @DisplayName("callbacks without end, each of them short, use up the time of one test")
  void shouldCountTimeOverCallbacks() throws IOException {
    Judge judge = ARENA.judge(limits(Duration.ofMillis(500), 12, LONG));

    List<ExerciseResult> results =
        ARENA.grade(judge, Map.of(GRADIENT, calling("X")), GRADIENT_ONLY);

    assertThat(results.get(0).outcome()).isEqualTo("timed_out");
    assertThat(results.get(0).points()).isZero();
    requireHonest(judge);
  }

  @Test
  @DisplayName("callbacks that hand over large matrices don't fill the grader's memory")
  void shouldLimitWhatCallbacksBring() throws IOException {
    Judge judge = ARENA.judge(limits(Duration.ofSeconds(20), 12, LONG));

    List<ExerciseResult> results =
        ARENA.grade(judge, Map.of(GRADIENT, calling("new DMatrixRMaj(1000, 1000)")), GRADIENT_ONLY);

    assertThat(results.get(0).outcome()).isEqualTo("out_of_memory");
    requireHonest(judge);
  }

  @Test
  @DisplayName("after the time of a submission is used up, the rest of it is not run")
  void shouldLimitTimeOfSubmission() throws IOException {
    Judge judge = ARENA.judge(limits(Duration.ofMillis(500), 12, Duration.ofMillis(800)));

    List<ExerciseResult> results = ARENA.grade(judge, loops(), FOUR);

    assertThat(results)
        .extracting(ExerciseResult::outcome)
        .startsWith("timed_out")
        .endsWith("not_run", "not_run");
    requireHonest(judge);
  }

  @Test
  @DisplayName("after as many workers as a submission may wear out, the rest of it is not run")
  void shouldLimitWorkersOfSubmission() throws IOException {
    Judge judge = ARENA.judge(limits(Duration.ofMillis(300), 2, LONG));

    List<ExerciseResult> results = ARENA.grade(judge, loops(), FOUR);

    assertThat(results)
        .extracting(ExerciseResult::outcome)
        .containsExactly("timed_out", "timed_out", "not_run", "not_run");
    requireHonest(judge);
  }

  @Test
  @DisplayName("an exercise that wore out the workers itself is named by how it did so")
  void shouldNameTheCause() throws IOException {
    Judge judge = ARENA.judge(limits(Duration.ofSeconds(20), 1, LONG));

    List<ExerciseResult> results =
        ARENA.grade(judge, Map.of(GRADIENT, calling("new DMatrixRMaj(1000, 1000)")), GRADIENT_ONLY);

    assertThat(results.get(0).outcome()).isEqualTo("out_of_memory");
  }

  /** What one submission has used up is no other's loss. */
  private static void requireHonest(Judge judge) throws IOException {
    String tanh = ACTIVATION + "Tanh";
    ARENA
        .grade(judge, Map.of(tanh, Arena.solution(tanh)), List.of("02 tanh"))
        .forEach(Arena::requireAll);
  }

  private static TrustedLimits limits(Duration test, int workers, Duration submission) {
    return new TrustedLimits(test, Duration.ofSeconds(60), 256, workers, submission, LONG);
  }

  private static String calling(String argument) {
    return """
        package org.gradientkata.calculus;
        import org.ejml.data.DMatrixRMaj;
        import org.gradientkata.contract.ScalarFunction;
        public final class NumericalGradient {
          public static DMatrixRMaj of(ScalarFunction f, DMatrixRMaj X) { return of(f, X, 1); }
          public static DMatrixRMaj of(ScalarFunction f, DMatrixRMaj X, double h) {
            for (;;) { f.of(ARGUMENT); }
          }
        }
        """
        .replace("ARGUMENT", argument);
  }

  private static Map<String, String> loops() throws IOException {
    Map<String, String> sources = new java.util.TreeMap<>();
    for (String name : List.of("Sigmoid", "Tanh", "ReLU", "Swish")) {
      String loop = "implements Activation {\n  { for (double d = 0; d >= 0; ) { } }\n";
      String source = Arena.solution(ACTIVATION + name);
      sources.put(ACTIVATION + name, source.replaceFirst("implements Activation \\{", loop));
    }
    return sources;
  }
}
