package org.gradientkata.labs.lesson;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.calculus.ChainRule;
import org.gradientkata.calculus.NumericalGradient;
import org.gradientkata.layer.Affine;
import org.gradientkata.layer.SoftmaxCrossEntropy;
import org.gradientkata.optimization.GradientClipping;
import org.knowm.xchart.XYChart;

/** Products of slopes, differences, affine maps, the loss and clipping. */
final class CalculusPictures {
  private CalculusPictures() {}

  static List<LessonPicture> all() {
    return List.of(
        Draw.row("05-chain-rule", CalculusPictures::chain),
        Draw.row("06-numerical-gradient", CalculusPictures::difference),
        Draw.row("07-affine", CalculusPictures::affine),
        Draw.row("08-softmax-cross-entropy", CalculusPictures::loss),
        Draw.row("14-gradient-clipping", CalculusPictures::clipping));
  }

  private static List<XYChart> chain() {
    XYChart chart = Draw.chart("Product of equal slopes", "layers", "log10 of the product", 0, 100);
    double[] layers = Draw.range(0, 100, 101);
    double[] slopes = {1.1, 1, 0.9, 0.5, 0.25};
    for (int i = 0; i < slopes.length; i++) {
      double slope = slopes[i];
      Draw.line(
          chart,
          "slope " + slope,
          i,
          layers,
          Draw.map(
              layers,
              n -> {
                double[] factors = new double[(int) n];
                Arrays.fill(factors, slope);
                return Math.log10(ChainRule.product(factors));
              }));
    }
    return List.of(chart);
  }

  private static List<XYChart> difference() {
    double[] powers = Draw.range(-14, 0, 57);
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1}});
    double[] errors =
        Draw.map(
            powers,
            p -> {
              double h = Math.pow(10, p);
              double slope = NumericalGradient.of(X -> Math.exp(X.get(0)), x.copy(), h).get(0);
              // A difference that hits the slope to the last digit has no logarithm.
              return Math.log10(Math.max(Math.abs(slope - Math.E), Math.ulp(Math.E)));
            });
    double[] oneSided =
        Draw.map(
            powers,
            p -> {
              double h = Math.pow(10, p);
              double slope = (Math.exp(1 + h) - Math.exp(1)) / h;
              return Math.log10(Math.max(Math.abs(slope - Math.E), Math.ulp(Math.E)));
            });
    XYChart chart =
        Draw.chart("Error of the slope of exp at 1", "log10 h", "log10 of the error", -14, 0);
    Draw.line(chart, "central", 0, powers, errors);
    Draw.dashed(chart, "one-sided", 1, powers, oneSided);
    return List.of(chart);
  }

  private static List<XYChart> affine() {
    double[] turn = Draw.range(0, 2 * Math.PI, 121);
    DMatrixRMaj circle = new DMatrixRMaj(turn.length, 2);
    for (int i = 0; i < turn.length; i++) {
      circle.set(i, 0, Math.cos(turn[i]));
      circle.set(i, 1, Math.sin(turn[i]));
    }
    DMatrixRMaj W = new DMatrixRMaj(new double[][] {{1.5, 0.5}, {-0.5, 1}});
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{2, 1}});
    DMatrixRMaj Y = new Affine(W, b).forward(circle, false);
    XYChart chart =
        Draw.chart("A circle goes through an affine layer", "first", "second", -1.5, 4.5);
    chart.getStyler().setYAxisMin(-1.5);
    chart.getStyler().setYAxisMax(3.0);
    Draw.line(chart, "x", 0, Draw.column(circle, 0), Draw.column(circle, 1));
    Draw.line(chart, "y = xW + b", 1, Draw.column(Y, 0), Draw.column(Y, 1));
    return List.of(chart);
  }

  private static List<XYChart> loss() {
    double[] z = Draw.range(-8, 8, 161);
    double[] losses = new double[z.length];
    double[] slopes = new double[z.length];
    double[] squared = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      SoftmaxCrossEntropy last = new SoftmaxCrossEntropy();
      losses[i] = last.forward(new DMatrixRMaj(new double[][] {{z[i], 0}}), new int[] {0});
      slopes[i] = last.backward().get(0);
      double p = last.probabilities().get(0);
      squared[i] = (p - 1) * p * (1 - p);
    }
    XYChart chart =
        Draw.chart("Two classes: the right one's score less the other's", "score", "", -8, 8);
    Draw.line(chart, "loss −ln p", 0, z, losses);
    Draw.dashed(chart, "its slope p − 1", 1, z, slopes);
    Draw.dashed(chart, "slope of ½(p − 1)²", 6, z, squared);
    return List.of(chart);
  }

  private static List<XYChart> clipping() {
    double[] before = Draw.range(0.01, 5, 200);
    double[] after =
        Draw.map(
            before,
            norm -> {
              DMatrixRMaj g = new DMatrixRMaj(new double[][] {{0.6 * norm, 0.8 * norm}});
              GradientClipping.clipGrads(List.of(g), 1);
              return Math.hypot(g.get(0), g.get(1));
            });
    double[] rate = new double[before.length];
    for (int i = 0; i < rate.length; i++) {
      rate[i] = after[i] / before[i];
    }
    XYChart chart = Draw.chart("Clipping to a global norm of 1", "norm before", "", 0, 5);
    Draw.line(chart, "norm after", 0, before, after);
    Draw.dashed(chart, "rate", 1, before, rate);
    chart.getStyler().setYAxisMin(0.0);
    return List.of(chart);
  }
}
