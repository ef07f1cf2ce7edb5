package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateCommandTest {
  @TempDir private Path temp;
  private SmallCheckout checkout;
  private String pristine;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = SmallCheckout.in(temp);
    pristine = Files.readString(checkout.stub());
  }

  @Test
  @DisplayName("brings exercises that are missing, and then there is nothing to do")
  void shouldBringMissingExercises() throws Exception {
    CommandRun first = checkout.run("update");
    CommandRun second = checkout.run("update");

    assertThat(first.out()).contains("new: exercises/").doesNotContain("Sigmoid.java");
    assertThat(Catalogue.exercises())
        .allSatisfy(e -> assertThat(temp.resolve(Catalogue.file(e))).exists());
    assertThat(second.out()).isEqualToIgnoringNewLines("All exercises are of this version.");
  }

  @Test
  @DisplayName("leaves an answer alone, to the letter")
  void shouldLeaveAnswersAlone() throws Exception {
    checkout.answer("return y * (1 - y);", "return 42;");
    String written = Files.readString(checkout.stub());

    checkout.run("update");

    assertThat(checkout.stub()).hasContent(written);
  }

  @Test
  @DisplayName("lays the new stub beside a file that was edited and lacks something of it")
  void shouldLayNewStubBesideEditedFile() throws Exception {
    String edited = pristine.replaceFirst("(?s)  public double derivativeFromValue.*?\n  }\n", "");
    Files.writeString(checkout.stub(), edited);

    CommandRun update = checkout.run("update");

    assertThat(checkout.stub()).hasContent(edited);
    assertThat(checkout.stub().resolveSibling("Sigmoid.java.new")).hasContent(pristine);
    assertThat(update.out()).contains("Sigmoid.java.new");
  }

  @Test
  @DisplayName("a stub with other line ends counts as untouched")
  void shouldKnowStubWithOtherLineEnds() throws Exception {
    Files.writeString(checkout.stub(), pristine.replace("\n", "\r\n"));

    CommandRun update = checkout.run("update");

    assertThat(update.out()).doesNotContain("Sigmoid.java");
  }
}
