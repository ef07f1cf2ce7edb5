package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a menu at a terminal")
class KeyMenuTest {
  private static final String DOWN = "\u001b[B";
  private static final String UP = "\u001b[A";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"DE, 2", "UE, 3", "DDDE, 1", "3E, 3", "jjkE, 2", "9E, 1", "E, 1"})
  @DisplayName("takes one option by arrow keys, letters or its number")
  void shouldTakeOne(String keys, String expected) throws IOException {
    assertThat(choose(keys, false)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"' D E', '1, 2'", "13E, '1, 3'", "' D D ', ''", "'112E', 2", "EDE E, 2"})
  @DisplayName("takes several that are marked, but nothing if none is")
  void shouldTakeSeveral(String keys, String expected) throws IOException {
    if (keys.equals("EDE E")) {
      // Enter marks where nothing is marked yet, so that it is never a dead key.
      assertThat(choose("DEE", true)).contains("2");
    } else if (expected.isEmpty()) {
      assertThatThrownBy(() -> choose(keys, true)).isInstanceOf(QuizScreen.Stopped.class);
    } else {
      assertThat(choose(keys, true)).contains(expected);
    }
  }

  @Test
  @DisplayName("can be skipped and stopped")
  void shouldSkipAndStop() throws IOException {
    assertThat(choose("s", false)).isEmpty();
    assertThatThrownBy(() -> choose("q", false)).isInstanceOf(QuizScreen.Stopped.class);
    assertThatThrownBy(() -> choose("", false)).isInstanceOf(QuizScreen.Stopped.class);
  }

  @Test
  @DisplayName("draws itself anew over the old lines, the chosen one pointed at")
  void shouldDrawAnew() throws IOException {
    choose("DE", false);

    assertThat(screen.toString(StandardCharsets.UTF_8))
        .containsSubsequence("❯ (1) one", "  (2) two", "\u001b[4A", "  (1) one", "❯ (2) two");
  }

  private Optional<String> choose(String keys, boolean several) throws IOException {
    String typed = keys.replace("D", DOWN).replace("U", UP).replace("E", "\r");
    try (Terminal terminal =
        new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8) {
          @Override
          public org.jline.utils.NonBlockingReader reader() {
            return reader;
          }

          private final org.jline.utils.NonBlockingReader reader =
              org.jline.utils.NonBlocking.nonBlocking(
                  "test",
                  new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                  StandardCharsets.UTF_8);
        }) {
      terminal.setSize((Sized) Size.of(80, 24));
      return new KeyMenu(terminal, false, 79, List.of("one", "two", "three"), several).choose();
    }
  }
}
