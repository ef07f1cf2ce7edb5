package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionCommandTest {
  private static final String RIGHT = "return y * (1 - y);";

  @TempDir private Path temp;
  private SmallCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = SmallCheckout.in(temp);
  }

  @Test
  @DisplayName("is for those who have solved the exercise")
  void shouldShowSolutionOnceSolved() throws Exception {
    CommandRun before = checkout.run("solution", "1");
    checkout.answer(RIGHT, "return y - y * y;");
    CommandRun after = checkout.run("solution", "1");

    assertThat(before.out()).isEmpty();
    assertThat(before.err()).contains("isn't solved yet", "./kata hint 01", "--give-up");
    assertThat(before.code()).isEqualTo(Kata.WRONG);
    assertThat(after.out()).contains(RIGHT).doesNotContain("// answer", "// end");
  }

  @Test
  @DisplayName("or for those who give up")
  void shouldShowSolutionToThoseWhoGiveUp() throws Exception {
    assertThat(checkout.run("solution", "1", "--give-up").out()).contains(RIGHT);
  }

  @Test
  @DisplayName("a copy of the kit without solutions says so")
  void shouldSayThatThereAreNone() throws Exception {
    Files.delete(checkout.solution());

    assertThat(checkout.run("solution", "1", "--give-up").err()).contains("has no solutions");
  }
}
