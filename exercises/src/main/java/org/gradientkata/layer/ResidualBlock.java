// Exercise 17 residual-block: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=ResidualBlockTest
// Lesson: docs/lessons/17-residual-block.md (日本語: 17-residual-block.ja.md)
package org.gradientkata.layer;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Shapes;

/**
 * A residual block: Y = F(X) + X, where F is a chain of layers, the branch, and the sum's other
 * term is the skip connection.
 *
 * <p>The branch only has to learn what is to be changed about X. If it gives 0 the block passes
 * everything on, forward and backward: however many blocks are stacked, one way through all of them
 * multiplies a gradient by 1.
 *
 * <p>In this kit the branch is affine → activation → affine of equal width, and nothing comes after
 * the sum. (He et al. 2015 put another activation there; leaving it out is their later advice.) The
 * block itself takes any chain that keeps the shape.
 *
 * <p>Source: He, Zhang, Ren and Sun 2015, "Deep Residual Learning for Image Recognition", equation
 * 1; the same 2016, "Identity Mappings in Deep Residual Networks"; Veit, Wilber and Belongie 2016
 * on the many short paths in such a network.
 */
public final class ResidualBlock implements Layer {
  private final List<Layer> branch;
  private final DMatrixRMaj Y = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dX = new DMatrixRMaj(0, 0);

  /** Whether there was a forward, and the shape of its input. */
  private boolean wasForward;

  private int rows;
  private int columns;

  /**
   * A block around a branch.
   *
   * @param branch the layers of F, the one that sees X first
   * @throws IllegalArgumentException if the branch is empty
   */
  public ResidualBlock(List<Layer> branch) {
    if (branch.isEmpty()) {
      throw new IllegalArgumentException("branch is empty, expected at least one layer");
    }
    this.branch = List.copyOf(branch);
  }

  /**
   * Y = F(X) + X.
   *
   * <p>A matrix that a layer of the branch returns belongs to that layer, which may need it on the
   * way back: read it, don't write into it.
   *
   * @param X input (batch × width); not modified
   * @param training passed on to every layer of the branch
   * @return Y (batch × width)
   * @throws IllegalArgumentException if F(X) has not the shape of X
   */
  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    wasForward = true;
    rows = X.numRows;
    columns = X.numCols;
    throw new NotStarted("17 residual-block");
  }

  /**
   * The gradient of the input: X acts through the branch and through the skip connection.
   *
   * @param dY upstream gradient ∂L/∂Y (batch × width); not modified
   * @return ∂L/∂X (batch × width)
   * @throws IllegalStateException if there was no forward yet
   * @throws IllegalArgumentException if dY has not the shape of the last output
   */
  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    if (!wasForward) {
      throw new IllegalStateException("backward was called before forward");
    }
    Shapes.require("dY", dY, rows, columns);
    throw new NotStarted("17 residual-block");
  }

  /**
   * The parameters of the branch.
   *
   * @return those of its first layer, then those of the second, and so on
   */
  @Override
  public List<DMatrixRMaj> parameters() {
    throw new NotStarted("17 residual-block");
  }

  /**
   * The gradients of the branch.
   *
   * @return in the order of {@link #parameters()}
   */
  @Override
  public List<DMatrixRMaj> gradients() {
    throw new NotStarted("17 residual-block");
  }
}
