package org.gradientkata.recurrent;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What the norms of a gradient going back in time are, for telling one mistake from another. */
public final class RnnGradientNormsProbes implements Probes {
  private static final int STEPS = 4;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "RnnGradientNorms.meanNorm", Probe.exact(RnnGradientNormsProbes::meanNorm),
        "RnnGradientNorms.meanNorms", Probe.exact(RnnGradientNormsProbes::meanNorms));
  }

  private static double[] meanNorm(RandomSource random) {
    DMatrixRMaj inALongerArray = filled(5, 5, random);
    inALongerArray.reshape(3, 2);
    return new double[] {
      RnnGradientNorms.meanNorm(filled(3, 4, random)), RnnGradientNorms.meanNorm(inALongerArray)
    };
  }

  /** The norms, then what became of the argument. */
  private static double[] meanNorms(RandomSource random) {
    DMatrixRMaj dh = filled(2, 3, random);
    DMatrixRMaj Wh = filled(3, 3, random);
    double[] norms = RnnGradientNorms.meanNorms(dh, Wh, STEPS);
    return DoubleStream.concat(DoubleStream.of(norms), DoubleStream.of(dh.data)).toArray();
  }

  private static DMatrixRMaj filled(int rows, int columns, RandomSource random) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = random.nextGaussian();
    }
    return matrix;
  }
}
