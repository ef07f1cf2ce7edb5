package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorCutCommandTest {
  private static final String STUB =
      Path.of("exercises/src/main/java/org/gradientkata/activation/Sigmoid.java").toString();

  @TempDir private Path temp;
  private SmallCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = SmallCheckout.in(temp);
  }

  @Test
  @DisplayName("a cut writes what is missing, and then there is nothing to write")
  void shouldBeAsCutAfterCut() throws Exception {
    CommandRun cut = checkout.run("author", "cut");
    CommandRun check = checkout.run("author", "cut", "--check");

    assertThat(cut.out()).contains("cut: ", "Sigmoid.zip", "places.properties");
    assertThat(cut.code()).isEqualTo(Kata.OK);
    assertThat(check.out()).isEqualToIgnoringNewLines("Everything is as cut.");
    assertThat(check.code()).isEqualTo(Kata.OK);
  }

  @Test
  @DisplayName("a stub that was edited is named, and stays as it is")
  void shouldNameStubWhenItDiffers() throws Exception {
    checkout.run("author", "cut");
    Files.writeString(checkout.stub(), Files.readString(checkout.stub()) + "// mine\n");

    CommandRun check = checkout.run("author", "cut", "--check");

    assertThat(check.out()).contains("differs from the cut: " + STUB);
    assertThat(check.code()).isEqualTo(Kata.WRONG);
    assertThat(checkout.stub()).content().endsWith("// mine\n");
  }

  @Test
  @DisplayName("a marker that is never closed is an error with file and line")
  void shouldNameLineWhenMarkerIsOpen() throws Exception {
    String text = Files.readString(checkout.solution());
    int last = text.lastIndexOf("// end");
    Files.writeString(
        checkout.solution(), text.substring(0, last) + text.substring(last + "// end".length()));

    CommandRun cut = checkout.run("author", "cut");

    assertThat(cut.err()).containsPattern("Sigmoid\\.java:\\d+");
    assertThat(cut.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("a solution that doesn't compile is shown with line and caret")
  void shouldShowLineWhenSolutionDoesNotCompile() throws Exception {
    String text = Files.readString(checkout.solution());
    Files.writeString(checkout.solution(), text.replace("return y * (1 - y);", "return w;"));

    CommandRun cut = checkout.run("author", "cut");

    assertThat(cut.err()).contains("Sigmoid.java:", "return w;", "^ w cannot be resolved");
    assertThat(cut.code()).isEqualTo(Kata.WRONG);
  }
}
