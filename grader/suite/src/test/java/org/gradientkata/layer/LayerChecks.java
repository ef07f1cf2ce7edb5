package org.gradientkata.layer;

import static org.gradientkata.suite.KataAssertions.require;

import org.ejml.data.DMatrixRMaj;

/** What the tests of several layers share. Each exercise has its own texts for these demands. */
final class LayerChecks {
  private LayerChecks() {}

  /** A matrix of one row. */
  static DMatrixRMaj row(double... values) {
    return new DMatrixRMaj(1, values.length, true, values);
  }

  /** The same matrix, in an array longer than what it holds, as after a reshape. */
  static DMatrixRMaj inALongerArray(DMatrixRMaj matrix) {
    DMatrixRMaj longer = new DMatrixRMaj(20, 20);
    longer.fill(1e3);
    longer.reshape(matrix.numRows, matrix.numCols);
    longer.setTo(matrix);
    return longer;
  }

  /** Demands an IllegalStateException. */
  static void requireTooEarly(Runnable call) {
    boolean refused = false;
    try {
      call.run();
    } catch (IllegalStateException e) {
      refused = true;
    }
    require(refused, "too-early");
  }
}
