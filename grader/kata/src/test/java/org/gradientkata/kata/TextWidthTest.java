package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({"abc,3", "学習率,6", "σ′,2", "バッチ正規化 BN,15", "'',0", "█░,2"})
  @DisplayName("a Japanese letter takes two columns")
  void shouldCountColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
    assertThat(TextWidth.of(TextWidth.padded(text, 20))).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"abcdef,6,abcdef", "abcdef,5,abcd…", "学習率,6,学習率", "学習率,5,学習…", "学習率,4,学…"})
  @DisplayName("a text that is too wide ends with an ellipsis and never exceeds its width")
  void shouldCutToWidth(String text, int width, String expected) {
    assertThat(TextWidth.cut(text, width)).isEqualTo(expected);
    assertThat(TextWidth.of(expected)).isLessThanOrEqualTo(width);
  }

  @Test
  @DisplayName("of a path that is too long the end is kept")
  void shouldKeepEnd() {
    assertThat(TextWidth.end("exercises/Sigmoid.java", 22)).isEqualTo("exercises/Sigmoid.java");
    assertThat(TextWidth.end("exercises/Sigmoid.java", 13)).isEqualTo("…Sigmoid.java");
    assertThat(TextWidth.end("演習/Sigmoid.java", 16)).isEqualTo("…習/Sigmoid.java");
  }
}
