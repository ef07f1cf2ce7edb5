package org.gradientkata.contract;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A part of a network that is differentiated by hand: {@code forward} computes, {@code backward}
 * sends the gradient of the loss back through it.
 *
 * <p>Every matrix has one row per example of the mini-batch. The loss is already a mean over the
 * batch, so a layer only sums. A layer's state is reached through its methods alone.
 *
 * <p>A returned matrix belongs to the layer and holds until its next call; copy it to keep it. It
 * is never the argument itself.
 */
public interface Layer {

  /**
   * Computes the layer's output and remembers what {@link #backward} will need.
   *
   * @param X input (batch × in); not modified, and not to be changed by the caller before backward
   * @param training true while learning, false when the network is used (they differ for batch
   *     normalization)
   * @return output (batch × out)
   */
  DMatrixRMaj forward(DMatrixRMaj X, boolean training);

  /**
   * Computes the gradient of the loss with respect to the parameters and to the input of the last
   * {@code forward}.
   *
   * @param dY upstream gradient ∂L/∂Y (batch × out); not modified
   * @return ∂L/∂X (batch × in)
   * @throws IllegalStateException if there was no forward yet
   */
  DMatrixRMaj backward(DMatrixRMaj dY);

  /**
   * Computes the gradients of the parameters only. The first layer of a network needs no more:
   * nobody asks for the gradient of the data. A layer that can save work here overrides it.
   *
   * @param dY upstream gradient ∂L/∂Y (batch × out); not modified
   * @throws IllegalStateException if there was no forward yet
   */
  default void backwardParameters(DMatrixRMaj dY) {
    backward(dY);
  }

  /**
   * The parameters themselves, not copies: an optimizer changes them in place.
   *
   * @return the same matrices at every call, empty if the layer learns nothing
   */
  default List<DMatrixRMaj> parameters() {
    return List.of();
  }

  /**
   * The gradients of the last {@code backward}, in the order and the shapes of {@link
   * #parameters()}.
   *
   * @return the same matrices at every call, overwritten by each backward
   */
  default List<DMatrixRMaj> gradients() {
    return List.of();
  }
}
