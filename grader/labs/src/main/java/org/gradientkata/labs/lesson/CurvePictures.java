package org.gradientkata.labs.lesson;

import java.util.List;
import org.gradientkata.activation.GrowingCosineUnit;
import org.gradientkata.activation.LeakyReLU;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.activation.Swish;
import org.gradientkata.activation.Tanh;
import org.knowm.xchart.XYChart;

/** Activations and their derivatives. */
final class CurvePictures {
  private static final double END = 6;
  private static final double[] X = Draw.range(-END, END, 241);

  private CurvePictures() {}

  static List<LessonPicture> all() {
    return List.of(
        Draw.row("01-sigmoid", CurvePictures::sigmoid),
        Draw.row("02-tanh", CurvePictures::tanh),
        Draw.row("03-relu", CurvePictures::relu),
        Draw.row("04-swish", CurvePictures::swish));
  }

  private static List<XYChart> sigmoid() {
    Sigmoid sigmoid = new Sigmoid();
    double[] y = Draw.map(X, sigmoid::value);
    XYChart chart = chart("The sigmoid and its slope");
    Draw.line(chart, "σ(x)", 0, X, y);
    Draw.dashed(chart, "σ′(x)", 1, X, Draw.map(y, sigmoid::derivativeFromValue));
    return List.of(chart);
  }

  private static List<XYChart> tanh() {
    Tanh tanh = new Tanh();
    Sigmoid sigmoid = new Sigmoid();
    double[] y = Draw.map(X, tanh::value);
    double[] s = Draw.map(X, x -> sigmoid.derivativeFromValue(sigmoid.value(x)));
    XYChart chart = chart("tanh, its slope, and that of the sigmoid");
    Draw.line(chart, "tanh x", 0, X, y);
    Draw.dashed(chart, "tanh′ x", 1, X, Draw.map(y, tanh::derivativeFromValue));
    Draw.dashed(chart, "σ′(x)", 6, X, s);
    return List.of(chart);
  }

  private static List<XYChart> relu() {
    ReLU relu = new ReLU();
    LeakyReLU leaky = new LeakyReLU(0.1);
    XYChart values = chart("ReLU and Leaky ReLU (slope 0.1)");
    Draw.line(values, "ReLU", 0, X, Draw.map(X, relu::value));
    Draw.dashed(values, "Leaky ReLU", 1, X, Draw.map(X, leaky::value));
    XYChart slopes = chart("their slopes: a step at 0");
    Draw.line(slopes, "ReLU′", 0, X, Draw.map(X, relu::derivative));
    Draw.dashed(slopes, "Leaky ReLU′", 1, X, Draw.map(X, leaky::derivative));
    return List.of(values, slopes);
  }

  private static List<XYChart> swish() {
    Swish swish = new Swish();
    GrowingCosineUnit gcu = new GrowingCosineUnit();
    XYChart values = chart("Swish and the growing cosine unit");
    Draw.line(values, "Swish", 0, X, Draw.map(X, swish::value));
    Draw.dashed(values, "GCU", 1, X, Draw.map(X, gcu::value));
    XYChart slopes = chart("their slopes");
    Draw.line(slopes, "Swish′", 0, X, Draw.map(X, swish::derivative));
    Draw.dashed(slopes, "GCU′", 1, X, Draw.map(X, gcu::derivative));
    return List.of(values, slopes);
  }

  private static XYChart chart(String title) {
    return Draw.chart(title, "x", "", -END, END);
  }
}
