package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.LeakyReLU;
import org.gradientkata.contract.Activation;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.PlotStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.lines.SeriesLines;

/**
 * The curve of every activation, with its derivative: what a gradient is multiplied by on its way
 * back.
 *
 * @param from the left end of the curves
 * @param to the right end
 * @param slope slope of Leaky ReLU
 */
public record ActivationsLab(double from, double to, double slope) implements Lab {
  private static final String NAME = "activations";
  private static final int POINTS = 201;
  private static final double[] SHOWN = {-5, -2, -1, 0, 1, 2, 5};

  /** The names that texts and plots use. */
  private static final Map<ActivationChoice, String> NAMES =
      Map.of(
          ActivationChoice.SIGMOID, "Sigmoid",
          ActivationChoice.TANH, "tanh",
          ActivationChoice.RELU, "ReLU",
          ActivationChoice.LEAKY_RELU, "Leaky ReLU",
          ActivationChoice.SWISH, "Swish",
          ActivationChoice.GCU, "GCU");

  /**
   * Checks the parameters.
   *
   * @param from from −1000 to 1000
   * @param to from −1000 to 1000, greater than {@code from}
   * @param slope from 0 to 1
   * @throws IllegalArgumentException if one is out of its range
   */
  public ActivationsLab {
    Require.within("from", from, -1000, 1000);
    Require.within("to", to, -1000, 1000);
    Require.within("slope", slope, 0, 1);
    if (!(from < to)) {
      throw new IllegalArgumentException("from is " + from + ", expected less than to, " + to);
    }
  }

  /**
   * An activation at some points.
   *
   * @param choice which one
   * @param values f(x)
   * @param slopes f′(x)
   */
  private record Curve(ActivationChoice choice, double[] values, double[] slopes) {

    double largestSlope() {
      double largest = 0;
      for (double s : slopes) {
        largest = Math.max(largest, Math.abs(s));
      }
      return largest;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    double[] x = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = from + (to - from) * i / (POINTS - 1);
    }
    List<Curve> curves = new ArrayList<>();
    List<Curve> shown = new ArrayList<>();
    for (ActivationChoice choice : ActivationChoice.values()) {
      curves.add(curve(choice, x));
      shown.add(curve(choice, SHOWN));
      progress.advanced(curves.size(), ActivationChoice.values().length);
    }
    List<LabReport.Section> sections = new ArrayList<>();
    sections.add(new LabReport.Paragraph(texts.get("activations.intro")));
    sections.add(table(texts.get("activations.slopes"), shown, true, curves, texts));
    sections.add(table(texts.get("activations.values"), shown, false, curves, texts));
    curves.forEach(c -> sections.add(new LabReport.Spark(label(c), c.slopes())));
    sections.add(
        new LabReport.Paragraph(
            texts.get(
                "activations.conclusion",
                shown.get(0).slopes()[3],
                shown.get(0).slopes()[5],
                shown.get(0).slopes()[6])));
    sections.add(new LabReport.Picture(plot(texts, x, curves)));
    return new LabReport(
        NAME,
        texts.get("activations.title"),
        sections,
        parameters(),
        figures(curves),
        List.of(data(x, curves)),
        Map.of());
  }

  private Curve curve(ActivationChoice choice, double[] x) {
    Activation activation =
        choice == ActivationChoice.LEAKY_RELU ? new LeakyReLU(slope) : choice.create();
    DMatrixRMaj X = new DMatrixRMaj(1, x.length, true, x.clone());
    DMatrixRMaj Y = new DMatrixRMaj(1, x.length);
    DMatrixRMaj D = new DMatrixRMaj(1, x.length);
    activation.value(X, Y);
    activation.derivative(X, Y, D);
    return new Curve(choice, Y.data, D.data);
  }

  /** The name that texts and plots use. */
  static String name(ActivationChoice choice) {
    return NAMES.get(choice);
  }

  private static String label(Curve curve) {
    return String.format("%-14s", NAMES.get(curve.choice()) + " f′");
  }

  private static LabReport.Table table(
      String caption, List<Curve> shown, boolean slopes, List<Curve> curves, LabTexts texts) {
    List<String> header = new ArrayList<>(List.of("x"));
    for (double x : SHOWN) {
      header.add(Figures.text(x));
    }
    if (slopes) {
      header.add(texts.get("activations.largest"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      List<String> row = new ArrayList<>(List.of(NAMES.get(shown.get(i).choice())));
      for (double value : slopes ? shown.get(i).slopes() : shown.get(i).values()) {
        row.add(Figures.text(value));
      }
      if (slopes) {
        row.add(Figures.text(curves.get(i).largestSlope()));
      }
      rows.add(row);
    }
    return new LabReport.Table(caption, header, rows);
  }

  private static LabPlot plot(LabTexts texts, double[] x, List<Curve> curves) {
    List<Chart<?, ?>> charts = new ArrayList<>();
    for (Curve curve : curves) {
      XYChart chart = new PlotStyle().lines(NAMES.get(curve.choice()), "x", "");
      PlotStyle.legendBelow(chart);
      PlotStyle.roundTicks(chart, x[0], x[x.length - 1]);
      PlotStyle.line(chart, "f(x)", PlotStyle.COLORS.get(0), x, curve.values());
      PlotStyle.line(chart, "f′(x)", PlotStyle.COLORS.get(1), x, curve.slopes())
          .setLineStyle(SeriesLines.DASH_DASH);
      charts.add(chart);
    }
    return new LabPlot(NAME, texts.get("activations.plot"), charts, 3);
  }

  private ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    node.put("from", from);
    node.put("to", to);
    node.put("slope", slope);
    return node;
  }

  private static ObjectNode figures(List<Curve> curves) {
    ObjectNode node = JsonFigures.object();
    for (Curve curve : curves) {
      JsonFigures.put(
          node.putObject(curve.choice().id()), "largestDerivative", curve.largestSlope());
    }
    return node;
  }

  private static LabReport.DataTable data(double[] x, List<Curve> curves) {
    List<String> header = new ArrayList<>(List.of("x"));
    for (Curve curve : curves) {
      String name = curve.choice().id().replace('-', '_');
      header.addAll(List.of(name, name + "_derivative"));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      List<Object> row = new ArrayList<>(List.of(x[i]));
      for (Curve curve : curves) {
        row.add(curve.values()[i]);
        row.add(curve.slopes()[i]);
      }
      rows.add(row);
    }
    return new LabReport.DataTable(NAME, header, rows);
  }
}
