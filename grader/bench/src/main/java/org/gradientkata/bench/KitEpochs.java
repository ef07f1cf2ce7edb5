package org.gradientkata.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gradientkata.activation.ReLU;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.Products;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.DatasetException;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.ImageSet;
import org.gradientkata.datasets.Progress;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;
import org.gradientkata.optimization.Sgd;

/**
 * The kit's side of the comparison: the same arguments and the same output as {@code
 * numpy_plain.py}.
 */
public final class KitEpochs {
  /** Images in a mini-batch, for all contestants. */
  static final int BATCH = 100;

  /** The step of plain gradient descent, for all contestants. */
  static final double RATE = 0.1;

  private static final int CLASSES = 10;

  private KitEpochs() {}

  /**
   * Prints each epoch's images per second, and the accuracy at the end.
   *
   * @param args the hidden layers, such as {@code 512,256}; the number of epochs; the folder of the
   *     images; and optionally the size of a mini-batch
   * @throws DatasetException if the data can't be read
   */
  public static void main(String[] args) throws DatasetException {
    System.setProperty("kata.data", args[2]);
    Dataset data = Datasets.load(ImageSet.MNIST, Progress.NONE);
    RandomSource random = new RandomSource(1);
    MultiLayerNet net = network(args[0], data.train().features(), random);
    Trainer trainer = new Trainer(net, new Sgd(RATE));
    int batch = args.length > 3 ? Integer.parseInt(args[3]) : BATCH;
    System.out.println("with Java " + Runtime.version() + ", " + Products.backend());
    for (int epoch = 0; epoch < Integer.parseInt(args[1]); epoch++) {
      long start = System.nanoTime();
      trainer.epoch(data.train(), batch, random);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(Locale.ROOT, "images/s %.0f%n", data.train().count() / seconds);
    }
    System.out.printf(Locale.ROOT, "accuracy %.4f%n", trainer.accuracy(data.test()));
  }

  /**
   * A network of the comparison: ReLU, He.
   *
   * @param hidden units of the hidden layers, such as {@code 512,256}
   * @param features inputs
   * @param random where the weights come from
   * @return a new network
   */
  static MultiLayerNet network(String hidden, int features, RandomSource random) {
    List<Integer> units = Arrays.stream(hidden.split(",")).map(Integer::valueOf).toList();
    NetworkPlan plan = NetworkPlan.of(features, units, CLASSES, InitialValue.he());
    return MultiLayerNet.build(plan, new ReLU(), random);
  }
}
