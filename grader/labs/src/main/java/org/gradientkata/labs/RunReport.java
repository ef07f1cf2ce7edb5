package org.gradientkata.labs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * A run as JSON. The fields are described in {@code docs/training-run.md}; a number that is not
 * finite becomes {@code null}, as JSON knows no others.
 */
public final class RunReport {
  /** Counts up when a field changes its meaning or goes. */
  private static final int FORMAT = 1;

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RunReport() {}

  /**
   * Writes a run.
   *
   * @param result the run
   * @param classes which classes learnt: {@code exercises} or {@code solutions}
   * @return JSON in UTF-8
   */
  public static byte[] json(TrainingResult result, String classes) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("classes", classes);
    configuration(root.putObject("configuration"), result.options());
    data(root.putObject("data"), result);
    machine(root.putObject("machine"), result.machine());
    ArrayNode epochs = root.putArray("epochs");
    result.epochs().forEach(epoch -> epoch(epochs.addObject(), epoch));
    outcome(root.putObject("result"), result);
    try {
      return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static void configuration(ObjectNode node, TrainingOptions options) {
    node.put("dataset", options.dataset().id());
    ArrayNode hidden = node.putArray("hidden");
    options.hidden().forEach(hidden::add);
    node.put("activation", options.activation().id());
    node.put("initialValue", options.initialValue().toString());
    node.put("batchNormalization", options.batchNormalization());
    node.put("residual", options.residual());
    node.put("optimizer", "sgd");
    node.put("learningRate", options.learningRate());
    node.put("epochs", options.epochs());
    node.put("batchSize", options.batchSize());
    node.put("seed", options.seed());
  }

  private static void data(ObjectNode node, TrainingResult result) {
    node.put("name", result.dataset().name());
    node.put("synthetic", result.dataset().synthetic());
    node.put("trainImages", result.dataset().train().count());
    node.put("testImages", result.dataset().test().count());
  }

  private static void machine(ObjectNode node, Machine machine) {
    node.put("os", machine.os());
    node.put("architecture", machine.architecture());
    node.put("processors", machine.processors());
    node.put("heapMegabytes", machine.heapMegabytes());
    node.put("java", machine.java());
    node.put("vm", machine.vm());
    node.put("blas", machine.blas());
  }

  private static void epoch(ObjectNode node, EpochResult epoch) {
    node.put("epoch", epoch.epoch());
    put(node, "loss", epoch.loss());
    put(node, "trainAccuracy", epoch.trainAccuracy());
    put(node, "testAccuracy", epoch.testAccuracy());
    put(node, "seconds", epoch.seconds());
  }

  private static void outcome(ObjectNode node, TrainingResult result) {
    put(node, "testAccuracy", result.testAccuracy());
    node.put("exploded", result.exploded());
    node.put("parameters", result.parameters());
    put(node, "seconds", result.seconds());
    put(node, "trainingSeconds", result.trainingSeconds());
    put(node, "imagesPerSecond", result.imagesPerSecond());
    node.put("weightsSha256", result.weightsSha256());
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
