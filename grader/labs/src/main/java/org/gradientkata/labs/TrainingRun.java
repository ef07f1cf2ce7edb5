package org.gradientkata.labs;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.datasets.SyntheticDigits;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;
import org.gradientkata.optimization.Sgd;

/**
 * Trains a network with the classes that are graded: their MultiLayerNet, their MiniBatches, their
 * Trainer. This class only hands out the work and measures.
 */
public final class TrainingRun {
  /** Mini-batches between two reports: often enough for a bar, too seldom to cost time. */
  private static final int PIECE = 20;

  /** Measuring on all 60,000 after each epoch would cost a third of the time. */
  private static final int MEASURED_TRAINING_IMAGES = 10_000;

  private static final int REHEARSED_IMAGES = 20;

  private final TrainingOptions options;
  private final Dataset dataset;
  private final TrainingListener listener;
  private long imagesSeen;
  private double secondsLearning;

  /**
   * A run.
   *
   * @param options what to do
   * @param dataset the images, as {@link DatasetChoice#load} gave them
   * @param listener hears how it goes on
   * @throws IllegalArgumentException if a mini-batch is larger than the training set
   */
  public TrainingRun(TrainingOptions options, Dataset dataset, TrainingListener listener) {
    if (options.batchSize() > dataset.train().count()) {
      throw new IllegalArgumentException(
          "batchSize is "
              + options.batchSize()
              + ", expected at most the number of training images, "
              + dataset.train().count());
    }
    this.options = options;
    this.dataset = dataset;
    this.listener = listener;
  }

  /**
   * Trains for a moment on a handful of drawn digits: what is not written yet, or throws, shows
   * before anybody has waited for data.
   *
   * @param options what the real run is to do
   */
  public static void rehearse(TrainingOptions options) {
    LabeledImages few = SyntheticDigits.generate(REHEARSED_IMAGES, options.seed());
    TrainingOptions brief =
        new TrainingOptions(
            DatasetChoice.SYNTHETIC,
            options.hidden(),
            options.activation(),
            options.initialValue(),
            options.batchNormalization(),
            options.residual(),
            1,
            REHEARSED_IMAGES / 2,
            options.learningRate(),
            options.seed());
    new TrainingRun(brief, new Dataset("", few, few, "", true, ""), TrainingListener.NONE).run();
  }

  /**
   * Trains to the end, or until the loss is no longer a finite number: from there no step leads
   * back.
   *
   * @return what came of it
   */
  public TrainingResult run() {
    long start = System.nanoTime();
    imagesSeen = 0;
    secondsLearning = 0;
    RandomSource random = new RandomSource(options.seed());
    MultiLayerNet net =
        MultiLayerNet.build(
            options.plan(dataset.train().features()), options.activation().create(), random);
    Trainer trainer = new Trainer(net, new Sgd(options.learningRate()));
    LabeledImages train = dataset.train();
    LabeledImages measured = train.first(Math.min(MEASURED_TRAINING_IMAGES, train.count()));
    List<EpochResult> epochs = new ArrayList<>();
    double loss = 0;
    for (int epoch = 1; epoch <= options.epochs() && Double.isFinite(loss); epoch++) {
      double before = secondsLearning;
      loss = learn(trainer, epoch, random);
      EpochResult result =
          new EpochResult(
              epoch,
              loss,
              trainer.accuracy(measured),
              trainer.accuracy(dataset.test()),
              secondsLearning - before);
      epochs.add(result);
      listener.epochEnded(result);
    }
    return new TrainingResult(
        options,
        dataset,
        Machine.here(),
        List.copyOf(epochs),
        net.parameters().stream().mapToLong(p -> p.getNumElements()).sum(),
        secondsSince(start),
        WeightHash.sha256(net.parameters()));
  }

  /** One epoch; the mean loss over its mini-batches. */
  private double learn(Trainer trainer, int epoch, RandomSource random) {
    long shuffling = System.nanoTime();
    LabeledImages train = dataset.train();
    List<int[]> batches = MiniBatches.shuffledEpoch(train.count(), options.batchSize(), random);
    secondsLearning += secondsSince(shuffling);
    double sum = 0;
    for (int from = 0; from < batches.size(); from += PIECE) {
      List<int[]> piece = batches.subList(from, Math.min(from + PIECE, batches.size()));
      long start = System.nanoTime();
      double loss = trainer.train(train, piece);
      secondsLearning += secondsSince(start);
      sum += loss * piece.size();
      imagesSeen += piece.stream().mapToLong(batch -> batch.length).sum();
      listener.advanced(
          new TrainingProgress(
              epoch,
              imagesSeen,
              (long) options.epochs() * train.count(),
              loss,
              imagesSeen / secondsLearning));
    }
    return sum / batches.size();
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
