package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.gradientkata.author.Lack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorCheckCommandTest {
  @TempDir private Path temp;

  @Test
  @DisplayName("names what an exercise lacks, one line each, and fails")
  void shouldNameWhatIsLacking() throws Exception {
    SmallCheckout checkout = SmallCheckout.in(temp);
    Files.writeString(checkout.stub(), Files.readString(checkout.stub()) + "// mine\n");

    CommandRun check = checkout.run("author", "check", "Sigmoid");

    assertThat(check.out())
        .contains("✘ 01 sigmoid", "the stub isn't as cut: exercises/", "no lesson docs/lessons/01")
        .doesNotContain("02 tanh");
    assertThat(check.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("a wrong name is answered with the one that was meant")
  void shouldSuggestName() throws Exception {
    CommandRun check = SmallCheckout.in(temp).run("author", "check", "Sigmoyd");

    assertThat(check.err()).contains("Sigmoyd", "sigmoid");
    assertThat(check.code()).isEqualTo(Kata.USAGE);
  }

  @Test
  @DisplayName("has a sentence for everything that can be lacking")
  void shouldHaveASentenceForEverything() {
    assertThat(Arrays.asList(Lack.Kind.values()))
        .allSatisfy(
            kind -> assertThat(Messages.bundle(Locale.ENGLISH).keySet()).contains("lack." + kind));
  }
}
