package org.gradientkata.contract;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What a recurrent layer sends back from a whole sequence.
 *
 * @param dxs ∂L/∂x(t) for each time step, in the order of time (N × D each)
 * @param dh0 ∂L/∂h0 of the state before the first step (N × H)
 */
public record SequenceGradients(List<DMatrixRMaj> dxs, DMatrixRMaj dh0) {}
