// Exercise 15 rnn-cell: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=RnnCellTest
// Lesson: docs/lessons/15-rnn-cell.md (日本語: 15-rnn-cell.ja.md)
package org.gradientkata.recurrent;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.SequenceGradients;
import org.gradientkata.contract.Shapes;

/**
 * A recurrent layer over a whole sequence: T cells in a row that share one set of weights.
 *
 * <p>Forward, the state after each step is both an output and an input of the next step. So on the
 * way back (back-propagation through time) two gradients meet at each state: the one from above,
 * dhs(t), and the one that the next step sends back. And since all steps share the weights, the
 * gradient of a weight is the sum of what it gets at every step.
 *
 * <p>Truncated, the sequence is cut into blocks of k steps, counted from the first one; the last
 * block may be shorter. The state goes on from block to block as if nothing were cut; the gradient
 * doesn't: what the first step of a block would send to the block before is dropped. Only the first
 * block still sends its gradient to h0.
 *
 * <p>Source: Werbos 1990; Williams and Peng 1990 for truncation.
 */
public final class TimeRnn {
  private final DMatrixRMaj Wx;
  private final DMatrixRMaj Wh;
  private final DMatrixRMaj b;
  private final int truncation;
  private final DMatrixRMaj dWx;
  private final DMatrixRMaj dWh;
  private final DMatrixRMaj db;

  /**
   * A layer whose gradient goes back to the beginning of the sequence. The weights are kept, not
   * copied.
   *
   * @param Wx weights of the input (D × H)
   * @param Wh recurrent weights (H × H)
   * @param b bias (1 × H)
   * @throws IllegalArgumentException if the shapes don't fit together
   */
  public TimeRnn(DMatrixRMaj Wx, DMatrixRMaj Wh, DMatrixRMaj b) {
    this(Wx, Wh, b, Integer.MAX_VALUE);
  }

  /**
   * A layer whose gradient stays within blocks of the sequence. The weights are kept, not copied.
   *
   * @param Wx weights of the input (D × H)
   * @param Wh recurrent weights (H × H)
   * @param b bias (1 × H)
   * @param truncation k, the number of steps of a block, at least 1
   * @throws IllegalArgumentException if the shapes don't fit together, or truncation is under 1
   */
  public TimeRnn(DMatrixRMaj Wx, DMatrixRMaj Wh, DMatrixRMaj b, int truncation) {
    Shapes.require("Wh", Wh, Wx.numCols, Wx.numCols);
    Shapes.require("b", b, 1, Wx.numCols);
    if (truncation < 1) {
      throw new IllegalArgumentException("truncation is " + truncation + ", expected at least 1");
    }
    this.Wx = Wx;
    this.Wh = Wh;
    this.b = b;
    this.truncation = truncation;
    this.dWx = new DMatrixRMaj(Wx.numRows, Wx.numCols);
    this.dWh = new DMatrixRMaj(Wh.numRows, Wh.numCols);
    this.db = new DMatrixRMaj(1, b.numCols);
  }

  /**
   * The states of a sequence.
   *
   * @param xs inputs x(0) … x(T−1) (N × D each), at least one; not modified, and not to be changed
   *     by the caller before backward
   * @param h0 state before the first step (N × H); likewise
   * @return h(1) … h(T), the state after each step (N × H each)
   * @throws IllegalArgumentException if xs is empty, or a matrix has another shape
   */
  public List<DMatrixRMaj> forward(List<DMatrixRMaj> xs, DMatrixRMaj h0) {
    throw new NotStarted("15 rnn-cell");
  }

  /**
   * Back-propagation through time, over the sequence of the last forward. The gradients of the
   * weights replace those of an earlier backward.
   *
   * @param dhs ∂L/∂h from above for each of the T states (N × H each); not modified
   * @return ∂L/∂x for each step, in the order of time, and ∂L/∂h0
   * @throws IllegalStateException if there was no forward yet
   * @throws IllegalArgumentException if dhs holds another number of matrices than T, or one of
   *     another shape
   */
  public SequenceGradients backward(List<DMatrixRMaj> dhs) {
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
