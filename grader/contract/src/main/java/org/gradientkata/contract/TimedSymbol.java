package org.gradientkata.contract;

/**
 * A symbol and when it was seen.
 *
 * @param time time step in the original sequence, from 0
 * @param symbol number of the symbol, from 0
 */
public record TimedSymbol(int time, int symbol) {}
