package org.gradientkata.labs.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.labs.PlotStyle;
import org.gradientkata.labs.experiment.LabPlot;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.lines.SeriesLines;

/** What several pictures need. */
final class Draw {
  private Draw() {}

  /** A picture of charts that stand side by side. */
  static LessonPicture row(String name, java.util.function.Supplier<List<XYChart>> charts) {
    return new LessonPicture(
        name,
        () -> {
          List<XYChart> all = charts.get();
          return new LabPlot(name, "", List.<Chart<?, ?>>copyOf(all), all.size()).png();
        });
  }

  /** A chart with its legend below. */
  static XYChart chart(String title, String x, String y) {
    XYChart chart = new PlotStyle().lines(title, x, y);
    PlotStyle.legendBelow(chart);
    return chart;
  }

  /** A chart over a range of the horizontal axis. */
  static XYChart chart(String title, String x, String y, double from, double to) {
    XYChart chart = chart(title, x, y);
    PlotStyle.roundTicks(chart, from, to);
    return chart;
  }

  /** A line in the colour with a number. */
  static XYSeries line(XYChart chart, String name, int color, double[] x, double[] y) {
    return PlotStyle.line(chart, name, PlotStyle.color(color), x, y);
  }

  /** A dashed line, for derivatives and for comparison. */
  static XYSeries dashed(XYChart chart, String name, int color, double[] x, double[] y) {
    XYSeries line = line(chart, name, color, x, y);
    line.setLineStyle(SeriesLines.DASH_DASH);
    return line;
  }

  /** Equally spaced numbers. */
  static double[] range(double from, double to, int count) {
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = from + (to - from) * i / (count - 1);
    }
    return x;
  }

  static double[] map(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  /** Logarithms to base 10; what has none leaves a gap. */
  static double[] log10(double[] values) {
    return map(values, v -> v > 0 && Double.isFinite(v) ? Math.log10(v) : Double.NaN);
  }

  /** Normal random numbers. */
  static DMatrixRMaj gaussian(int rows, int columns, double std, RandomSource random) {
    DMatrixRMaj X = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < X.getNumElements(); i++) {
      X.data[i] = std * random.nextGaussian();
    }
    return X;
  }

  /** A column of a matrix. */
  static double[] column(DMatrixRMaj X, int column) {
    double[] values = new double[X.numRows];
    for (int i = 0; i < values.length; i++) {
      values[i] = X.get(i, column);
    }
    return values;
  }

  /** A histogram of values; those outside of the range count at its ends. */
  static XYChart histogram(String title, double from, double to, double[] values) {
    int[] counts = new int[41];
    for (double v : values) {
      int bin = (int) Math.floor((v - from) / (to - from) * counts.length);
      counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
    }
    return new PlotStyle().histogram(title, 400, 300, from, to, counts);
  }
}
