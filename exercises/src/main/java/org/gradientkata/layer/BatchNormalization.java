// Exercise 11 batch-normalization: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=BatchNormalizationTest
// Lesson: docs/lessons/11-batch-normalization.md (日本語: 11-batch-normalization.ja.md)
package org.gradientkata.layer;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Shapes;

/**
 * Batch normalization: each feature gets mean 0 and variance 1 over the mini-batch, then a scale
 * and a shift that are learned.
 *
 * <p>For one feature (a column of X) with the batch's mean μ and variance v = 1/N · Σ(x − μ)²:
 *
 * <p>x̂ = (x − μ) / √(v + ε), y = γ·x̂ + β.
 *
 * <p>The variance divides by N, not by N − 1, and ε stands inside the root. As μ and v are computed
 * from the batch, every output of a column depends on every input of it, in training.
 *
 * <p>In inference an example must not depend on its neighbours. There, running averages take the
 * place of μ and v. They start at mean 0 and variance 1, and each forward in training moves them:
 * running ← momentum · running + (1 − momentum) · batch, with the same variance 1/N as above.
 *
 * <p>Source: Ioffe and Szegedy 2015, "Batch Normalization: Accelerating Deep Network Training by
 * Reducing Internal Covariate Shift", algorithms 1 and 2. Other conventions are in use: there the
 * running variance divides by N − 1, and in PyTorch "momentum" is the weight of the new value.
 */
public final class BatchNormalization implements Layer {
  private static final double DEFAULT_EPSILON = 1e-7;
  private static final double DEFAULT_MOMENTUM = 0.9;

  /** What {@link #batch} is while there is nothing to differentiate. */
  private static final int NONE = -1;

  private final int features;
  private final double epsilon;
  private final double momentum;
  private final DMatrixRMaj gamma;
  private final DMatrixRMaj beta;
  private final DMatrixRMaj dgamma;
  private final DMatrixRMaj dbeta;
  private final DMatrixRMaj runningMean;
  private final DMatrixRMaj runningVariance;
  private final DMatrixRMaj Y = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dX = new DMatrixRMaj(0, 0);

  /** Rows of the last forward if it was in training, else {@link #NONE}. */
  private int batch = NONE;

  /**
   * A layer with ε = 1e-7 and momentum 0.9.
   *
   * @param features number of columns of its input
   */
  public BatchNormalization(int features) {
    this(features, DEFAULT_EPSILON, DEFAULT_MOMENTUM);
  }

  /**
   * A layer with γ = 1 and β = 0.
   *
   * @param features number of columns of its input
   * @param epsilon ε, added to the variance so that a constant column divides by more than 0
   * @param momentum weight of the old value in the running averages
   * @throws IllegalArgumentException if epsilon is not positive, or momentum not in [0, 1]
   */
  public BatchNormalization(int features, double epsilon, double momentum) {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon is " + epsilon + ", expected a number > 0");
    }
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum is " + momentum + ", expected 0 to 1");
    }
    this.features = features;
    this.epsilon = epsilon;
    this.momentum = momentum;
    this.gamma = new DMatrixRMaj(1, features);
    this.beta = new DMatrixRMaj(1, features);
    this.dgamma = new DMatrixRMaj(1, features);
    this.dbeta = new DMatrixRMaj(1, features);
    this.runningMean = new DMatrixRMaj(1, features);
    this.runningVariance = new DMatrixRMaj(1, features);
    gamma.fill(1);
    runningVariance.fill(1);
  }

  /**
   * y = γ·x̂ + β, with the batch's mean and variance in training, and the running ones in
   * inference.
   *
   * <p>Training also moves the running averages; inference leaves them alone, and so does an empty
   * batch. A batch of one has variance 0, so its output is β.
   *
   * <p>The variance is the mean of squared distances from the mean. Computed as a difference of two
   * large numbers, E[x²] − E[x]², it loses its digits where the mean is far from 0.
   *
   * @param X input (batch × features); not modified
   * @param training whether to use the batch's own statistics
   * @return Y (batch × features)
   * @throws IllegalArgumentException if X has another number of columns
   */
  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    Shapes.require("X", X, X.numRows, features);
    batch = training ? X.numRows : NONE;
    throw new NotStarted("11 batch-normalization");
  }

  /**
   * The gradients of the last forward in training: ∂L/∂X, and ∂L/∂γ and ∂L/∂β, which overwrite what
   * {@link #gradients()} returns.
   *
   * <p>γ and β act on all examples of the batch. An input acts in three ways: directly on its own
   * x̂, through the mean on every x̂ of its column, and through the variance likewise. Draw the
   * computational graph, and add up what comes back along each way.
   *
   * @param dY upstream gradient ∂L/∂Y (batch × features); not modified
   * @return ∂L/∂X (batch × features)
   * @throws IllegalStateException if the last forward was not in training, or there was none
   * @throws IllegalArgumentException if dY has not the shape of the last output
   */
  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    if (batch == NONE) {
      throw new IllegalStateException("backward needs a forward in training before it");
    }
    Shapes.require("dY", dY, batch, features);
    throw new NotStarted("11 batch-normalization");
  }

  /**
   * The parameters themselves.
   *
   * @return γ and β (1 × features each)
   */
  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(gamma, beta);
  }

  /**
   * The gradients of the last backward.
   *
   * @return ∂L/∂γ and ∂L/∂β (1 × features each)
   */
  @Override
  public List<DMatrixRMaj> gradients() {
    return List.of(dgamma, dbeta);
  }

  /**
   * The running mean, which inference uses.
   *
   * @return the matrix itself (1 × features), the same at every call
   */
  public DMatrixRMaj runningMean() {
    return runningMean;
  }

  /**
   * The running variance, which inference uses.
   *
   * @return the matrix itself (1 × features), the same at every call
   */
  public DMatrixRMaj runningVariance() {
    return runningVariance;
  }
}
