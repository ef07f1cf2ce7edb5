// Exercise 20 restricted-boltzmann-machine: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=RestrictedBoltzmannMachineTest
// Lesson: docs/lessons/20-restricted-boltzmann-machine.md (日本語: 20-restricted-boltzmann-machine.ja.md)
package org.gradientkata.pretraining;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.Shapes;

/**
 * A restricted Boltzmann machine: a layer of visible units, a layer of binary hidden units, and
 * weights between the two layers but not within them. It learns, without labels, a probability for
 * every visible vector: p(v, h) ∝ exp(−E), and the probability of the data is to grow.
 *
 * <p>Binary visible units: E(v, h) = −v·W·hᵀ − v·bᵀ − h·cᵀ. Real-valued visible units (Gaussian, of
 * variance 1): E(v, h) = ½|v − b|² − v·W·hᵀ − h·cᵀ; scale the data to mean 0 and variance 1, and
 * take a learning rate some ten times smaller.
 *
 * <p>Given one layer, the units of the other are independent of each other, and each is computed
 * from all units that it is connected with. The same weights serve both ways.
 *
 * <p>Every matrix of units has one row an example: V is (batch × visible), H is (batch × hidden). A
 * matrix that is returned is a new one. Only {@link #contrastiveDivergence} changes the parameters.
 *
 * <p>Source: Hinton 2002, "Training products of experts by minimizing contrastive divergence";
 * Hinton 2010, "A practical guide to training restricted Boltzmann machines", sections 2, 3 and
 * 13.2.
 */
public final class RestrictedBoltzmannMachine {
  /** Initial weights as the practical guide recommends them, section 8. */
  private static final double INITIAL_STD = 0.01;

  private final DMatrixRMaj W;
  private final DMatrixRMaj b;
  private final DMatrixRMaj c;
  private final boolean realVisible;

  /**
   * A machine with the given parameters.
   *
   * @param W weights (visible × hidden); kept, not copied
   * @param b biases of the visible units (1 × visible); kept, not copied
   * @param c biases of the hidden units (1 × hidden); kept, not copied
   * @param realVisible whether visible units are real-valued; if not, they are binary
   * @throws IllegalArgumentException if the shapes don't fit
   */
  public RestrictedBoltzmannMachine(
      DMatrixRMaj W, DMatrixRMaj b, DMatrixRMaj c, boolean realVisible) {
    Shapes.require("b", b, 1, W.numRows);
    Shapes.require("c", c, 1, W.numCols);
    this.W = W;
    this.b = b;
    this.c = c;
    this.realVisible = realVisible;
  }

  /**
   * A machine that has learnt nothing yet: weights N(0, 0.01²), biases 0.
   *
   * @param visible number of visible units
   * @param hidden number of hidden units
   * @param realVisible whether visible units are real-valued; if not, they are binary
   * @param random where the weights come from
   * @return a new machine
   */
  public static RestrictedBoltzmannMachine untrained(
      int visible, int hidden, boolean realVisible, RandomSource random) {
    DMatrixRMaj W = new DMatrixRMaj(visible, hidden);
    for (int i = 0; i < visible * hidden; i++) {
      W.data[i] = INITIAL_STD * random.nextGaussian();
    }
    return new RestrictedBoltzmannMachine(
        W, new DMatrixRMaj(1, visible), new DMatrixRMaj(1, hidden), realVisible);
  }

  /**
   * The probability of each hidden unit to be 1, given the visible ones: p(h_j = 1 | v).
   *
   * <p>It is σ of the unit's input: its bias, and each visible unit times the weight between the
   * two. For real-valued visible units too.
   *
   * @param V visible units (batch × visible); not modified
   * @return probabilities (batch × hidden)
   * @throws IllegalArgumentException if V has not one column for each visible unit
   */
  public DMatrixRMaj hiddenProbabilities(DMatrixRMaj V) {
    Shapes.require("V", V, V.numRows, W.numRows);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * The mean of each visible unit, given the hidden ones. For a binary unit this is its probability
   * to be 1, σ of its input; for a real-valued one, which has the distribution N(input, 1), it is
   * the input itself.
   *
   * <p>The input is again the bias and the units on the other side times the weights, the same ones
   * in the other direction.
   *
   * @param H hidden units (batch × hidden), 0 and 1 or probabilities; not modified
   * @return means (batch × visible)
   * @throws IllegalArgumentException if H has not one column for each hidden unit
   */
  public DMatrixRMaj visibleMeans(DMatrixRMaj H) {
    Shapes.require("H", H, H.numRows, W.numCols);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * Binary units drawn from their probabilities: 1 with probability p, else 0.
   *
   * <p>One {@link RandomSource#nextDouble()} u an element, row after row; the unit is 1 if u &lt;
   * p.
   *
   * @param P probabilities of any shape; not modified
   * @param random where u comes from
   * @return zeros and ones, of P's shape
   */
  public static DMatrixRMaj sample(DMatrixRMaj P, RandomSource random) {
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * Visible units drawn, given the hidden ones: a {@link #sample} of their means if they are
   * binary, or N(mean, 1) if they are real-valued ({@link RandomSource#nextGaussian()}, row after
   * row).
   *
   * @param H hidden units (batch × hidden); not modified
   * @param random who draws
   * @return visible units (batch × visible)
   * @throws IllegalArgumentException if H has not one column for each hidden unit
   */
  public DMatrixRMaj sampleVisible(DMatrixRMaj H, RandomSource random) {
    Shapes.require("H", H, H.numRows, W.numCols);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * One step of contrastive divergence (CD-1): makes the data more probable, and what the machine
   * dreams up in their place less probable.
   *
   * <ol>
   *   <li>V₀ is the data, P₀ the hidden probabilities for it, H₀ a sample of P₀.
   *   <li>V₁, the reconstruction, is the mean of the visible units for H₀ (not a sample); P₁ the
   *       hidden probabilities for V₁.
   *   <li>⟨·⟩ being the mean over the batch, and the products those of a visible and a hidden unit:
   *       each weight changes by learningRate · (⟨v₀p₀⟩ − ⟨v₁p₁⟩), a visible bias by learningRate ·
   *       (⟨v₀⟩ − ⟨v₁⟩), a hidden bias by learningRate · (⟨p₀⟩ − ⟨p₁⟩).
   * </ol>
   *
   * <p>The products take the probabilities p, not the samples: less noise. The sample H₀ is what
   * carries the data to the reconstruction: one bit a unit.
   *
   * @param V the data V₀ (batch × visible); not modified
   * @param learningRate how far to go
   * @param random who draws H₀
   * @return the reconstruction error before the change: the mean over the batch of |v₀ − v₁|²
   * @throws IllegalArgumentException if V has no row, or not one column for each visible unit
   */
  public double contrastiveDivergence(DMatrixRMaj V, double learningRate, RandomSource random) {
    Shapes.require("V", V, Math.max(1, V.numRows), W.numRows);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * The weights themselves.
   *
   * @return W (visible × hidden), not a copy
   */
  public DMatrixRMaj weights() {
    return W;
  }

  /**
   * The biases of the visible units themselves.
   *
   * @return b (1 × visible), not a copy
   */
  public DMatrixRMaj visibleBias() {
    return b;
  }

  /**
   * The biases of the hidden units themselves.
   *
   * @return c (1 × hidden), not a copy
   */
  public DMatrixRMaj hiddenBias() {
    return c;
  }

  /**
   * The kind of the visible units.
   *
   * @return true if they are real-valued, false if they are binary
   */
  public boolean realVisible() {
    return realVisible;
  }
}
