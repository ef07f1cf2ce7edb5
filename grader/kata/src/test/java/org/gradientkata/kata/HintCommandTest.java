package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintCommandTest {
  private static final String RIGHT = "return y * (1 - y);";

  @TempDir private Path temp;
  private SmallCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = SmallCheckout.in(temp);
  }

  @Test
  @DisplayName("the first hint is free, the next one comes after a new attempt")
  void shouldUnlockNextHintByAttempt() throws Exception {
    CommandRun first = checkout.run("hint", "1");
    CommandRun again = checkout.run("hint", "1");
    checkout.answer(RIGHT, "return 1 - y * y;");
    CommandRun second = checkout.run("hint", "Sigmoid");

    assertThat(first.out()).contains("01 sigmoid · hint 1 of 3", "./kata show 01");
    assertThat(again.out()).contains("hint 1 of 3", "same as at the last hint");
    assertThat(again.out()).doesNotContain("hint 2 of 3");
    assertThat(second.out()).contains("hint 1 of 3", "hint 2 of 3");
  }

  @Test
  @DisplayName("a comment, a blank line or a file that doesn't compile is no attempt")
  void shouldNotCountCommentsAsAttempt() throws Exception {
    checkout.run("hint", "1");
    String stub = Files.readString(checkout.stub());
    Files.writeString(checkout.stub(), "// thinking …\n\n" + stub);
    CommandRun comment = checkout.run("hint", "1");
    Files.writeString(checkout.stub(), stub.replaceFirst("throw new NotStarted.*;", "return x"));
    CommandRun broken = checkout.run("hint", "1");

    assertThat(comment.out()).contains("same as at the last hint").doesNotContain("hint 2 of 3");
    assertThat(broken.out()).contains("doesn't compile yet").doesNotContain("hint 2 of 3");
  }

  @Test
  @DisplayName("--force gives the next hint, up to the last")
  void shouldGiveAllHintsByForce() throws Exception {
    checkout.run("hint", "1");
    checkout.run("hint", "1", "--force");
    CommandRun third = checkout.run("hint", "1", "--force");
    CommandRun more = checkout.run("hint", "1");

    assertThat(third.out()).contains("hint 3 of 3", "That was the last hint.");
    assertThat(more.out()).contains("hint 1 of 3", "hint 3 of 3", "That was the last hint.");
  }

  @Test
  @DisplayName("comes in Japanese, too")
  void shouldSpeakJapanese() throws Exception {
    assertThat(checkout.run("--lang", "ja", "hint", "1").out())
        .contains("01 sigmoid · ヒント 1/3", "次のヒントは");
  }
}
