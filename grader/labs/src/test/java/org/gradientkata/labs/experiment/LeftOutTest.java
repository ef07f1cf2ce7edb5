package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gradientkata.contract.NotStarted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeftOutTest {
  private final LeftOut leftOut = new LeftOut();

  @AfterEach
  void forgetStub() {
    NotStarted.takeLatest();
  }

  @Test
  @DisplayName("a part that meets a stub is named with its exercise, and the others go on")
  void shouldNameExercise() {
    assertThat(leftOut.unless("tanh", LeftOutTest::stub)).isEmpty();
    assertThat(leftOut.unless("relu", () -> "done")).contains("done");

    assertThat(leftOut.exercises()).isEqualTo(Map.of("tanh", "02 tanh"));
    assertThat(leftOut.first().exercise()).isEqualTo("02 tanh");
  }

  @Test
  @DisplayName("what is written and goes wrong is not passed over")
  void shouldPassOnOtherFailures() {
    assertThatThrownBy(
            () ->
                leftOut.unless(
                    "tanh",
                    () -> {
                      throw new IllegalStateException("wrong");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(leftOut.exercises()).isEmpty();
  }

  @Test
  @DisplayName("a part that comes too late is named, and the others go on")
  void shouldNameWhatCameTooLate() {
    Deadline past = Deadline.in(-1);

    assertThat(
            leftOut.unless(
                "tanh",
                () -> {
                  past.check();
                  return "done";
                }))
        .isEmpty();
    assertThat(leftOut.unless("relu", () -> "done")).contains("done");

    assertThat(leftOut.late()).containsExactly("tanh");
    assertThat(leftOut.exercises()).isEmpty();
  }

  private static String stub() {
    throw new NotStarted("02 tanh");
  }
}
