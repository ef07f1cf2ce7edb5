package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.layer.Affine;
import org.gradientkata.optimization.GradientClipping;
import org.gradientkata.recurrent.TimeRnn;

/**
 * A recurrent network that is to say the sum of a sequence of N(0, 1) numbers, divided by √T, after
 * its last step: the recurrent and affine layers that are graded, squared error, gradient descent.
 */
final class SummingRnn {
  static final int HIDDEN = 16;
  static final int BATCH = 32;

  /** The sum has variance 1: always saying 0 costs ½. */
  static final double CONSTANT_LOSS = 0.5;

  private final int steps;
  private final RandomSource random;
  private final TimeRnn rnn;
  private final Affine output;
  private final List<DMatrixRMaj> parameters;
  private final List<DMatrixRMaj> gradients;

  /**
   * What came of a training.
   *
   * @param losses of each mini-batch; NaN after the end of numbers
   * @param norms global norm of the gradients, before clipping
   */
  record Run(double[] losses, double[] norms) {

    double meanLoss(int from, int to) {
      return Arrays.stream(losses, from, to).average().orElseThrow();
    }

    double lastLoss(int count) {
      return meanLoss(losses.length - count, losses.length);
    }

    double largestNorm(int from, int to) {
      return Arrays.stream(norms, from, to).max().orElseThrow();
    }

    /** NaN left aside: of the time before it. */
    double largestNorm() {
      return Arrays.stream(norms).filter(n -> !Double.isNaN(n)).max().orElseThrow();
    }
  }

  SummingRnn(int steps, double gain, long seed) {
    this.steps = steps;
    this.random = new RandomSource(seed);
    DMatrixRMaj Wx = WeightInitializer.gaussian(1, HIDDEN, 1, random);
    DMatrixRMaj Wh = WeightInitializer.gaussian(HIDDEN, HIDDEN, gain / Math.sqrt(HIDDEN), random);
    this.rnn = new TimeRnn(Wx, Wh, new DMatrixRMaj(1, HIDDEN));
    this.output = new Affine(WeightInitializer.xavier(HIDDEN, 1, random), new DMatrixRMaj(1, 1));
    this.parameters =
        Stream.concat(rnn.parameters().stream(), output.parameters().stream()).toList();
    this.gradients = Stream.concat(rnn.gradients().stream(), output.gradients().stream()).toList();
  }

  Run train(int iterations, double learningRate, double maxNorm, LabProgress progress) {
    double[] losses = new double[iterations];
    double[] norms = new double[iterations];
    Arrays.fill(losses, Double.NaN);
    Arrays.fill(norms, Double.NaN);
    boolean finite = true;
    for (int i = 0; i < iterations && finite; i++) {
      losses[i] = gradient();
      norms[i] = GradientClipping.globalNorm(gradients);
      finite = Double.isFinite(losses[i]) && Double.isFinite(norms[i]);
      if (maxNorm < Double.POSITIVE_INFINITY) {
        GradientClipping.clipGrads(gradients, maxNorm);
      }
      update(learningRate);
      progress.advanced(i + 1L, iterations);
    }
    return new Run(losses, norms);
  }

  /** Loss of a fresh mini-batch; leaves the gradients. */
  private double gradient() {
    List<DMatrixRMaj> xs = new ArrayList<>();
    double[] sums = new double[BATCH];
    for (int t = 0; t < steps; t++) {
      DMatrixRMaj x = new DMatrixRMaj(BATCH, 1);
      for (int n = 0; n < BATCH; n++) {
        x.data[n] = random.nextGaussian();
        sums[n] += x.data[n] / Math.sqrt(steps);
      }
      xs.add(x);
    }
    List<DMatrixRMaj> hs = rnn.forward(xs, new DMatrixRMaj(BATCH, HIDDEN));
    DMatrixRMaj y = output.forward(hs.get(steps - 1), true);
    DMatrixRMaj dy = new DMatrixRMaj(BATCH, 1);
    double loss = 0;
    for (int n = 0; n < BATCH; n++) {
      double error = y.data[n] - sums[n];
      loss += error * error / 2 / BATCH;
      dy.data[n] = error / BATCH;
    }
    List<DMatrixRMaj> dhs = new ArrayList<>();
    for (int t = 0; t < steps - 1; t++) {
      dhs.add(new DMatrixRMaj(BATCH, HIDDEN));
    }
    dhs.add(output.backward(dy).copy());
    rnn.backward(dhs);
    return loss;
  }

  private void update(double learningRate) {
    for (int p = 0; p < parameters.size(); p++) {
      double[] values = parameters.get(p).data;
      double[] slopes = gradients.get(p).data;
      for (int i = 0; i < parameters.get(p).getNumElements(); i++) {
        values[i] -= learningRate * slopes[i];
      }
    }
  }
}
