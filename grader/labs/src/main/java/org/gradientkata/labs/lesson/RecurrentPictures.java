package org.gradientkata.labs.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.gradientkata.contract.LstmGradients;
import org.gradientkata.contract.LstmState;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.labs.experiment.LabTexts;
import org.gradientkata.labs.experiment.RnnNormsLab;
import org.gradientkata.recurrent.LstmCell;
import org.gradientkata.recurrent.RnnCell;
import org.gradientkata.sequence.HistoryCompressor;
import org.knowm.xchart.XYChart;

/** Gradients on their way back through time. */
final class RecurrentPictures {
  private static final int STEPS = 100;
  private static final int UNITS = 20;

  private RecurrentPictures() {}

  static List<LessonPicture> all() {
    return List.of(
        new LessonPicture("13-rnn-gradient-norms", RecurrentPictures::norms),
        Draw.row("15-rnn-cell", RecurrentPictures::impulse),
        Draw.row("16-lstm-cell", RecurrentPictures::memory),
        Draw.row("21-history-compressor", RecurrentPictures::compression));
  }

  private static byte[] norms() throws java.io.IOException {
    LabReport report = new RnnNormsLab(20, 0.5).run(LabTexts.in(Locale.ENGLISH), (done, all) -> {});
    for (LabReport.Section section : report.sections()) {
      if (section instanceof LabReport.Picture picture) {
        return picture.plot().png();
      }
    }
    throw new IllegalStateException("the lab has no picture");
  }

  /** One unit gets a 1 at its first step and nothing afterwards. */
  private static List<XYChart> impulse() {
    double[] weights = {0.5, 0.9, 1.5};
    XYChart states = Draw.chart("One impulse at step 1: the state h", "step", "", 1, 30);
    XYChart slopes =
        Draw.chart("the slope of h at step 30, seen from each step", "step", "log10", 1, 30);
    double[] x = Draw.range(1, 30, 30);
    for (int w = 0; w < weights.length; w++) {
      List<RnnCell> cells = new ArrayList<>();
      double[] h = new double[x.length];
      DMatrixRMaj state = new DMatrixRMaj(1, 1);
      for (int t = 0; t < x.length; t++) {
        RnnCell cell = new RnnCell(one(1), one(weights[w]), one(0));
        state = cell.forward(one(t == 0 ? 1 : 0), state);
        h[t] = state.get(0);
        cells.add(cell);
      }
      double[] slope = new double[x.length];
      DMatrixRMaj dh = one(1);
      for (int t = x.length - 1; t >= 0; t--) {
        slope[t] = dh.get(0);
        dh = cells.get(t).backward(dh).dhPrev();
      }
      Draw.line(states, "weight " + weights[w], w, x, h);
      Draw.line(slopes, "weight " + weights[w], w, x, Draw.log10(slope));
    }
    return List.of(states, slopes);
  }

  private static List<XYChart> memory() {
    XYChart chart =
        Draw.chart("What is left of a gradient", "steps back", "log10 of its norm", 0, STEPS);
    double[] x = Draw.range(0, STEPS, STEPS + 1);
    Draw.line(chart, "LSTM, forget bias 5", 0, x, Draw.log10(lstm(5)));
    Draw.line(chart, "bias 1", 2, x, Draw.log10(lstm(1)));
    Draw.line(chart, "bias 0", 5, x, Draw.log10(lstm(0)));
    Draw.dashed(chart, "RNN", 1, x, Draw.log10(rnn()));
    return List.of(chart);
  }

  /** Norms of the gradient of the cell state, from the last step back. */
  private static double[] lstm(double forgetBias) {
    RandomSource random = new RandomSource(1);
    DMatrixRMaj Wx = Draw.gaussian(1, 4 * UNITS, 1, random);
    DMatrixRMaj Wh = Draw.gaussian(UNITS, 4 * UNITS, 1 / Math.sqrt(UNITS), random);
    DMatrixRMaj b = new DMatrixRMaj(1, 4 * UNITS);
    for (int j = UNITS; j < 2 * UNITS; j++) {
      b.set(0, j, forgetBias);
    }
    List<LstmCell> cells = new ArrayList<>();
    LstmState state = new LstmState(new DMatrixRMaj(1, UNITS), new DMatrixRMaj(1, UNITS));
    for (int t = 0; t < STEPS; t++) {
      LstmCell cell = new LstmCell(Wx, Wh, b);
      state = cell.forward(Draw.gaussian(1, 1, 1, random), state);
      cells.add(cell);
    }
    LstmState gradient = new LstmState(new DMatrixRMaj(1, UNITS), unit());
    double[] norms = new double[STEPS + 1];
    norms[0] = 1;
    for (int back = 1; back <= STEPS; back++) {
      LstmGradients gradients = cells.get(STEPS - back).backward(gradient);
      gradient = gradients.previous();
      norms[back] = NormOps_DDRM.normF(gradient.c());
    }
    return norms;
  }

  private static double[] rnn() {
    RandomSource random = new RandomSource(1);
    DMatrixRMaj Wx = Draw.gaussian(1, UNITS, 1, random);
    DMatrixRMaj Wh = Draw.gaussian(UNITS, UNITS, 1 / Math.sqrt(UNITS), random);
    List<RnnCell> cells = new ArrayList<>();
    DMatrixRMaj h = new DMatrixRMaj(1, UNITS);
    for (int t = 0; t < STEPS; t++) {
      RnnCell cell = new RnnCell(Wx, Wh, new DMatrixRMaj(1, UNITS));
      h = cell.forward(Draw.gaussian(1, 1, 1, random), h);
      cells.add(cell);
    }
    DMatrixRMaj dh = unit();
    double[] norms = new double[STEPS + 1];
    norms[0] = 1;
    for (int back = 1; back <= STEPS; back++) {
      dh = cells.get(STEPS - back).backward(dh).dhPrev();
      norms[back] = NormOps_DDRM.normF(dh);
    }
    return norms;
  }

  /** How many of 21 symbols the lowest level hands up while it learns to predict. */
  private static List<XYChart> compression() {
    int lag = 20;
    int[] a = IntStream.rangeClosed(0, lag).map(t -> t == 0 ? 0 : t + 1).toArray();
    int[] other = a.clone();
    other[0] = 1;
    HistoryCompressor hierarchy =
        new HistoryCompressor(lag + 2, List.of(12, 6), 0.8, 0.3, new RandomSource(1));
    int epochs = 300;
    double[] x = Draw.range(0, epochs, epochs + 1);
    double[] up = new double[epochs + 1];
    up[0] = hierarchy.input(1, a).size();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      hierarchy.trainLevel(0, List.of(a, other));
      up[epoch] = hierarchy.input(1, a).size();
    }
    XYChart chart =
        Draw.chart("A level learns to predict", "epoch", "symbols handed up", 0, epochs);
    chart.getStyler().setYAxisMin(0.0);
    Draw.line(chart, "of 21 symbols", 0, x, up);
    return List.of(chart);
  }

  private static DMatrixRMaj unit() {
    DMatrixRMaj d = new DMatrixRMaj(1, UNITS);
    CommonOps_DDRM.fill(d, 1 / Math.sqrt(UNITS));
    return d;
  }

  private static DMatrixRMaj one(double value) {
    return new DMatrixRMaj(new double[][] {{value}});
  }
}
