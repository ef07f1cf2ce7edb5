package org.gradientkata.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.contract.Layer;
import org.gradientkata.layer.Affine;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.GradientCheck;

/** What the tests build networks from, and measure at them. */
final class NetworkMeasures {
  /** The four examples of exclusive or. */
  static DMatrixRMaj xor() {
    return new DMatrixRMaj(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  }

  /** Their classes. */
  static int[] xorLabels() {
    return new int[] {0, 1, 1, 0};
  }

  private NetworkMeasures() {}

  /** The network of the golden vectors. */
  static MultiLayerNet net(Golden golden) {
    return new MultiLayerNet(
        List.of(
            new Affine(golden.matrix("W1"), golden.matrix("b1")),
            new ActivationLayer(new Sigmoid()),
            new Affine(golden.matrix("W2"), golden.matrix("b2"))));
  }

  /** The labels of the golden vectors. */
  static int[] labels(Golden golden) {
    double[] labels = golden.matrix("labels").data;
    return Arrays.stream(labels).mapToInt(label -> (int) label).toArray();
  }

  /** The names of a network's layers. */
  static String layers(MultiLayerNet net) {
    return net.layers().stream()
        .map(layer -> layer.getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  /** The names for letters: {@code A a} is {@code Affine, ActivationLayer}. */
  static String inWords(String letters) {
    return Arrays.stream(letters.split(" "))
        .map(NetworkMeasures::inWord)
        .collect(Collectors.joining(", "));
  }

  private static String inWord(String letter) {
    return switch (letter) {
      case "A" -> "Affine";
      case "a" -> "ActivationLayer";
      case "N" -> "BatchNormalization";
      default -> "ResidualBlock";
    };
  }

  /** Mean of log Σ eᶻ − z of the right class, by the layers' own forward in training mode. */
  static double trainingLoss(MultiLayerNet net, DMatrixRMaj X, int[] labels) {
    DMatrixRMaj Z = X;
    for (Layer layer : net.layers()) {
      Z = layer.forward(Z, true);
    }
    double sum = 0;
    for (int row = 0; row < Z.numRows; row++) {
      double exponentials = 0;
      for (int k = 0; k < Z.numCols; k++) {
        exponentials += Math.exp(Z.get(row, k));
      }
      sum += Math.log(exponentials) - Z.get(row, labels[row]);
    }
    return sum / Z.numRows;
  }

  /** How much of the gradient that the last weights get arrives at the first ones. */
  static double firstToLast(MultiLayerNet net) {
    int[] labels = new int[16];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 10;
    }
    net.gradient(GradientCheck.gaussian(16, 16, 14), labels);
    List<DMatrixRMaj> gradients = net.gradients();
    return norm(gradients.get(0)) / norm(gradients.get(gradients.size() - 2));
  }

  /** √Σx² over all elements. */
  static double norm(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      sum += matrix.data[i] * matrix.data[i];
    }
    return Math.sqrt(sum);
  }

  /** Steps of θ ← θ − rate·∂L/∂θ on one batch; returns the loss before the last. */
  static double train(MultiLayerNet net, DMatrixRMaj X, int[] labels, int steps, double rate) {
    double loss = Double.NaN;
    List<DMatrixRMaj> parameters = net.parameters();
    List<DMatrixRMaj> gradients = List.of();
    for (int step = 0; step < steps; step++) {
      loss = net.gradient(X, labels);
      gradients = step == 0 ? net.gradients() : gradients; // which are the same matrices for ever
      for (int p = 0; p < parameters.size(); p++) {
        DMatrixRMaj theta = parameters.get(p);
        DMatrixRMaj gradient = gradients.get(p);
        for (int i = 0; i < theta.getNumElements(); i++) {
          theta.data[i] -= rate * gradient.data[i];
        }
      }
    }
    return loss;
  }
}
