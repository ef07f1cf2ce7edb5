package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/**
 * What an LSTM cell carries from one time step to the next. A pair of gradients ∂L/∂h and ∂L/∂c has
 * the same form.
 *
 * @param h hidden state (N × H): what the cell shows
 * @param c cell state (N × H): what it keeps to itself
 */
public record LstmState(DMatrixRMaj h, DMatrixRMaj c) {}
