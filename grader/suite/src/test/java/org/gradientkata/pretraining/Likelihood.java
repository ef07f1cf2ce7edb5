package org.gradientkata.pretraining;

import org.ejml.data.DMatrixRMaj;

/** How probable a machine holds the data, exactly: by counting, so for small ones only. */
final class Likelihood {
  private Likelihood() {}

  /** log p(v) by adding up e⁻ᴱ over all states of a small machine with binary units. */
  static double mean(RestrictedBoltzmannMachine machine, DMatrixRMaj data) {
    int visible = data.numCols;
    DMatrixRMaj W = machine.weights();
    DMatrixRMaj b = machine.visibleBias();
    DMatrixRMaj c = machine.hiddenBias();
    double all = 0;
    for (int state = 0; state < 1 << visible; state++) {
      double[] v = new double[visible];
      for (int i = 0; i < visible; i++) {
        v[i] = state >> i & 1;
      }
      all += weightOf(W, b, c, v);
    }
    double sum = 0;
    for (int row = 0; row < data.numRows; row++) {
      double[] v = new double[visible];
      System.arraycopy(data.data, row * visible, v, 0, visible);
      sum += Math.log(weightOf(W, b, c, v) / all);
    }
    return sum / data.numRows;
  }

  /** Σ over the hidden states of e⁻ᴱ. */
  private static double weightOf(DMatrixRMaj W, DMatrixRMaj b, DMatrixRMaj c, double[] v) {
    double product = 1;
    for (int i = 0; i < v.length; i++) {
      product *= Math.exp(v[i] * b.data[i]);
    }
    for (int j = 0; j < W.numCols; j++) {
      double field = c.data[j];
      for (int i = 0; i < v.length; i++) {
        field += v[i] * W.get(i, j);
      }
      product *= 1 + Math.exp(field);
    }
    return product;
  }
}
