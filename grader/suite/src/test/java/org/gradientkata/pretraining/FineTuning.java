package org.gradientkata.pretraining;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;

/** Training by labels after training without them, on patterns of four classes. */
final class FineTuning {
  private static final int CLASSES = 4;
  private static final int PIXELS = 24;

  private FineTuning() {}

  /** A row for each example, its class being row mod 4: one pixel in ten is turned around. */
  static DMatrixRMaj noisyPatterns(int count, RandomSource random) {
    DMatrixRMaj X = new DMatrixRMaj(count, PIXELS);
    for (int i = 0; i < count; i++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        boolean own = pixel / (PIXELS / CLASSES) == i % CLASSES;
        X.set(i, pixel, own ^ random.nextDouble() < 0.1 ? 1 : 0);
      }
    }
    return X;
  }

  /** The mean cross-entropy after steps of gradient descent with all examples in each. */
  static double lossAfter(int steps, double rate, List<Layer> layers, DMatrixRMaj X) {
    List<DMatrixRMaj> parameters = new ArrayList<>();
    List<DMatrixRMaj> gradients = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      DMatrixRMaj upstream = forward(layers, X);
      subtractLabels(softmax(upstream));
      for (int i = layers.size() - 1; i >= 0; i--) {
        upstream = layers.get(i).backward(upstream);
      }
      if (step == 0) {
        layers.forEach(layer -> parameters.addAll(layer.parameters()));
        layers.forEach(layer -> gradients.addAll(layer.gradients()));
      }
      for (int p = 0; p < parameters.size(); p++) {
        for (int i = 0; i < parameters.get(p).getNumElements(); i++) {
          parameters.get(p).data[i] -= rate * gradients.get(p).data[i];
        }
      }
    }
    DMatrixRMaj P = softmax(forward(layers, X));
    double sum = 0;
    for (int i = 0; i < P.numRows; i++) {
      sum -= Math.log(P.get(i, i % CLASSES));
    }
    return sum / P.numRows;
  }

  private static DMatrixRMaj forward(List<Layer> layers, DMatrixRMaj X) {
    DMatrixRMaj Y = X;
    for (Layer layer : layers) {
      Y = layer.forward(Y, true);
    }
    return Y.copy();
  }

  private static DMatrixRMaj softmax(DMatrixRMaj Z) {
    for (int row = 0; row < Z.numRows; row++) {
      double sum = 0;
      for (int k = 0; k < Z.numCols; k++) {
        Z.set(row, k, Math.exp(Z.get(row, k)));
        sum += Z.get(row, k);
      }
      for (int k = 0; k < Z.numCols; k++) {
        Z.set(row, k, Z.get(row, k) / sum);
      }
    }
    return Z;
  }

  /** (p − t)/N, the gradient of the mean loss with respect to the scores. */
  private static void subtractLabels(DMatrixRMaj P) {
    for (int row = 0; row < P.numRows; row++) {
      P.set(row, row % CLASSES, P.get(row, row % CLASSES) - 1);
      for (int k = 0; k < P.numCols; k++) {
        P.set(row, k, P.get(row, k) / P.numRows);
      }
    }
  }
}
