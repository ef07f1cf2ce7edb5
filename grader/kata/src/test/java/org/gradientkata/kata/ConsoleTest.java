package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  @DisplayName("NO_COLOR turns colours off unless it is empty")
  void shouldObeyNoColor() {
    assertThat(Console.wantsColor(Map.of("NO_COLOR", "1", "TERM", "xterm"))).isFalse();
    assertThat(Console.wantsColor(Map.of("NO_COLOR", "", "TERM", "xterm"))).isTrue();
  }

  @Test
  @DisplayName("the first width that is a number counts, 80 if there is none, never under 20")
  void shouldFindWidth() {
    assertThat(Console.columns("", "132")).isEqualTo(132);
    assertThat(Console.columns("100", "132")).isEqualTo(100);
    assertThat(Console.columns(null, "x", "0")).isEqualTo(80);
    assertThat(Console.columns("7")).isEqualTo(20);
  }
}
