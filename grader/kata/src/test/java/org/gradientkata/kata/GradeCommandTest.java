package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradientkata.classroom.trusted.Sandbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeCommandTest {
  private static final Sandbox PRESENT = new Sandbox("a sandbox", true);

  @ParameterizedTest(name = "demanded: {0}, as root: {1}")
  @DisplayName("without a sandbox root is refused, and everybody who demands one")
  @CsvSource({
    "false, true, root",
    "true, false, --require-sandbox",
    "true, true, --require-sandbox"
  })
  void shouldRefuseToRunAnswersOutside(boolean demanded, boolean root, String word) {
    assertThatThrownBy(() -> GradeCommand.requireIsolation(Sandbox.none(), demanded, root))
        .isInstanceOf(Mistake.class)
        .hasMessageContaining(word);
  }

  @Test
  @DisplayName("an ordinary user may grade without a sandbox, and root with one")
  void shouldGradeOtherwise() {
    assertThatCode(
            () -> {
              GradeCommand.requireIsolation(Sandbox.none(), false, false);
              GradeCommand.requireIsolation(PRESENT, true, true);
            })
        .doesNotThrowAnyException();
  }
}
