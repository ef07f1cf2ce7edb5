package org.gradientkata.labs.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.Products;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.InputScaling;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.experiment.InitLab;
import org.gradientkata.labs.experiment.LabPlot;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.labs.experiment.LabTexts;
import org.gradientkata.layer.BatchNormalization;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;

/** What a network starts from: weights, scaled inputs, normalized layers, mini-batches. */
final class StartPictures {
  private static final int SEED = 1;

  private StartPictures() {}

  static List<LessonPicture> all() {
    return List.of(
        new LessonPicture("09-weight-initializer", StartPictures::initialValues),
        Draw.row("10-input-scaling", StartPictures::scaling),
        new LessonPicture("11-batch-normalization", StartPictures::normalization),
        Draw.row("12-mini-batches", StartPictures::drawing));
  }

  private static byte[] initialValues() throws java.io.IOException {
    List<InitialValue> rules =
        List.of(InitialValue.gaussian(1), InitialValue.gaussian(0.01), InitialValue.xavier());
    LabReport report =
        new InitLab(List.of(ActivationChoice.TANH), rules, 4, SEED)
            .run(LabTexts.in(Locale.ENGLISH), (done, all) -> {});
    for (LabReport.Section section : report.sections()) {
      if (section instanceof LabReport.Picture picture) {
        return picture.plot().png();
      }
    }
    throw new IllegalStateException("the lab has no picture");
  }

  /** The activations of 50 units on images of 100 pixels, most of them black. */
  private static List<XYChart> scaling() {
    RandomSource random = new RandomSource(SEED);
    DMatrixRMaj pixels = new DMatrixRMaj(200, 100);
    for (int i = 0; i < pixels.getNumElements(); i++) {
      pixels.data[i] = random.nextInt(5) == 0 ? random.nextInt(256) : 0;
    }
    DMatrixRMaj W = WeightInitializer.xavier(100, 50, random);
    return List.of(
        activations("σ(xW), pixels from 0 to 255", pixels, W),
        activations("after minMax", InputScaling.minMax(pixels).apply(pixels), W),
        activations(
            "after standardization", InputScaling.standardization(pixels).apply(pixels), W));
  }

  private static XYChart activations(String title, DMatrixRMaj X, DMatrixRMaj W) {
    DMatrixRMaj A = new DMatrixRMaj(X.numRows, W.numCols);
    Products.mult(X, W, A);
    return Draw.histogram(title, 0, 1, Draw.map(A.data, new Sigmoid()::value));
  }

  /** Three units with different means and spreads, before and after. */
  private static byte[] normalization() throws java.io.IOException {
    double[] means = {-6, 0, 5};
    double[] spreads = {0.5, 3, 1.5};
    DMatrixRMaj X = Draw.gaussian(2000, 3, 1, new RandomSource(SEED));
    for (int i = 0; i < X.numRows; i++) {
      for (int j = 0; j < 3; j++) {
        X.set(i, j, means[j] + spreads[j] * X.get(i, j));
      }
    }
    DMatrixRMaj Y = new BatchNormalization(3).forward(X.copy(), true);
    List<Chart<?, ?>> charts = new ArrayList<>();
    IntStream.range(0, 3)
        .forEach(j -> charts.add(Draw.histogram("unit " + (j + 1), -10, 10, Draw.column(X, j))));
    IntStream.range(0, 3)
        .forEach(
            j ->
                charts.add(
                    Draw.histogram(
                        "unit " + (j + 1) + ", normalized", -10, 10, Draw.column(Y, j))));
    return new LabPlot("11-batch-normalization", "", charts, 3).png();
  }

  /** How many of 1000 examples have been seen, batch after batch. */
  private static List<XYChart> drawing() {
    int count = 1000;
    int size = 20;
    List<int[]> shuffled = MiniBatches.shuffledEpoch(count, size, new RandomSource(SEED));
    RandomSource random = new RandomSource(SEED);
    List<int[]> replaced =
        IntStream.range(0, shuffled.size())
            .mapToObj(i -> MiniBatches.sampleWithReplacement(count, size, random))
            .toList();
    XYChart chart =
        Draw.chart("1000 examples in mini-batches of 20", "mini-batches", "% seen", 0, 50);
    double[] x = Draw.range(0, shuffled.size(), shuffled.size() + 1);
    Draw.line(chart, "a shuffled epoch", 0, x, seen(shuffled, count));
    Draw.dashed(chart, "drawn with replacement", 1, x, seen(replaced, count));
    return List.of(chart);
  }

  private static double[] seen(List<int[]> batches, int count) {
    boolean[] met = new boolean[count];
    double[] shares = new double[batches.size() + 1];
    int distinct = 0;
    for (int i = 0; i < batches.size(); i++) {
      for (int index : batches.get(i)) {
        distinct += met[index] ? 0 : 1;
        met[index] = true;
      }
      shares[i + 1] = 100.0 * distinct / count;
    }
    return shares;
  }
}
