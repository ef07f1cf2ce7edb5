package org.gradientkata.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("rows that threads share")
@Timeout(60)
class SharedRowsTest {

  @ParameterizedTest(name = "{0} rows of {1}")
  @CsvSource({"0, 5", "1, 5", "1, 1000000", "3, 100000", "101, 784", "70000, 40000"})
  @DisplayName("every row is worked on exactly once, however long they are")
  void shouldWorkOnEveryRowOnce(int rows, int columns) {
    AtomicIntegerArray seen = new AtomicIntegerArray(rows);

    SharedRows.forEach(
        rows,
        columns,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            seen.incrementAndGet(row);
          }
        });

    for (int row = 0; row < rows; row++) {
      assertThat(seen.get(row)).as("row %d", row).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("what the work throws reaches the caller, whoever did it")
  void shouldHandFailuresOver() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                SharedRows.forEach(
                    100,
                    10_000,
                    (from, to) -> {
                      if (to == 100) {
                        throw new IllegalStateException("row 99");
                      }
                    }))
        .withMessage("row 99");
  }
}
