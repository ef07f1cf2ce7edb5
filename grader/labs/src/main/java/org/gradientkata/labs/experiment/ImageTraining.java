package org.gradientkata.labs.experiment;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;

/** Training on images as document 004 does it: mini-batches of 100, drawn with replacement. */
final class ImageTraining {
  static final int BATCH = 100;
  static final int CLASSES = 10;

  /** Test images that a curve is measured on, taken evenly from all of them. */
  private static final int SAMPLE = 1000;

  private final Dataset data;
  private final MultiLayerNet net;
  private final Trainer trainer;
  private final RandomSource random;
  private final DMatrixRMaj X = new DMatrixRMaj(0, 0);
  private final int[] labels = new int[BATCH];
  private final DMatrixRMaj sample = new DMatrixRMaj(0, 0);
  private final int[] sampleLabels;

  ImageTraining(Dataset data, MultiLayerNet net, Optimizer rule, RandomSource random) {
    this.data = data;
    this.net = net;
    this.trainer = new Trainer(net, rule);
    this.random = random;
    LabeledImages test = data.test();
    int count = Math.min(SAMPLE, test.count());
    int[] chosen = IntStream.range(0, count).map(i -> i * (test.count() / count)).toArray();
    test.batch(chosen, sample);
    this.sampleLabels = test.labels(chosen);
  }

  /** One mini-batch; its loss before the step. */
  double step() {
    draw();
    return trainer.step(X, labels);
  }

  /** The network's accuracy on the last mini-batch, after the step. */
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

  private void draw() {
    int[] chosen = MiniBatches.sampleWithReplacement(data.train().count(), BATCH, random);
    data.train().batch(chosen, X);
    data.train().labels(chosen, labels);
  }
}
