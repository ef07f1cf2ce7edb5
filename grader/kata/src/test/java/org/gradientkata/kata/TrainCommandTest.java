package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.datasets.SyntheticDigits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final int IDX_LABELS = 0x801;
  private static final int IDX_IMAGES = 0x803;

  @TempDir private Path temp;
  private SmallCheckout checkout;
  private Path data;

  @BeforeEach
  void makeCheckoutAndData() throws IOException {
    checkout = SmallCheckout.in(Files.createDirectory(temp.resolve("kit")));
    data = Files.createDirectory(temp.resolve("data"));
    write("train", SyntheticDigits.generate(200, 1));
    write("t10k", SyntheticDigits.generate(50, 2));
  }

  @Test
  @DisplayName("a run prints its epochs and leaves a JSON and a PNG, nothing else")
  void shouldLeaveJsonAndPng() throws Exception {
    Path out = temp.resolve("out");

    CommandRun run = train("--epochs=2", "--hidden=10", "--batch=20", "--out=" + out);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(run.out())
        .contains("epoch 1/2 · loss ", "epoch 2/2 · loss ", "Test accuracy 0.", "training.json")
        .doesNotContain("\u001b", "\r");
    assertThat(names(out)).containsExactlyInAnyOrder("training.json", "training.png");
    JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(out.resolve("training.json")));
    assertThat(json.get("data").get("trainImages").asInt()).isEqualTo(200);
    assertThat(json.get("classes").asText()).isEqualTo("exercises");
  }

  @Test
  @DisplayName("a batch larger than the training set is refused, and nothing is written")
  void shouldRefuseBatchLargerThanTrainingSet() throws Exception {
    Path out = temp.resolve("out");

    CommandRun run = train("--batch=201", "--out=" + out);

    assertThat(run.err()).startsWith("--batch '201': expected a whole number from 1 to 200.");
    assertThat(run.code()).isEqualTo(Kata.USAGE);
    assertThat(out).doesNotExist();
  }

  @Test
  @DisplayName("an output folder that is a file is refused before the training")
  void shouldRefuseFileAsOutput() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));

    CommandRun run = train("--out=" + file);

    assertThat(run.err()).startsWith("This is not a folder: " + file);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("a folder without the data is a mistake with a message, not a stack trace")
  void shouldSayWhatIsMissingWhenDataFolderIsIncomplete() throws Exception {
    Files.delete(data.resolve("t10k-labels-idx1-ubyte"));

    CommandRun run = train("--out=" + temp.resolve("out"));

    assertThat(run.err()).contains("t10k-labels-idx1-ubyte").doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  private CommandRun train(String... options) throws IOException, InterruptedException {
    List<String> args =
        Stream.concat(Stream.of("train", "-Dkata.data=" + data), Stream.of(options)).toList();
    return checkout.run(args.toArray(String[]::new));
  }

  private void write(String part, LabeledImages images) throws IOException {
    try (DataOutputStream out = open(part + "-images-idx3-ubyte")) {
      out.writeInt(IDX_IMAGES);
      out.writeInt(images.count());
      out.writeInt(images.rows());
      out.writeInt(images.columns());
      out.write(images.pixels());
    }
    try (DataOutputStream out = open(part + "-labels-idx1-ubyte")) {
      out.writeInt(IDX_LABELS);
      out.writeInt(images.count());
      out.write(images.labels());
    }
  }

  private DataOutputStream open(String name) throws IOException {
    return new DataOutputStream(Files.newOutputStream(data.resolve(name)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
