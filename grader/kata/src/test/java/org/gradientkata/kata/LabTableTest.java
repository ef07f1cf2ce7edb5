package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradientkata.labs.experiment.LabReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabTableTest {
  private static final LabTable REMEDIES =
      new LabTable(
          new LabReport.Table(
              "",
              List.of("remedy", "learning rate", "steps", "accuracy"),
              List.of(
                  List.of("シグモイド+Xavier", "0.1", "2000", "0.114"),
                  List.of("10 倍の時間", "0.1", "20000", "0.098"))));

  @Test
  @DisplayName("where there is room, cells stand below each other, numbers to the right")
  void shouldAlignColumns() {
    assertThat(REMEDIES.lines(54))
        .containsExactly(
            "  remedy             learning rate  steps  accuracy",
            "  ─────────────────────────────────────────────────",
            "  シグモイド+Xavier            0.1   2000     0.114",
            "  10 倍の時間                  0.1  20000     0.098");
  }

  @Test
  @DisplayName("where there is none, each row has lines of its own that name their numbers")
  void shouldSetRowByRow() {
    assertThat(REMEDIES.lines(40))
        .containsExactly(
            "  シグモイド+Xavier",
            "    learning rate: 0.1 · steps: 2000",
            "    accuracy: 0.114",
            "  10 倍の時間",
            "    learning rate: 0.1 · steps: 20000",
            "    accuracy: 0.098");
  }

  @Test
  @DisplayName("a row that begins with a number names that, too")
  void shouldNameNumberAtStart() {
    LabTable steps =
        new LabTable(
            new LabReport.Table("", List.of("step", "loss"), List.of(List.of("1", "0.2436"))));

    assertThat(steps.lines(10)).containsExactly("  step: 1", "    loss: 0.2436");
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 40, 50, 51, 60, 80})
  @DisplayName("no line is wider than the terminal")
  void shouldFit(int columns) {
    assertThat(REMEDIES.lines(columns))
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
  }
}
