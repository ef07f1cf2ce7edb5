// Exercise 23 trainer: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=TrainerTest
// Lesson: docs/lessons/23-trainer.md (日本語: 23-trainer.ja.md)
package org.gradientkata.network;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.SharedRows;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.LabeledImages;

/**
 * Trains a network by mini-batches: gradient, step, next batch.
 *
 * <p>The matrix that a batch is copied to, and the array for its labels, are kept and used again: a
 * batch costs no new memory to speak of.
 *
 * <p>Source: Goodfellow, Bengio and Courville 2016, section 8.1.3.
 */
public final class Trainer {
  /** Images at a time when nothing is learnt: large enough to be fast, small enough to fit. */
  private static final int CHUNK = 1_000;

  private final MultiLayerNet net;
  private final Optimizer optimizer;

  /** The batch at hand, and its labels. */
  private final DMatrixRMaj X = new DMatrixRMaj(0, 0);

  private int[] labels = new int[0];

  /**
   * A trainer of one network.
   *
   * @param net what learns; kept
   * @param optimizer the rule of a step; kept, it may remember earlier steps
   */
  public Trainer(MultiLayerNet net, Optimizer optimizer) {
    this.net = net;
    this.optimizer = optimizer;
  }

  /**
   * One step: the network's gradient for a mini-batch, then the optimizer's update of the
   * parameters with it.
   *
   * @param X examples (batch × inputs); not modified
   * @param labels the right class of each; not modified
   * @return the mean loss of the batch, before the update
   * @throws IllegalArgumentException if X doesn't fit, or the labels don't
   */
  public double step(DMatrixRMaj X, int[] labels) {
    throw new NotStarted("23 trainer");
  }

  /**
   * One step for each mini-batch, in the order of the list.
   *
   * @param data the images; not modified
   * @param batches at least one; each holds the numbers of its images, at least one; they may
   *     differ in size, and the last one often is shorter; not modified
   * @return the mean loss over all images that were in a batch, so a short batch counts for less;
   *     each loss is that before its own step
   * @throws IllegalArgumentException if there is no batch, or one is empty
   * @throws IndexOutOfBoundsException if there is no image of some number
   */
  public double train(LabeledImages data, List<int[]> batches) {
    requireBatches(batches);
    throw new NotStarted("23 trainer");
  }

  /**
   * One epoch: every image once, in a new order and in mini-batches, as {@link
   * MiniBatches#shuffledEpoch} cuts them.
   *
   * @param data the images, at least one; not modified
   * @param batchSize images a step, at least 1
   * @param random who shuffles
   * @return the mean loss over all images
   * @throws IllegalArgumentException if there is no image or batchSize is under 1
   */
  public double epoch(LabeledImages data, int batchSize, RandomSource random) {
    throw new NotStarted("23 trainer");
  }

  /**
   * The share of images that the network classifies rightly. Nothing is learnt.
   *
   * <p>The images go through the network 1,000 at a time: MNIST's 60,000 at once would take 376 MB
   * for the pixels alone, and as much again in each layer. The last chunk is often shorter.
   *
   * @param data the images, at least one; not modified
   * @return a number from 0 to 1
   * @throws IllegalArgumentException if there is no image
   */
  public double accuracy(LabeledImages data) {
    if (data.count() == 0) {
      throw new IllegalArgumentException("data is " + data + ", expected at least one");
    }
    throw new NotStarted("23 trainer");
  }

  /** Copies a batch to {@link #X} and {@link #labels}. */
  private void load(LabeledImages data, int[] indices) {
    X.reshape(indices.length, data.features());
    SharedRows.forEach(
        data.features(), indices.length, (from, to) -> data.batchColumns(indices, from, to, X));
    if (labels.length != indices.length) {
      labels = new int[indices.length];
    }
    data.labels(indices, labels);
  }

  private static void requireBatches(List<int[]> batches) {
    if (batches.isEmpty()) {
      throw new IllegalArgumentException("batches is empty, expected at least one");
    }
    for (int i = 0; i < batches.size(); i++) {
      if (batches.get(i).length == 0) {
        throw new IllegalArgumentException("batch " + i + " is empty, expected at least one image");
      }
    }
  }
}
