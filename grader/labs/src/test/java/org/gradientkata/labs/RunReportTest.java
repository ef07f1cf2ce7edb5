package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunReportTest {

  @Test
  @DisplayName("the JSON has exactly the documented fields")
  void shouldWriteAllFields() throws IOException {
    JsonNode json = read(List.of(new EpochResult(1, 0.5, 0.9, 0.8, 1.25)));

    assertThat(names(json))
        .containsExactly(
            "format", "classes", "configuration", "data", "machine", "epochs", "result");
    assertThat(names(json.get("configuration")))
        .containsExactly(
            "dataset",
            "hidden",
            "activation",
            "initialValue",
            "batchNormalization",
            "residual",
            "optimizer",
            "learningRate",
            "epochs",
            "batchSize",
            "seed");
    assertThat(names(json.get("data")))
        .containsExactly("name", "synthetic", "trainImages", "testImages");
    assertThat(names(json.get("machine")))
        .containsExactly("os", "architecture", "processors", "heapMegabytes", "java", "vm", "blas");
    assertThat(names(json.get("epochs").get(0)))
        .containsExactly("epoch", "loss", "trainAccuracy", "testAccuracy", "seconds");
    assertThat(names(json.get("result")))
        .containsExactly(
            "testAccuracy",
            "exploded",
            "parameters",
            "seconds",
            "trainingSeconds",
            "imagesPerSecond",
            "weightsSha256");
  }

  @Test
  @DisplayName("the values are those of the run")
  void shouldWriteValues() throws IOException {
    JsonNode json =
        read(
            List.of(
                new EpochResult(1, 0.5, 0.9, 0.8, 1.25), new EpochResult(2, 0.4, 0.9, 0.85, 0.75)));

    assertThat(json.get("classes").asText()).isEqualTo("solutions");
    assertThat(json.get("configuration").get("hidden").toString()).isEqualTo("[20]");
    assertThat(json.get("configuration").get("initialValue").asText()).isEqualTo("he");
    assertThat(json.get("configuration").get("seed").asLong()).isEqualTo(7);
    assertThat(json.get("data").get("synthetic").asBoolean()).isTrue();
    assertThat(json.get("epochs").get(1).get("loss").asDouble()).isEqualTo(0.4);
    assertThat(json.get("result").get("testAccuracy").asDouble()).isEqualTo(0.85);
    assertThat(json.get("result").get("trainingSeconds").asDouble()).isEqualTo(2.0);
    assertThat(json.get("result").get("imagesPerSecond").asDouble()).isEqualTo(20.0);
    assertThat(json.get("result").get("weightsSha256").asText()).isEqualTo("ab12");
  }

  @Test
  @DisplayName("a loss that is not a number becomes null")
  void shouldWriteNullWhenLossIsNoNumber() throws IOException {
    JsonNode json = read(List.of(new EpochResult(1, Double.NaN, 0.1, 0.1, 1)));

    assertThat(json.get("epochs").get(0).get("loss").isNull()).isTrue();
    assertThat(json.get("result").get("exploded").asBoolean()).isTrue();
  }

  private static JsonNode read(List<EpochResult> epochs) throws IOException {
    return new ObjectMapper().readTree(RunReport.json(Samples.result(epochs), "solutions"));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
