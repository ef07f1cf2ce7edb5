package org.gradientkata.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.layer.Affine;
import org.gradientkata.optimization.Sgd;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What training does to a small network, in numbers. */
public final class TrainerProbes implements Probes {

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "Trainer.step", Probe.exact(TrainerProbes::step),
        "Trainer.train", Probe.exact(TrainerProbes::train),
        "Trainer.epoch", Probe.exact(TrainerProbes::epoch),
        "Trainer.accuracy", Probe.exact(TrainerProbes::accuracy));
  }

  private static double[] step(RandomSource r) {
    MultiLayerNet net = net(r);
    Trainer trainer = new Trainer(net, new Sgd(0.5));
    DMatrixRMaj X = gaussian(5, 4, r);
    int[] labels = {0, 2, 1, 1, 2};
    double first = trainer.step(X, labels);
    double second = trainer.step(X, labels);
    return numbers(net, first, second);
  }

  private static double[] train(RandomSource r) {
    MultiLayerNet net = net(r);
    LabeledImages images = images(7, r);
    List<int[]> batches = List.of(new int[] {4, 0, 2}, new int[] {6, 1, 5}, new int[] {3});
    return numbers(net, new Trainer(net, new Sgd(0.5)).train(images, batches));
  }

  private static double[] epoch(RandomSource r) {
    MultiLayerNet net = net(r);
    LabeledImages images = images(8, r);
    Trainer trainer = new Trainer(net, new Sgd(0.5));
    double first = trainer.epoch(images, 3, r);
    double second = trainer.epoch(images, 3, r);
    return numbers(net, first, second);
  }

  /** For more images than go through at a time, the largest number that came, capped. */
  private static double[] accuracy(RandomSource r) {
    Largest largest = new Largest();
    MultiLayerNet net =
        new MultiLayerNet(List.of(largest, new Affine(gaussian(4, 3, r), gaussian(1, 3, r))));
    double accuracy = new Trainer(net, new Sgd(0.5)).accuracy(images(2_345, r));
    return new double[] {accuracy, largest.rows > 2_000 ? 1 : 0};
  }

  private static MultiLayerNet net(RandomSource r) {
    return new MultiLayerNet(List.of(new Affine(gaussian(4, 3, r), gaussian(1, 3, r))));
  }

  private static LabeledImages images(int count, RandomSource r) {
    byte[] pixels = new byte[4 * count];
    r.nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) r.nextInt(3);
    }
    return new LabeledImages(2, 2, pixels, labels);
  }

  private static DMatrixRMaj gaussian(int rows, int columns, RandomSource r) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    Arrays.setAll(matrix.data, i -> r.nextGaussian());
    return matrix;
  }

  private static double[] numbers(MultiLayerNet net, double... losses) {
    List<Double> numbers = new ArrayList<>();
    Arrays.stream(losses).forEach(numbers::add);
    for (DMatrixRMaj p : net.parameters()) {
      Arrays.stream(p.data).forEach(numbers::add);
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Y = X; remembers the largest batch. */
  private static final class Largest implements Layer {
    private int rows;

    @Override
    public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
      rows = Math.max(rows, X.numRows);
      return X.copy();
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj dY) {
      return dY.copy();
    }
  }
}
