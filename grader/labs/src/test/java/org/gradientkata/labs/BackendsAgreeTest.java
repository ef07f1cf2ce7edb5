package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One epoch on every backend, each in a JVM of its own: five starts, some ten seconds. */
@DisplayName("an epoch on every backend")
class BackendsAgreeTest {
  /**
   * A product's order of summation moves a weight by about 1e-16; some sixty steps, in each of
   * which an error grows with the weights' own change, leave much less than this.
   */
  private static final double DIFFERENCE = 1e-9;

  /** Lists of parameters, tasks that are shared: nothing that grows with the network's width. */
  private static final long BYTES_A_BATCH = 8 << 10;

  @TempDir static Path folder;

  private static Epoch ejml;

  /** What the program wrote down. */
  private record Epoch(String backend, long bytesPerBatch, List<double[]> weights) {}

  @BeforeAll
  static void trainInPlainJava() throws Exception {
    ejml = epoch("-Dkata.blas=ejml");
  }

  @Test
  @DisplayName("the native library gives EJML's weights but for rounding, in a small heap")
  void shouldAgreeWhenNative() throws Exception {
    Epoch found = epoch("-Dkata.threads=2");

    assertSameWeights(found);
    assertThat(found.bytesPerBatch()).isLessThan(BYTES_A_BATCH);
  }

  @Test
  @DisplayName("the Vector API gives EJML's weights but for rounding")
  void shouldAgreeWhenVector() throws Exception {
    Epoch found =
        epoch("-Dkata.blas=vector", "-Dkata.threads=2", "--add-modules", "jdk.incubator.vector");

    assertThat(found.backend()).isEqualTo("vector");
    assertSameWeights(found);
  }

  @Test
  @DisplayName("the same seed gives the same bits, whoever did which part of a product")
  void shouldGiveSameBitsWhenRunAgain() throws Exception {
    Epoch first = epoch("-Dkata.threads=3");
    Epoch again = epoch("-Dkata.threads=3");

    for (int i = 0; i < first.weights().size(); i++) {
      assertThat(again.weights().get(i)).isEqualTo(first.weights().get(i));
    }
  }

  @Test
  @DisplayName("plain Java allocates next to nothing for a batch")
  void shouldAllocateLittleWhenPlain() {
    assertThat(ejml.backend()).isEqualTo("ejml");
    assertThat(ejml.bytesPerBatch()).isLessThan(BYTES_A_BATCH);
  }

  private static void assertSameWeights(Epoch found) {
    assertThat(found.weights()).hasSameSizeAs(ejml.weights()).hasSize(6);
    for (int i = 0; i < ejml.weights().size(); i++) {
      double[] expected = ejml.weights().get(i);
      double[] seen = found.weights().get(i);
      double difference = 0;
      double norm = 0;
      for (int k = 0; k < expected.length; k++) {
        difference += Math.pow(seen[k] - expected[k], 2);
        norm += expected[k] * expected[k];
      }
      assertThat(Math.sqrt(difference / norm)).as("parameter %d", i).isLessThan(DIFFERENCE);
    }
  }

  private static Epoch epoch(String... options) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "epoch", ".bin");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            OneEpoch.class.getName(),
            file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(() -> String.join(" ", command) + "\n" + output()).isZero();
    return read(file);
  }

  private static String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static Epoch read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      String backend = in.readUTF();
      long bytesPerBatch = in.readLong();
      List<double[]> weights = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count = in.readInt()) {
        double[] matrix = new double[count];
        for (int i = 0; i < count; i++) {
          matrix[i] = in.readDouble();
        }
        weights.add(matrix);
      }
      return new Epoch(backend, bytesPerBatch, weights);
    }
  }
}
