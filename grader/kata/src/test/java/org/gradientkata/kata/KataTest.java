package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradientkata.datasets.DatasetFinder;
import org.gradientkata.datasets.FoundFiles;
import org.gradientkata.datasets.ImageSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "list",
        "quiz",
        "train",
        "doctor",
        "author",
        "author cut",
        "handout",
        "gradebook"
      })
  @DisplayName("every command has a help page with a description of each option and its exit codes")
  void shouldShowHelpInBothLanguages(String command) {
    String[] args = (command + " --help").strip().split(" ");

    CommandRun english = CommandRun.in("en", args);
    CommandRun japanese = CommandRun.in("ja", args);

    assertThat(english.code()).isEqualTo(Kata.OK);
    assertThat(english.out()).startsWith("Usage: kata " + command).contains("Exit codes:");
    assertThat(japanese.code()).isEqualTo(Kata.OK);
    assertThat(japanese.out()).startsWith("使い方: kata " + command).contains("終了コード:");
    // An option line ends with its name only if it has no description.
    assertThat(english.out().lines()).noneMatch(line -> line.matches(" +-{1,2}[-\\w]+(=\\S+)?"));
  }

  @Test
  @DisplayName("alone it shows its help")
  void shouldShowHelpWhenCalledAlone() {
    assertThat(CommandRun.of().out()).startsWith("Usage: kata");
    assertThat(CommandRun.of("author").out()).startsWith("Usage: kata author");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          chek                  | 'chek' is not expected here. Did you mean 'check'?
          train --epoch 3       | Unknown option '--epoch'. Did you mean '--epochs'?
          train --epochs        | Something is missing: --epochs.
          train --seed 1 --seed 2 | --seed was given twice.
          check sigmod          | There is no exercise 'sigmod'. Did you mean 'sigmoid'?
          check 99              | There is no exercise '99'.
          check --lang fr       | --lang 'fr': expected en or ja.
          check --lang          | --lang '': expected en or ja.
          """)
  @DisplayName("what was typed wrongly is named, with what was probably meant, and ends with 2")
  void shouldEndWithUsageCodeWhenTypedWrongly(String typed, String message) {
    CommandRun run = CommandRun.of(typed.split(" "));

    assertThat(run.err()).startsWith(message).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.USAGE);
  }

  @Test
  @DisplayName("the language can be chosen by --lang or as a property, anywhere on the line")
  void shouldSpeakTheChosenLanguage() {
    String japanese = "「sigmod」という演習はありません。";

    assertThat(CommandRun.of("--lang", "ja", "check", "sigmod").err()).startsWith(japanese);
    assertThat(CommandRun.of("check", "sigmod", "--lang=ja").err()).startsWith(japanese);
    assertThat(CommandRun.of("check", "sigmod", "-Dkata.lang=ja").err()).startsWith(japanese);
  }

  @Test
  @DisplayName("doctor names every part and says that all is well or what is not")
  void shouldExamineSurroundings() {
    CommandRun run = CommandRun.of("doctor");

    assertThat(run.out())
        .contains("JDK", "memory", "data: MNIST", "BLAS", "terminal", "language", "Maven")
        .contains("writing");
    assertThat(run.err()).isEmpty();
  }

  @Test
  @DisplayName("doctor reads the data that someone named, and says what is wrong with them")
  void shouldReadData(@TempDir Path folder) throws IOException {
    for (String part : List.of("train-images-idx3", "train-labels-idx1")) {
      Files.writeString(folder.resolve(part + "-ubyte"), "no images");
      Files.writeString(folder.resolve(part.replace("train", "t10k") + "-ubyte"), "no images");
    }

    CommandRun run = withData(folder);

    assertThat(run.out()).contains("✘ data: MNIST", "✘ data: Fashion-MNIST", "-ubyte");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("doctor doesn't take the files of one set for those of another")
  void shouldTellSetsApart() throws Exception {
    Optional<FoundFiles> found = new DatasetFinder().onDisk(ImageSet.MNIST);
    assumeTrue(found.isPresent(), "MNIST is not on this machine");
    Path folder = found.orElseThrow().files().values().iterator().next().getParent();

    CommandRun run = withData(folder);

    assertThat(run.out())
        .contains("✔ data: MNIST", "· data: Fashion-MNIST", "Put each set into its own folder");
    assertThat(run.code()).isEqualTo(Kata.OK);
  }

  private static CommandRun withData(Path folder) {
    String before = System.getProperty("kata.data");
    System.setProperty("kata.data", folder.toString());
    try {
      return CommandRun.of("doctor");
    } finally {
      if (before == null) {
        System.clearProperty("kata.data");
      } else {
        System.setProperty("kata.data", before);
      }
    }
  }

  @Test
  @DisplayName("--version names the kit and Java")
  void shouldShowVersion() {
    assertThat(CommandRun.of("--version").out())
        .contains("Gradient Kata", "Java " + System.getProperty("java.version"));
  }
}
