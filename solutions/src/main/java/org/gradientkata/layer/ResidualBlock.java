// SOLUTION of exercise 17 residual-block. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/layer/ResidualBlock.java
package org.gradientkata.layer;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
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
    // answer forward
    DMatrixRMaj F = X;
    for (Layer layer : branch) {
      F = layer.forward(F, training);
    }
    Shapes.require("F(X)", F, rows, columns);
    add(F, X, Y);
    return Y;
    // end
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
    // answer backward
    DMatrixRMaj throughBranch = dY;
    for (int i = branch.size() - 1; i >= 0; i--) {
      throughBranch = branch.get(i).backward(throughBranch);
    }
    add(throughBranch, dY, dX);
    return dX;
    // end
  }

  // helper add
  private static void add(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    C.reshape(A.numRows, A.numCols);
    int n = A.getNumElements();
    for (int i = 0; i < n; i++) {
      C.data[i] = A.data[i] + B.data[i];
    }
  }

  // end
  /**
   * The parameters of the branch.
   *
   * @return those of its first layer, then those of the second, and so on
   */
  @Override
  public List<DMatrixRMaj> parameters() {
    // answer parameters
    List<DMatrixRMaj> all = new ArrayList<>();
    branch.forEach(layer -> all.addAll(layer.parameters()));
    return all;
    // end
  }

  /**
   * The gradients of the branch.
   *
   * @return in the order of {@link #parameters()}
   */
  @Override
  public List<DMatrixRMaj> gradients() {
    // answer gradients
    List<DMatrixRMaj> all = new ArrayList<>();
    branch.forEach(layer -> all.addAll(layer.gradients()));
    return all;
    // end
  }
}
