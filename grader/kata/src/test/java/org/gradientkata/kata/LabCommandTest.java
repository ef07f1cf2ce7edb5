package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabCommandTest {
  @TempDir private Path temp;
  private Path out;

  @BeforeEach
  void chooseFolder() {
    out = temp.resolve("out");
  }

  @Test
  @DisplayName("a lab prints its words and leaves JSON, CSV, PNG and SVG")
  void shouldPrintAndKeep() throws Exception {
    SmallCheckout checkout = SmallCheckout.in(Files.createDirectory(temp.resolve("kit")));

    CommandRun run = checkout.run("lab", "rnn-norms", "--steps=3", "--out=" + out);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(run.out())
        .contains("rnn-norms: a gradient on its way back", "2.47 3.34 4.78", "mean norm  ▁▃█")
        .doesNotContain("\u001b", "\r");
    assertThat(names())
        .containsExactlyInAnyOrder(
            "rnn-norms.json", "rnn-norms.csv", "rnn-norms.png", "rnn-norms.svg");
    JsonNode json = new ObjectMapper().readTree(out.resolve("rnn-norms.json").toFile());
    assertThat(json.get("classes").asText()).isEqualTo("exercises");
    assertThat(json.get("parameters").get("steps").asInt()).isEqualTo(3);
    assertThat(Files.readAllLines(out.resolve("rnn-norms.csv"))).hasSize(4);
    assertThat(Files.readString(out.resolve("rnn-norms.svg"))).contains("<svg");
  }

  @ParameterizedTest
  @CsvSource({"en, Gradient Kata: the labs", "ja, Gradient Kata:実験"})
  @DisplayName("several labs leave their files and one page that shows them all")
  void shouldRunSeveral(String language, String title) throws Exception {
    SmallCheckout checkout = SmallCheckout.in(Files.createDirectory(temp.resolve("kit")));

    CommandRun run =
        checkout.run(
            "--lang=" + language,
            "lab",
            "all",
            "--only=activations,rnn-norms,init",
            "--out=" + out);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(names())
        .contains("index.html", "activations.json", "rnn-norms.png", "init-relu.svg")
        .doesNotContain("saturate.json");
    String page = Files.readString(out.resolve("index.html"));
    assertThat(page)
        .contains("<h1>" + title + "</h1>", "id=\"activations\"", "id=\"rnn-norms\"", "id=\"init\"")
        .doesNotContain("id=\"depth\"", "class=\"problem\"", "{{");
    assertThat(page.split("data:image/png;base64,", -1)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  @DisplayName("in Japanese the columns of a table stand below each other")
  void shouldAlignJapaneseTable() throws Exception {
    SmallCheckout checkout = SmallCheckout.in(Files.createDirectory(temp.resolve("kit")));

    CommandRun run = checkout.run("--lang=ja", "lab", "rnn-norms", "--steps=3", "--out=" + out);

    List<String> table =
        run.out()
            .lines()
            .dropWhile(line -> !line.startsWith("各ステップのノルム"))
            .skip(1)
            .limit(5)
            .toList();
    int rule = TextWidth.of(table.get(1));
    assertThat(table.get(0)).startsWith("  ステップ");
    assertThat(TextWidth.of(table.get(0))).isEqualTo(rule);
    assertThat(TextWidth.of(table.get(3))).isEqualTo(rule);
    assertThat(TextWidth.of(table.get(4))).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          saturate    | --scale=0         | --scale '0': expected a number from 1e-12 to 1e12.
          explode     | --slope=2         | --slope '2': expected a number from 0 to 1
          activations | --to=-7           | expected --from to be less than --to
          rnn-norms   | --steps=1         | --steps '1': expected a whole number from 2
          clip        | --learning-rate=x | --learning-rate 'x': expected a number above 0
          depth       | --iterations=5    | --iterations '5': expected a whole number from 10
          depth       | --hidden=0        | --hidden '0': expected a whole number from 1
          remedies    | --layers=0        | --layers '0': expected a whole number from 1
          all         | --only=explod     | Did you mean 'explode'?
          remedies    | --only=rely       | Did you mean 'relu'?
          init        | --init=zavier     | expected xavier, he, zeros
          init        | --activation=gcu  | --activation 'gcu': expected one of tanh, sigmoid, relu
          """)
  @DisplayName("a parameter out of range gets a clear word, and nothing is written")
  void shouldRefuseParameter(String lab, String option, String message) {
    CommandRun run = CommandRun.of("lab", lab, option, "--out=" + out);

    assertThat(run.code()).isEqualTo(Kata.USAGE);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saturate",
        "explode",
        "activations",
        "rnn-norms",
        "clip",
        "init",
        "depth",
        "remedies",
        "all"
      })
  @DisplayName("every lab is in the list and has a help page in both languages")
  void shouldHaveHelp(String lab) {
    assertThat(CommandRun.of("lab", "--list").out()).contains(lab);
    CommandRun english = CommandRun.of("lab", lab, "--help");
    CommandRun japanese = CommandRun.in("ja", "lab", lab, "--help");

    assertThat(english.out()).contains("--out", "--solutions", "Default:");
    assertThat(japanese.out()).contains("--out", "--solutions", "既定値");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
