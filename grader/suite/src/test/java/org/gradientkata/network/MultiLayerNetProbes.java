package org.gradientkata.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.layer.Affine;
import org.gradientkata.layer.BatchNormalization;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What networks compute, in numbers. All layers have one width, so that twins come to an end. */
public final class MultiLayerNetProbes implements Probes {
  private static final int WIDTH = 3;
  private static final int BATCH = 5;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "MultiLayerNet.build", Probe.exact(MultiLayerNetProbes::build),
        "MultiLayerNet.predict", Probe.exact(r -> net(r).predict(gaussian(BATCH, r)).data),
        "MultiLayerNet.loss",
            Probe.exact(r -> new double[] {net(r).loss(gaussian(BATCH, r), labels(r))}),
        "MultiLayerNet.gradient", Probe.exact(MultiLayerNetProbes::gradient),
        "MultiLayerNet.accuracy", Probe.exact(MultiLayerNetProbes::accuracy),
        "MultiLayerNet.parameters", Probe.exact(MultiLayerNetProbes::parameters),
        "MultiLayerNet.gradients", Probe.exact(MultiLayerNetProbes::gradients));
  }

  /** Layers, their scores in use, and the gradients that they find, for four plans. */
  private static double[] build(RandomSource r) {
    List<Double> numbers = new ArrayList<>();
    DMatrixRMaj X = gaussian(BATCH, r);
    NetworkPlan plain =
        NetworkPlan.of(WIDTH, List.of(WIDTH, WIDTH, WIDTH), WIDTH, InitialValue.gaussian(1));
    for (NetworkPlan plan :
        List.of(
            plain,
            plain.withBatchNormalization(),
            plain.withResidualBlocks(),
            plain.withBatchNormalization().withResidualBlocks())) {
      List<Layer> layers = MultiLayerNet.build(plan, new Sigmoid(), r).layers();
      DMatrixRMaj Y = X;
      for (Layer layer : layers) {
        Y = layer.forward(Y, true);
      }
      add(numbers, Y);
      DMatrixRMaj dY = Y.copy();
      for (int i = layers.size() - 1; i >= 0; i--) {
        dY = layers.get(i).backward(dY);
      }
      add(numbers, dY);
    }
    return array(numbers);
  }

  private static double[] gradient(RandomSource r) {
    Counting first = new Counting();
    MultiLayerNet net = new MultiLayerNet(List.of(first, affine(r), sigmoid(), affine(r)));
    MultiLayerNet startsAtOnce = new MultiLayerNet(List.of(affine(r), sigmoid(), affine(r)));
    List<Double> numbers = new ArrayList<>();
    numbers.add(net.gradient(gaussian(BATCH, r), labels(r)));
    numbers.add(startsAtOnce.gradient(gaussian(BATCH, r), labels(r)));
    for (MultiLayerNet one : List.of(net, startsAtOnce)) {
      one.layers().forEach(layer -> layer.gradients().forEach(g -> add(numbers, g)));
    }
    numbers.add((double) first.backwards);
    numbers.add((double) first.trained);
    return array(numbers);
  }

  private static double[] accuracy(RandomSource r) {
    MultiLayerNet net = new MultiLayerNet(List.of(new Counting()));
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      numbers.add(net.accuracy(gaussian(BATCH, r), labels(r)));
    }
    DMatrixRMaj ties = gaussian(BATCH, r);
    ties.fill(-1);
    numbers.add(net.accuracy(ties, new int[] {0, 0, 0, 1, 2}));
    return array(numbers);
  }

  private static double[] parameters(RandomSource r) {
    MultiLayerNet net = new MultiLayerNet(List.of(affine(r), sigmoid(), affine(r)));
    List<Double> numbers = new ArrayList<>();
    numbers.add((double) net.parameters().size());
    net.parameters().forEach(p -> p.fill(0.25));
    net.layers().forEach(layer -> layer.parameters().forEach(p -> add(numbers, p)));
    return array(numbers);
  }

  private static double[] gradients(RandomSource r) {
    Affine one = affine(r);
    Affine other = affine(r);
    MultiLayerNet net = new MultiLayerNet(List.of(one, sigmoid(), other));
    one.gradients().get(0).fill(1);
    one.gradients().get(1).fill(2);
    other.gradients().get(0).fill(3);
    other.gradients().get(1).fill(4);
    List<Double> numbers = new ArrayList<>();
    net.gradients().forEach(g -> add(numbers, g));
    return array(numbers);
  }

  private static MultiLayerNet net(RandomSource r) {
    return new MultiLayerNet(List.of(affine(r), norm(r), sigmoid(), affine(r)));
  }

  private static Affine affine(RandomSource r) {
    return new Affine(gaussian(WIDTH, r), gaussian(1, r));
  }

  private static Layer sigmoid() {
    return new ActivationLayer(new Sigmoid());
  }

  /** A layer that does something else in training; γ away from 1. */
  private static Layer norm(RandomSource r) {
    BatchNormalization norm = new BatchNormalization(WIDTH);
    norm.parameters().get(0).setTo(gaussian(1, r));
    return norm;
  }

  private static DMatrixRMaj gaussian(int rows, RandomSource r) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, WIDTH);
    Arrays.setAll(matrix.data, i -> r.nextGaussian());
    return matrix;
  }

  private static int[] labels(RandomSource r) {
    int[] labels = new int[BATCH];
    Arrays.setAll(labels, i -> r.nextInt(WIDTH));
    return labels;
  }

  private static void add(List<Double> numbers, DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      numbers.add(matrix.data[i]);
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Y = X; counts how often it was trained, and how often the gradient of its input was wanted. */
  private static final class Counting implements Layer {
    private int backwards;
    private int trained;

    @Override
    public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
      trained += training ? 1 : 0;
      return X.copy();
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj dY) {
      backwards++;
      return dY.copy();
    }

    @Override
    public void backwardParameters(DMatrixRMaj dY) {}
  }
}
