package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradientkata.labs.PlotStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;

/** How both labs on document 000 end: inputs scaled, Xavier or He, and it learns. */
final class Conclusion {
  private Conclusion() {}

  static List<LabReport.Section> sections(LabTexts texts, Remedy remedy, String initialValue) {
    List<List<String>> rows = new ArrayList<>();
    for (int step : List.of(1, 10, 100, 1000, Remedy.LAST_STEP)) {
      rows.add(
          List.of(
              String.valueOf(step),
              shown(texts, remedy.loss(remedy.before(), step)),
              shown(texts, remedy.loss(remedy.after(), step))));
    }
    rows.add(
        List.of(
            texts.get("labs.accuracy"),
            shown(texts, remedy.beforeAccuracy()),
            shown(texts, remedy.afterAccuracy())));
    return List.of(
        new LabReport.Table(
            texts.get("labs.remedy", initialValue, Remedy.LEARNING_RATE),
            List.of(
                texts.get("labs.step"),
                texts.get("labs.remedy.before"),
                texts.get("labs.remedy.after", initialValue)),
            rows),
        new LabReport.Paragraph(
            texts.get(
                "labs.conclusion",
                initialValue,
                shown(texts, remedy.finalLoss()),
                shown(texts, remedy.finalLossBefore()),
                remedy.afterAccuracy())));
  }

  /** The losses of both runs over the steps; in powers of ten where one of them explodes. */
  static XYChart chart(LabTexts texts, Remedy remedy, String initialValue, boolean logarithm) {
    XYChart chart =
        new PlotStyle()
            .lines(
                texts.get("labs.plot.remedy", Remedy.LEARNING_RATE),
                texts.get("labs.step"),
                texts.get(logarithm ? "labs.plot.log-loss" : "labs.loss"));
    UnaryOperator<Double> shown = loss -> logarithm ? Math.log10(loss) : loss;
    double[] steps = remedy.steps().stream().mapToDouble(s -> s).toArray();
    String before = texts.get("labs.remedy.before");
    String after = texts.get("labs.remedy.after", initialValue);
    PlotStyle.line(chart, before, PlotStyle.COLORS.get(1), steps, finite(remedy.before(), shown));
    PlotStyle.line(chart, after, PlotStyle.COLORS.get(0), steps, finite(remedy.after(), shown));
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
    if (!logarithm) {
      chart.getStyler().setYAxisMin(0.0);
      chart.getStyler().setYAxisMax(1.0);
    }
    return chart;
  }

  static void put(ObjectNode node, Descent descent) {
    JsonFigures.put(node, "losses", descent.losses());
    JsonFigures.put(
        node, "dW1_00", descent.steps().stream().mapToDouble(Descent.Summary::dW1).toArray());
    JsonFigures.put(
        node, "dW2_00", descent.steps().stream().mapToDouble(Descent.Summary::dW2).toArray());
    JsonFigures.put(
        node,
        "largest_dW1",
        descent.steps().stream().mapToDouble(s -> s.largest().get(0)).toArray());
    JsonFigures.put(
        node,
        "largest_db1",
        descent.steps().stream().mapToDouble(s -> s.largest().get(1)).toArray());
  }

  static void put(ObjectNode node, Remedy remedy) {
    ObjectNode mended = node.putObject("remedy");
    mended.put("learningRate", Remedy.LEARNING_RATE);
    mended.put("steps", Remedy.LAST_STEP);
    JsonFigures.put(mended, "lossBefore", remedy.finalLossBefore());
    JsonFigures.put(mended, "lossAfter", remedy.finalLoss());
    JsonFigures.put(mended, "accuracyBefore", remedy.beforeAccuracy());
    JsonFigures.put(mended, "accuracyAfter", remedy.afterAccuracy());
  }

  private static String shown(LabTexts texts, double x) {
    return Double.isFinite(x) ? Figures.text(x) : texts.get("labs.overflow");
  }

  private static double[] finite(List<Double> losses, UnaryOperator<Double> shown) {
    return losses.stream()
        .mapToDouble(loss -> Double.isFinite(loss) ? shown.apply(loss) : Double.NaN)
        .toArray();
  }
}
