// Exercise 15 rnn-cell: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=RnnCellTest
// Lesson: docs/lessons/15-rnn-cell.md (日本語: 15-rnn-cell.ja.md)
package org.gradientkata.recurrent;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.CellGradients;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.Shapes;

/**
 * One time step of a recurrent network: h = tanh(x·Wx + hPrev·Wh + b).
 *
 * <p>x (N × D) is the input of the step, hPrev (N × H) the state after the step before, h (N × H)
 * the new state; N is the size of the batch, and b (1 × H) is added to every row. A cell remembers
 * its last forward, for one backward; a sequence takes as many cells as it has steps, all with the
 * same weights (see {@link TimeRnn}).
 *
 * <p>The matrices a cell returns are new at every call.
 *
 * <p>Source: Elman 1990; Rumelhart, Hinton and Williams 1986.
 */
public final class RnnCell {
  private final DMatrixRMaj Wx;
  private final DMatrixRMaj Wh;
  private final DMatrixRMaj b;
  private final DMatrixRMaj dWx;
  private final DMatrixRMaj dWh;
  private final DMatrixRMaj db;

  /**
   * A cell with given weights. They are kept, not copied: cells may share them.
   *
   * @param Wx weights of the input (D × H)
   * @param Wh recurrent weights (H × H)
   * @param b bias (1 × H)
   * @throws IllegalArgumentException if the shapes don't fit together
   */
  public RnnCell(DMatrixRMaj Wx, DMatrixRMaj Wh, DMatrixRMaj b) {
    Shapes.require("Wh", Wh, Wx.numCols, Wx.numCols);
    Shapes.require("b", b, 1, Wx.numCols);
    this.Wx = Wx;
    this.Wh = Wh;
    this.b = b;
    this.dWx = new DMatrixRMaj(Wx.numRows, Wx.numCols);
    this.dWh = new DMatrixRMaj(Wh.numRows, Wh.numCols);
    this.db = new DMatrixRMaj(1, b.numCols);
  }

  /**
   * h = tanh(x·Wx + hPrev·Wh + b).
   *
   * @param x input (N × D); not modified, and not to be changed by the caller before backward
   * @param hPrev state before the step (N × H); likewise
   * @return the new state h (N × H)
   * @throws IllegalArgumentException if x or hPrev has another shape; the message names it
   */
  public DMatrixRMaj forward(DMatrixRMaj x, DMatrixRMaj hPrev) {
    throw new NotStarted("15 rnn-cell");
  }

  /**
   * Sends a gradient back through the step of the last forward: first through tanh, then through
   * the two products. The gradients of the weights are sums over the batch and replace those of an
   * earlier backward.
   *
   * @param dh ∂L/∂h (N × H), everything that depends on h taken together; not modified
   * @return ∂L/∂x and ∂L/∂hPrev
   * @throws IllegalStateException if there was no forward yet
   * @throws IllegalArgumentException if dh has another shape than h; the message names it
   */
  public CellGradients backward(DMatrixRMaj dh) {
    throw new NotStarted("15 rnn-cell");
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
