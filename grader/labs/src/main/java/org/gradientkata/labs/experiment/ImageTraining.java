package org.gradientkata.labs.experiment;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;

/** Training on images, step by step. */
final class ImageTraining {
  /** Images in a mini-batch, as in document 004. */
  static final int BATCH = 100;

  static final int CLASSES = 10;

  /** Test images that a curve is measured on, taken evenly from all of them. */
  private static final int SAMPLE = 1000;

  private final Dataset data;
  private final MultiLayerNet net;
  private final Trainer trainer;
  private final Supplier<int[]> batches;
  private final DMatrixRMaj X = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj sample = new DMatrixRMaj(0, 0);
  private final int[] sampleLabels;
  private int[] labels = new int[0];

  /**
   * A training.
   *
   * @param batches gives the images of each step
   */
  ImageTraining(Dataset data, MultiLayerNet net, Optimizer rule, Supplier<int[]> batches) {
    this.data = data;
    this.net = net;
    this.trainer = new Trainer(net, rule);
    this.batches = batches;
    LabeledImages test = data.test();
    int[] chosen = evenly(SAMPLE, test.count());
    test.batch(chosen, sample);
    this.sampleLabels = test.labels(chosen);
  }

  /** Mini-batches drawn with replacement, as document 004 does. */
  static Supplier<int[]> drawn(Dataset data, RandomSource random) {
    return () -> MiniBatches.sampleWithReplacement(data.train().count(), BATCH, random);
  }

  /** Always the same images, taken evenly from all of them. */
  static Supplier<int[]> same(Dataset data, int count) {
    int[] chosen = evenly(count, data.train().count());
    return () -> chosen;
  }

  /** The gradient of each weight matrix for a mini-batch, from the input on; nothing is learnt. */
  double[] gradientNorms() {
    load();
    net.gradient(X, labels);
    // Biases and batch normalization's parameters are single rows.
    return net.gradients().stream()
        .filter(gradient -> gradient.numRows > 1)
        .mapToDouble(ImageTraining::norm)
        .toArray();
  }

  /** One step; the loss before it. */
  double step() {
    load();
    return trainer.step(X, labels);
  }

  /** The network's accuracy on the images of the last step, after it. */
  double batchAccuracy() {
    return net.accuracy(X, labels);
  }

  /** On a sample of the test images: quick, and exact enough for a curve. */
  double sampleAccuracy() {
    return net.accuracy(sample, sampleLabels);
  }

  /** On all test images. */
  double testAccuracy() {
    return trainer.accuracy(data.test());
  }

  private void load() {
    int[] chosen = batches.get();
    data.train().batch(chosen, X);
    labels = data.train().labels(chosen);
  }

  private static int[] evenly(int count, int all) {
    int most = Math.min(count, all);
    return IntStream.range(0, most).map(i -> i * (all / most)).toArray();
  }

  private static double norm(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      sum += matrix.data[i] * matrix.data[i];
    }
    return Math.sqrt(sum);
  }
}
