// Exercise 16 lstm-cell: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=LstmCellTest
// Lesson: docs/lessons/16-lstm-cell.md (日本語: 16-lstm-cell.ja.md)
package org.gradientkata.recurrent;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.LstmGradients;
import org.gradientkata.contract.LstmState;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Shapes;

/**
 * One time step of an LSTM: a cell state c that is added to rather than multiplied by a matrix, and
 * gates that decide what goes in, what stays and what is shown.
 *
 * <p>With a = x·Wx + h·Wh + b (N × 4H), cut into four blocks of H columns in the order i, f, g, o:
 *
 * <ul>
 *   <li>i = σ(a₁), the input gate; f = σ(a₂), the forget gate; o = σ(a₄), the output gate
 *   <li>g = tanh(a₃), the candidate
 *   <li>c′ = f ⊙ c + i ⊙ g, the new cell state
 *   <li>h′ = o ⊙ tanh(c′), the new hidden state
 * </ul>
 *
 * <p>There is one bias (1 × 4H). The way back from c′ to c is a product with f alone: where f stays
 * near 1, a gradient survives. That takes a large bias of the forget gate; with bias 0, f is about
 * one half and the gradient is gone after a hundred steps.
 *
 * <p>The matrices a cell returns are new at every call.
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, which had no forget gate; Gers, Schmidhuber and
 * Cummins 2000, which brought it.
 */
public final class LstmCell {
  private final DMatrixRMaj Wx;
  private final DMatrixRMaj Wh;
  private final DMatrixRMaj b;
  private final DMatrixRMaj dWx;
  private final DMatrixRMaj dWh;
  private final DMatrixRMaj db;

  /**
   * A cell with given weights. They are kept, not copied: cells may share them.
   *
   * @param Wx weights of the input (D × 4H), columns in the order i, f, g, o
   * @param Wh recurrent weights (H × 4H), likewise
   * @param b bias (1 × 4H), likewise
   * @throws IllegalArgumentException if the shapes don't fit together
   */
  public LstmCell(DMatrixRMaj Wx, DMatrixRMaj Wh, DMatrixRMaj b) {
    Shapes.require("Wh", Wh, Wh.numRows, 4 * Wh.numRows);
    Shapes.require("Wx", Wx, Wx.numRows, 4 * Wh.numRows);
    Shapes.require("b", b, 1, 4 * Wh.numRows);
    this.Wx = Wx;
    this.Wh = Wh;
    this.b = b;
    this.dWx = new DMatrixRMaj(Wx.numRows, Wx.numCols);
    this.dWh = new DMatrixRMaj(Wh.numRows, Wh.numCols);
    this.db = new DMatrixRMaj(1, b.numCols);
  }

  /**
   * One step.
   *
   * @param x input (N × D); not modified, and not to be changed by the caller before backward
   * @param previous the state before the step, h and c (N × H each); likewise
   * @return the state after the step
   * @throws IllegalArgumentException if a matrix has another shape; the message names it: x,
   *     previous.h or previous.c
   */
  public LstmState forward(DMatrixRMaj x, LstmState previous) {
    throw new NotStarted("16 lstm-cell");
  }

  /**
   * Sends gradients back through the step of the last forward. The new cell state has two
   * successors: the hidden state of its own step, and the cell state of the next. The gradients of
   * the weights are sums over the batch and replace those of an earlier backward.
   *
   * @param gradient ∂L/∂h′, and the part of ∂L/∂c′ that doesn't go through h′ (N × H each); not
   *     modified
   * @return ∂L/∂x, and ∂L/∂h and ∂L/∂c of the state before the step
   * @throws IllegalStateException if there was no forward yet
   * @throws IllegalArgumentException if a matrix has another shape; the message names it:
   *     gradient.h or gradient.c
   */
  public LstmGradients backward(LstmState gradient) {
    throw new NotStarted("16 lstm-cell");
  }

  /**
   * The weights themselves, not copies.
   *
   * @return Wx, Wh, b
   */
  public List<DMatrixRMaj> parameters() {
    return List.of(Wx, Wh, b);
  }

  /**
   * The gradients of the last backward.
   *
   * @return dWx, dWh, db, the same matrices at every call
   */
  public List<DMatrixRMaj> gradients() {
    return List.of(dWx, dWh, db);
  }
}
