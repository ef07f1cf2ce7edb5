package org.gradientkata.labs;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.ReLU;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.Products;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.datasets.SyntheticDigits;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;
import org.gradientkata.optimization.Sgd;

/**
 * A program that trains for one epoch and writes down what a test wants to know: the backend, bytes
 * allocated a batch in a further epoch, and the weights after the first. A program, because the
 * backend is chosen once in the life of a JVM.
 */
public final class OneEpoch {
  private static final int IMAGES = 6_000;
  private static final int BATCH = 100;

  private OneEpoch() {}

  /**
   * Trains.
   *
   * @param args the file to write
   * @throws IOException if that fails
   */
  public static void main(String[] args) throws IOException {
    LabeledImages digits = SyntheticDigits.generate(IMAGES, 1);
    RandomSource random = new RandomSource(1);
    NetworkPlan plan = NetworkPlan.of(digits.features(), List.of(100, 40), 10, InitialValue.he());
    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), random);
    Trainer trainer = new Trainer(net, new Sgd(0.1));
    List<int[]> batches = MiniBatches.shuffledEpoch(IMAGES, BATCH, random);
    trainer.train(digits, batches);
    List<DMatrixRMaj> weights = net.parameters().stream().map(DMatrixRMaj::copy).toList();
    long before = allocatedBytes();
    trainer.train(digits, batches);
    long perBatch = (allocatedBytes() - before) / batches.size();

    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[0])))) {
      out.writeUTF(Products.backend());
      out.writeLong(perBatch);
      for (DMatrixRMaj matrix : weights) {
        out.writeInt(matrix.getNumElements());
        for (double weight : matrix.data) {
          out.writeDouble(weight);
        }
      }
      out.writeInt(0);
    }
  }

  /** By all threads, as those that share the products may allocate too. */
  private static long allocatedBytes() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
