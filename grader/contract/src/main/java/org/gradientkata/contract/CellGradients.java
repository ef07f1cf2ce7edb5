package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/**
 * What a recurrent cell sends back from one time step.
 *
 * @param dx ∂L/∂x of the step's input (N × D)
 * @param dhPrev ∂L/∂hPrev of the state before the step (N × H)
 */
public record CellGradients(DMatrixRMaj dx, DMatrixRMaj dhPrev) {}
