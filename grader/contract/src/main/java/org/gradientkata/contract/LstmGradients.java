package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/**
 * What an LSTM cell sends back from one time step.
 *
 * @param dx ∂L/∂x of the step's input (N × D)
 * @param previous ∂L/∂h and ∂L/∂c of the state before the step (N × H each)
 */
public record LstmGradients(DMatrixRMaj dx, LstmState previous) {}
