package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetCommandTest {
  @TempDir private Path temp;
  private SmallCheckout checkout;
  private String pristine;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = SmallCheckout.in(temp);
    pristine = Files.readString(checkout.stub());
  }

  @Test
  @DisplayName("makes the stub new and keeps what was written")
  void shouldKeepWhatWasWritten() throws Exception {
    Files.writeString(checkout.stub(), "// mine\n");

    CommandRun reset = checkout.run("reset", "1", "--yes");

    assertThat(checkout.stub()).hasContent(pristine);
    assertThat(kept()).hasSize(1);
    assertThat(kept().get(0)).hasFileName("Sigmoid.java").hasContent("// mine\n");
    assertThat(reset.out()).contains("Sigmoid.java", Path.of(".kata", "kept").toString());
    assertThat(reset.code()).isEqualTo(Kata.OK);
  }

  @Test
  @DisplayName("asks first, and takes no answer for a no")
  void shouldChangeNothingWithoutYes() throws Exception {
    Files.writeString(checkout.stub(), "// mine\n");

    checkout.runTyping("n\n", "reset", "1");
    CommandRun reset = checkout.run("reset", "1");

    assertThat(reset.out()).contains("Make 01 sigmoid new again?", "Nothing was changed.");
    assertThat(checkout.stub()).hasContent("// mine\n");
    assertThat(reset.code()).isEqualTo(Kata.WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Yes", "はい", "ｙ"})
  @DisplayName("takes a yes in either language")
  void shouldTakeYes(String yes) throws Exception {
    Files.writeString(checkout.stub(), "// mine\n");

    checkout.runTyping(yes + "\n", "reset", "1");

    assertThat(checkout.stub()).hasContent(pristine);
  }

  @Test
  @DisplayName("brings back a file that was deleted; one that is as new is left alone")
  void shouldBringBackDeletedFile() throws Exception {
    CommandRun asNew = checkout.run("reset", "1", "--yes");
    Files.delete(checkout.stub());
    CommandRun deleted = checkout.run("reset", "1", "--yes");

    assertThat(asNew.out()).contains("01 sigmoid is as new already.");
    assertThat(deleted.code()).isEqualTo(Kata.OK);
    assertThat(checkout.stub()).hasContent(pristine);
  }

  @Test
  @DisplayName("names the file that can't be written, and loses nothing")
  void shouldNameFileThatCannotBeWritten() throws Exception {
    Files.writeString(checkout.stub(), "// mine\n");
    File folder = checkout.stub().getParent().toFile();
    assumeTrue(
        folder.setWritable(false) && !Files.isWritable(folder.toPath()),
        "skipped: this user may write everywhere");
    try {
      CommandRun reset = checkout.run("reset", "1", "--yes");

      assertThat(reset.err()).contains("No permission", "Sigmoid.java").doesNotContain(".tmp");
      assertThat(checkout.stub()).hasContent("// mine\n");
    } finally {
      assertThat(folder.setWritable(true)).isTrue();
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve(".kata/kept"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
