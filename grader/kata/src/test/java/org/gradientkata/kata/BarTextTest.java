package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gradientkata.labs.TrainingProgress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarTextTest {
  private final TrainingBar.BarText text = new TrainingBar.BarText(20);

  @Test
  @DisplayName("the line shows bar, epoch, loss, speed and time left")
  void shouldShowEverything() {
    text.show(new TrainingProgress(5, 300_000, 1_200_000, 0.12345, 151_234));

    String line = text.line(0.25, Duration.ofSeconds(2), 100);

    assertThat(line).startsWith("███").contains("░ ", "25 %", "/20", "0.1235", "151,234", "0:06");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 40, 60, 70, 80, 200})
  @DisplayName("the line never exceeds the terminal")
  void shouldFitTerminal(int columns) {
    text.show(new TrainingProgress(5, 300_000, 1_200_000, 1234.5, 151_234));

    assertThat(TextWidth.of(text.line(0.25, Duration.ofSeconds(2), columns)))
        .isLessThanOrEqualTo(columns);
  }
}
