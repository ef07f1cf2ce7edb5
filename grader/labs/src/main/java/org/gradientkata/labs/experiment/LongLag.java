package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The long-lag task of the history compressor's lesson: a or x, then always the same symbols, and
 * at the end the question which of the two it was.
 *
 * @param lag symbols between the first one and the question
 */
record LongLag(int lag) {

  int symbols() {
    return lag + 2;
  }

  /** The sequence of a class, 0 or 1: its own symbol, then 2, 3, …. */
  int[] sequence(int label) {
    int[] sequence = new int[lag + 1];
    sequence[0] = label;
    for (int t = 1; t <= lag; t++) {
      sequence[t] = t + 1;
    }
    return sequence;
  }

  /** Both sequences as a batch of two, one matrix (2 × symbols) a time step. */
  List<DMatrixRMaj> inputs() {
    List<DMatrixRMaj> xs = new ArrayList<>();
    for (int t = 0; t <= lag; t++) {
      DMatrixRMaj x = new DMatrixRMaj(2, symbols());
      for (int label = 0; label < 2; label++) {
        x.set(label, sequence(label)[t], 1);
      }
      xs.add(x);
    }
    return xs;
  }
}
