// Exercise 08 softmax-cross-entropy: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=SoftmaxCrossEntropyTest
// Lesson: docs/lessons/08-softmax-cross-entropy.md (日本語: 08-softmax-cross-entropy.ja.md)
package org.gradientkata.layer;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Shapes;

/**
 * The end of a classifier: scores become probabilities (softmax), and probabilities become one
 * number that says how wrong they are (cross-entropy).
 *
 * <p>For a row z of scores and its label t, pₖ = exp(zₖ) / Σⱼ exp(zⱼ), and the example's loss is
 * −log pₜ. The loss of a mini-batch is the <em>mean</em> over its examples.
 *
 * <p>Both hold for scores of any size: adding a constant to a whole row changes no probability, and
 * the logarithm is taken before it can meet a p that has rounded to 0. A right answer that got all
 * the probability costs 0; one that is 1000 behind costs 1000, not infinity.
 *
 * <p>The two are one class, as their joint derivative is much simpler than either.
 *
 * <p>Source: Bridle 1990, "Probabilistic interpretation of feedforward classification network
 * outputs"; Goodfellow, Bengio and Courville 2016, section 6.2.2.3.
 */
public final class SoftmaxCrossEntropy {
  /** Probabilities of the last forward (batch × classes). */
  private final DMatrixRMaj P = new DMatrixRMaj(0, 0);

  private final DMatrixRMaj dLogits = new DMatrixRMaj(0, 0);

  /** Labels of the last forward; null before the first. */
  private int[] labels;

  /** A loss without parameters. */
  public SoftmaxCrossEntropy() {}

  /**
   * The mean cross-entropy of a mini-batch; keeps the probabilities and the labels for the way
   * back.
   *
   * @param logits scores before the softmax (batch × classes); not modified
   * @param labels for each example the number of its right class, from 0; not modified, and not to
   *     be changed by the caller before backward
   * @return −1/N · Σₙ log P[n, labels[n]], at least 0; 0 for an empty batch; NaN if a score is NaN
   * @throws IllegalArgumentException if there are not as many labels as rows, or a label is no
   *     class
   */
  public double forward(DMatrixRMaj logits, int[] labels) {
    requireLabels(logits, labels);
    throw new NotStarted("08 softmax-cross-entropy");
  }

  /**
   * The gradient of the mean loss with respect to the logits. It can be written in the
   * probabilities and the labels alone.
   *
   * @return ∂L/∂logits (batch × classes), the same at every call until the next forward; belongs to
   *     this object and holds until its next call
   * @throws IllegalStateException if there was no forward yet
   */
  public DMatrixRMaj backward() {
    requireForward();
    throw new NotStarted("08 softmax-cross-entropy");
  }

  /**
   * The probabilities of the last forward.
   *
   * @return P (batch × classes); belongs to this object and holds until its next forward
   * @throws IllegalStateException if there was no forward yet
   */
  public DMatrixRMaj probabilities() {
    requireForward();
    return P;
  }

  private void requireForward() {
    if (labels == null) {
      throw new IllegalStateException("there was no forward yet");
    }
  }

  private static void requireLabels(DMatrixRMaj logits, int[] labels) {
    if (labels.length != logits.numRows) {
      throw new IllegalArgumentException(
          labels.length
              + " labels, expected "
              + logits.numRows
              + ": logits is "
              + Shapes.of(logits));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= logits.numCols) {
        throw new IllegalArgumentException(
            "labels[" + i + "] is " + labels[i] + ", expected 0 to " + (logits.numCols - 1));
      }
    }
  }
}
