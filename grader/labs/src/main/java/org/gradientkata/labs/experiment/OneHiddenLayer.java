package org.gradientkata.labs.experiment;

import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.layer.Affine;

/**
 * Document 000's network, made of the affine layers and activations that are graded: affine →
 * activation → affine, squared error ½ Σ (y − t)² / N over the whole batch, gradient descent.
 */
final class OneHiddenLayer {
  private final DMatrixRMaj x;
  private final DMatrixRMaj t;
  private final double learningRate;
  private final Activation activation;
  private final Affine first;
  private final Affine second;
  private final ActivationLayer hidden;
  private final ActivationLayer output;

  /** A network on copies of the parameters; with {@code squashed} its outputs go through σ. */
  OneHiddenLayer(Document000 start, Activation activation, boolean squashed, double learningRate) {
    this.x = start.x();
    this.t = start.t();
    this.learningRate = learningRate;
    this.activation = activation;
    this.first = new Affine(start.W1().copy(), start.b1().copy());
    this.hidden = new ActivationLayer(activation);
    this.second = new Affine(start.W2().copy(), start.b2().copy());
    this.output = squashed ? new ActivationLayer(new Sigmoid()) : null;
  }

  /** One step: forward, backward, update. */
  TracedStep step() {
    DMatrixRMaj u = first.forward(x, true).copy();
    DMatrixRMaj h = hidden.forward(u, true).copy();
    DMatrixRMaj slopes = new DMatrixRMaj(h.numRows, h.numCols);
    activation.derivative(u, h, slopes);
    DMatrixRMaj v = second.forward(h, true).copy();
    DMatrixRMaj y = output == null ? v : output.forward(v, true).copy();

    DMatrixRMaj dy = y.copy();
    double squares = 0;
    for (int i = 0; i < dy.getNumElements(); i++) {
      double error = y.data[i] - t.data[i];
      squares += error * error;
      dy.data[i] = error / x.numRows;
    }
    DMatrixRMaj dv = output == null ? dy : output.backward(dy).copy();
    DMatrixRMaj back = second.backward(dv).copy();
    DMatrixRMaj du = hidden.backward(back).copy();
    first.backwardParameters(du);

    TracedStep step =
        new TracedStep(
            first.parameters().get(0).copy(),
            first.parameters().get(1).copy(),
            second.parameters().get(0).copy(),
            second.parameters().get(1).copy(),
            u,
            h,
            slopes,
            v,
            y,
            dv,
            back,
            du,
            first.gradients().get(0).copy(),
            first.gradients().get(1).copy(),
            second.gradients().get(0).copy(),
            second.gradients().get(1).copy(),
            squares / 2 / x.numRows);
    update(first);
    update(second);
    return step;
  }

  private void update(Affine layer) {
    for (int p = 0; p < layer.parameters().size(); p++) {
      DMatrixRMaj parameter = layer.parameters().get(p);
      DMatrixRMaj gradient = layer.gradients().get(p);
      for (int i = 0; i < parameter.getNumElements(); i++) {
        parameter.data[i] -= learningRate * gradient.data[i];
      }
    }
  }
}
