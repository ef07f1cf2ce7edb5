package org.gradientkata.labs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gradientkata.contract.NotStarted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotWrittenTest {
  private final NotWritten notWritten = new NotWritten();

  @AfterEach
  void forgetStub() {
    NotStarted.takeLatest();
  }

  @Test
  @DisplayName("a part that meets a stub is named with its exercise, and the others go on")
  void shouldNameExercise() {
    assertThat(notWritten.unless("tanh", NotWrittenTest::stub)).isEmpty();
    assertThat(notWritten.unless("relu", () -> "done")).contains("done");

    assertThat(notWritten.exercises()).isEqualTo(Map.of("tanh", "02 tanh"));
    assertThat(notWritten.first().exercise()).isEqualTo("02 tanh");
  }

  @Test
  @DisplayName("what is written and goes wrong is not passed over")
  void shouldPassOnOtherFailures() {
    assertThatThrownBy(
            () ->
                notWritten.unless(
                    "tanh",
                    () -> {
                      throw new IllegalStateException("wrong");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(notWritten.exercises()).isEmpty();
  }

  private static String stub() {
    throw new NotStarted("02 tanh");
  }
}
