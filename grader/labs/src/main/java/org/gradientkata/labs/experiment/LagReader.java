package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.optimization.GradientClipping;

/**
 * A recurrent network with one output unit that answers a {@link LongLag} and learns it by gradient
 * descent on both sequences at once.
 */
abstract class LagReader {
  static final int UNITS = 12;

  private final DMatrixRMaj w = new DMatrixRMaj(UNITS, 1);
  private final DMatrixRMaj bias = new DMatrixRMaj(1, 1);
  private final DMatrixRMaj dw = new DMatrixRMaj(UNITS, 1);
  private final DMatrixRMaj dbias = new DMatrixRMaj(1, 1);

  /** The states after the last symbol (2 × units). */
  abstract DMatrixRMaj lastStates();

  /** Sends ∂L/∂(last states) back to the first symbol; the norm of what arrives there. */
  abstract double backward(DMatrixRMaj dh);

  abstract List<DMatrixRMaj> parameters();

  abstract List<DMatrixRMaj> gradients();

  DMatrixRMaj outputWeights() {
    return w;
  }

  /** The probabilities of class 1 for both sequences. */
  final double[] probabilities() {
    return probabilities(lastStates());
  }

  /** One step; how much of the gradient at the end arrives at the first symbol. */
  final double step(double learningRate, double maxNorm) {
    DMatrixRMaj h = lastStates();
    double[] p = probabilities(h);
    DMatrixRMaj dh = new DMatrixRMaj(2, UNITS);
    dw.zero();
    dbias.zero();
    for (int label = 0; label < 2; label++) {
      double dz = (p[label] - label) / 2;
      dbias.data[0] += dz;
      for (int i = 0; i < UNITS; i++) {
        dw.data[i] += dz * h.get(label, i);
        dh.set(label, i, dz * w.data[i]);
      }
    }
    double share = backward(dh) / norm(dh);
    List<DMatrixRMaj> gradients = new ArrayList<>(gradients());
    gradients.add(dw);
    gradients.add(dbias);
    if (maxNorm < Double.POSITIVE_INFINITY) {
      GradientClipping.clipGrads(gradients, maxNorm);
    }
    List<DMatrixRMaj> parameters = new ArrayList<>(parameters());
    parameters.add(w);
    parameters.add(bias);
    for (int k = 0; k < parameters.size(); k++) {
      for (int i = 0; i < parameters.get(k).getNumElements(); i++) {
        parameters.get(k).data[i] -= learningRate * gradients.get(k).data[i];
      }
    }
    return share;
  }

  static double norm(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      sum += matrix.data[i] * matrix.data[i];
    }
    return Math.sqrt(sum);
  }

  private double[] probabilities(DMatrixRMaj h) {
    double[] p = new double[2];
    for (int label = 0; label < 2; label++) {
      double z = bias.data[0];
      for (int i = 0; i < UNITS; i++) {
        z += w.data[i] * h.get(label, i);
      }
      p[label] = 0.5 * (1 + Math.tanh(z / 2));
    }
    return p;
  }
}
