package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

  @ParameterizedTest
  @DisplayName("a cell that a spreadsheet would compute gets an apostrophe")
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-a",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r=1",
        "＝1",
        "\u00a0=1",
        "\u3000+1",
        "\ufeff@x",
        "\u0000-a"
      })
  void shouldDisarmFormulas(String cell) {
    assertThat(SafeCsv.safe(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @DisplayName("names, numbers and negative numbers stay as they are")
  @ValueSource(strings = {"", "Ann", "山田", "a=b", "17", "-17", "3.5", "O'Neil"})
  void shouldLeaveTheRest(String cell) {
    assertThat(SafeCsv.safe(cell)).isEqualTo(cell);
  }

  @Test
  @DisplayName("commas, quotes and line ends stay in their cell")
  void shouldQuote() throws IOException {
    assertThat(SafeCsv.of(List.of(List.of("a,b", "c\"d", "e\nf"), List.of("1", "", "2"))))
        .isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\"\n1,,2\n");
  }
}
