package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private Path temp;

  @Test
  @DisplayName("bash completes commands with the script")
  void shouldCompleteCommandsInBash() throws Exception {
    assumeTrue(Files.isExecutable(BASH), "no bash on this machine");
    CommandRun run = CommandRun.of("completion");
    Path script = Files.writeString(temp.resolve("completion.bash"), run.out());
    Path words = temp.resolve("words.txt");
    String typed =
        "source '"
            + script
            + "'; COMP_WORDS=(kata re); COMP_CWORD=1; COMP_LINE='kata re'; _complete_kata; "
            + "printf '%s\\n' \"${COMPREPLY[@]}\"";

    int code =
        new ProcessBuilder(BASH.toString(), "--norc", "-c", typed)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start()
            .waitFor();

    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(Files.readString(words).lines().map(String::strip)).contains("reset", "report");
    assertThat(code).isZero();
  }
}
