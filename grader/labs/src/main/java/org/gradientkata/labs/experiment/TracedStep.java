package org.gradientkata.labs.experiment;

import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * Every value of one step of gradient descent, before the update. The document's gradient ① = ② × ④
 * × ⑤ is dW1, with ② the input x, ④ {@code back} and ⑤ {@code slopes}.
 *
 * @param W1 weights of the hidden layer
 * @param b1 its biases
 * @param W2 weights of the output layer
 * @param b2 its biases
 * @param u pre-activations of the hidden layer
 * @param h its outputs f(u)
 * @param slopes ⑤ = f′(u)
 * @param v pre-activations of the output layer
 * @param y outputs: v, or σ(v)
 * @param dv ∂L/∂v
 * @param back ④ = ∂L/∂h = dv·W2ᵀ
 * @param du ∂L/∂u = ④ ⊙ ⑤
 * @param dW1 ①, the sum of ② × ④ × ⑤ over the examples
 * @param db1 the sum of ④ × ⑤
 * @param dW2 gradient of the output layer's weights
 * @param db2 gradient of its biases
 * @param loss ½ Σ (y − t)² / N
 */
record TracedStep(
    DMatrixRMaj W1,
    DMatrixRMaj b1,
    DMatrixRMaj W2,
    DMatrixRMaj b2,
    DMatrixRMaj u,
    DMatrixRMaj h,
    DMatrixRMaj slopes,
    DMatrixRMaj v,
    DMatrixRMaj y,
    DMatrixRMaj dv,
    DMatrixRMaj back,
    DMatrixRMaj du,
    DMatrixRMaj dW1,
    DMatrixRMaj db1,
    DMatrixRMaj dW2,
    DMatrixRMaj db2,
    double loss) {

  /** Whether the loss and all gradients are still numbers; if not, no later step is. */
  boolean finite() {
    return Double.isFinite(loss)
        && Stream.of(dW1, db1, dW2, db2).allMatch(m -> Double.isFinite(sumOfSizes(m)));
  }

  /** The largest |element|. */
  static double largest(DMatrixRMaj matrix) {
    double largest = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      largest = Math.max(largest, Math.abs(matrix.data[i]));
    }
    return largest;
  }

  /** How many examples are put into their right class by the larger output. */
  double accuracy(DMatrixRMaj t) {
    int right = 0;
    for (int row = 0; row < t.numRows; row++) {
      boolean second = y.get(row, 1) > y.get(row, 0);
      right += second == t.get(row, 1) > t.get(row, 0) ? 1 : 0;
    }
    return (double) right / t.numRows;
  }

  /** How far the outputs of two examples are apart at most. */
  double spread() {
    double spread = 0;
    for (int column = 0; column < y.numCols; column++) {
      double min = y.get(0, column);
      double max = min;
      for (int row = 1; row < y.numRows; row++) {
        min = Math.min(min, y.get(row, column));
        max = Math.max(max, y.get(row, column));
      }
      spread = Math.max(spread, max - min);
    }
    return spread;
  }

  private static double sumOfSizes(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      // Scaled, for a sum of finite numbers to stay finite.
      sum += Math.abs(matrix.data[i]) / matrix.getNumElements();
    }
    return sum;
  }
}
