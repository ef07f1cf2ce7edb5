// SOLUTION of exercise 16 lstm-cell. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/recurrent/LstmCell.java
package org.gradientkata.recurrent;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.LstmGradients;
import org.gradientkata.contract.LstmState;
import org.gradientkata.contract.Products;
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

  // helper memory
  private DMatrixRMaj x;
  private LstmState before;
  private DMatrixRMaj gates;
  private DMatrixRMaj tanhOfC;

  // end

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
    // answer forward
    int units = Wh.numRows;
    Shapes.require("x", x, x.numRows, Wx.numRows);
    Shapes.require("previous.h", previous.h(), x.numRows, units);
    Shapes.require("previous.c", previous.c(), x.numRows, units);
    DMatrixRMaj a = new DMatrixRMaj(x.numRows, 4 * units);
    DMatrixRMaj fromState = new DMatrixRMaj(x.numRows, 4 * units);
    Products.mult(x, Wx, a);
    Products.mult(previous.h(), Wh, fromState);
    for (int k = 0; k < a.data.length; k++) {
      a.data[k] += fromState.data[k] + b.data[k % (4 * units)];
    }
    DMatrixRMaj h = new DMatrixRMaj(x.numRows, units);
    DMatrixRMaj c = new DMatrixRMaj(x.numRows, units);
    DMatrixRMaj tanh = new DMatrixRMaj(x.numRows, units);
    for (int k = 0; k < c.data.length; k++) {
      int i = column(k, 0);
      int f = column(k, 1);
      int g = column(k, 2);
      int o = column(k, 3);
      a.data[i] = sigmoid(a.data[i]);
      a.data[f] = sigmoid(a.data[f]);
      a.data[g] = Math.tanh(a.data[g]);
      a.data[o] = sigmoid(a.data[o]);
      c.data[k] = a.data[f] * previous.c().data[k] + a.data[i] * a.data[g];
      tanh.data[k] = Math.tanh(c.data[k]);
      h.data[k] = a.data[o] * tanh.data[k];
    }
    this.x = x;
    this.before = previous;
    this.gates = a;
    this.tanhOfC = tanh;
    return new LstmState(h, c);
    // end
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
    // answer backward
    if (gates == null) {
      throw new IllegalStateException("backward was called before forward");
    }
    Shapes.require("gradient.h", gradient.h(), tanhOfC.numRows, tanhOfC.numCols);
    Shapes.require("gradient.c", gradient.c(), tanhOfC.numRows, tanhOfC.numCols);
    double[] gate = gates.data;
    DMatrixRMaj da = new DMatrixRMaj(gates.numRows, gates.numCols);
    DMatrixRMaj dcPrevious = new DMatrixRMaj(tanhOfC.numRows, tanhOfC.numCols);
    for (int k = 0; k < dcPrevious.data.length; k++) {
      int i = column(k, 0);
      int f = column(k, 1);
      int g = column(k, 2);
      int o = column(k, 3);
      double tanh = tanhOfC.data[k];
      double dh = gradient.h().data[k];
      double dc = gradient.c().data[k] + dh * gate[o] * (1 - tanh * tanh);
      da.data[i] = dc * gate[g] * gate[i] * (1 - gate[i]);
      da.data[f] = dc * before.c().data[k] * gate[f] * (1 - gate[f]);
      da.data[g] = dc * gate[i] * (1 - gate[g] * gate[g]);
      da.data[o] = dh * tanh * gate[o] * (1 - gate[o]);
      dcPrevious.data[k] = dc * gate[f];
    }
    Products.multTransA(x, da, dWx);
    Products.multTransA(before.h(), da, dWh);
    db.zero();
    for (int k = 0; k < da.data.length; k++) {
      db.data[k % db.numCols] += da.data[k];
    }
    DMatrixRMaj dx = new DMatrixRMaj(x.numRows, x.numCols);
    DMatrixRMaj dhPrevious = new DMatrixRMaj(tanhOfC.numRows, tanhOfC.numCols);
    Products.multTransB(da, Wx, dx);
    Products.multTransB(da, Wh, dhPrevious);
    return new LstmGradients(dx, new LstmState(dhPrevious, dcPrevious));
    // end
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

  // helper column
  /** Where the gate of a number stands: k counts through N × H, the result through N × 4H. */
  private int column(int k, int gate) {
    int units = Wh.numRows;
    return k / units * 4 * units + gate * units + k % units;
  }

  // end

  // helper sigmoid
  private static double sigmoid(double a) {
    return 0.5 * (1 + Math.tanh(a / 2));
  }
  // end
}
