package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradientkata.suite.ResultsJson;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results of real runs against {@code docs/results.schema.json}. */
@DisplayName("the results as JSON")
class ResultsSchemaTest {
  private static final SchemaFile SCHEMA = new SchemaFile("results.schema.json");

  /** Endless for the deadline here, but no burden on the tests that follow. */
  private static final String ENDLESS =
      "long end = System.nanoTime() + 2_000_000_000L;\nwhile (System.nanoTime() < end) {}\nreturn 0;";

  @TempDir Path work;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  @DisplayName("are what their schema says, for an exercise in each state")
  void followTheSchema(String language) throws Exception {
    Submission submission = new Submission(work);
    submission.with("Sigmoid", Submission.stub("Sigmoid"));
    submission.with(
        "Tanh", Submission.answer("Tanh", Map.of("value", "return 2 * new Sigmoid().value(x);")));
    submission.with("ReLU", Submission.answer("ReLU", Map.of("value", "return x;")));
    submission.with("Swish", Submission.answer("Swish", Map.of("value", "return x +;")));
    submission.with("ChainRule", Submission.answer("ChainRule", Map.of("product", ENDLESS)));

    List<Standing> standings =
        Language.in(
            language,
            () ->
                Language.with(
                    "kata.deadline",
                    "500",
                    () ->
                        submission.grade(
                            "01 sigmoid",
                            "02 tanh",
                            "03 relu",
                            "04 swish",
                            "05 chain-rule",
                            "14 gradient-clipping")));
    String json = Language.in(language, () -> ResultsJson.of(standings));

    assertThat(standings)
        .extracting(Standing::state)
        .containsExactly(
            State.NOT_STARTED,
            State.WAITING,
            State.WRONG,
            State.DOES_NOT_COMPILE,
            State.TIMED_OUT,
            State.SOLVED);
    assertThat(SCHEMA.problems(json)).isEmpty();
    assertThat(SCHEMA.problems(json.replace("\"timed_out\"", "\"late\""))).isNotEmpty();
    assertThat(SCHEMA.problems(json.replace("\"millis\"", "\"time\""))).isNotEmpty();
  }
}
