package org.gradientkata.classroom.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsTest {

  @ParameterizedTest
  @CsvSource({"'0', '[0]'", "'0-3', '[0, 1, 2, 3]'", "'1,4-5,9', '[1, 4, 5, 9]'"})
  @DisplayName("a list of processors is read as Linux writes it (proc(5): Cpus_allowed_list)")
  void readsLists(String list, String expected) {
    assertThat(Processors.numbers(list)).hasToString(expected);
  }

  @Test
  @DisplayName("a command that is kept on one processor has one, and every turn finds one")
  void keepsOnOne() throws IOException {
    for (int turn = 0; turn < 40; turn++) {
      List<String> command = new ArrayList<>(Processors.keepOnOne(turn));
      assumeFalse(command.isEmpty(), "skipped: taskset, of util-linux, is not installed");
      command.add("nproc");

      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String processors =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(processors.strip()).as(String.join(" ", command)).isEqualTo("1");
    }
  }
}
