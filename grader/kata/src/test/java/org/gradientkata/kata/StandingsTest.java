package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTest {

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 160})
  @DisplayName("number, points and state are there at every width, in a line that fits")
  void shouldFit(int columns) {
    List<Standing> all =
        Catalogue.exercises().stream()
            .map(e -> new Standing(Tests.exercise(e), State.TIMED_OUT, 1, 1, List.of()))
            .toList();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());

    List<String> lines =
        new Standings(new Console(nowhere, nowhere, false, false, columns)).table(all);

    assertThat(lines).hasSameSizeAs(all).allMatch(line -> TextWidth.of(line) <= columns);
    assertThat(lines).allMatch(line -> line.endsWith("  " + State.TIMED_OUT.text()));
    assertThat(lines.get(0)).startsWith("✘ 01 ").contains("  0/10 ");
  }
}
