package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradientkata.activation.LeakyReLU;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.labs.PlotStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Document 000's explosion: with Leaky ReLU nothing is 0 any more, and gradients and weights throw
 * each other from huge negative to huge positive numbers until they overflow.
 *
 * @param scale factor of the inputs
 * @param steps steps of gradient descent, if nothing overflows before
 * @param learningRate their learning rate
 * @param slope slope of Leaky ReLU
 * @param seed where the random numbers of the remedy's weights start
 */
public record ExplodeLab(double scale, int steps, double learningRate, double slope, long seed)
    implements Lab {
  private static final String NAME = "explode";
  private static final int UNITS = 10;
  private static final int ROWS_SHOWN = 5;

  /** At this learning rate the document's configuration does not explode. */
  private static final double SMALL_RATE = 1e-7;

  private static final int SMALL_RATE_STEPS = 1000;

  /**
   * Checks the parameters.
   *
   * @param scale from 1e-12 to 1e12
   * @param steps from 1 to 100,000
   * @param learningRate finite and above 0
   * @param slope from 0 to 1
   * @param seed any number
   * @throws IllegalArgumentException if one is out of its range
   */
  public ExplodeLab {
    Require.within("scale", scale, 1e-12, 1e12);
    Require.within("steps", steps, 1, 100_000);
    Require.positive("learningRate", learningRate);
    Require.within("slope", slope, 0, 1);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    Document000 start = Document000.withHidden(UNITS).scaled(scale);
    Descent descent = descent(learningRate, steps);
    Descent gentle = descent(SMALL_RATE, SMALL_RATE_STEPS);
    Remedy remedy = Remedy.run(start, new LeakyReLU(slope), InitialValue.he(), seed, progress);
    return new LabReport(
        NAME,
        texts.get("explode.title"),
        sections(texts, start, descent, gentle, remedy),
        parameters(),
        figures(descent, gentle, remedy),
        List.of(descent.table(NAME), Factors.table(NAME, start, descent.traced().get(0))),
        Map.of(NAME + ".xlsx", workbook(descent).xlsx()));
  }

  private List<LabReport.Section> sections(
      LabTexts texts, Document000 start, Descent descent, Descent gentle, Remedy remedy) {
    List<LabReport.Section> sections = new ArrayList<>();
    sections.add(
        new LabReport.Paragraph(
            texts.get("explode.intro", start.x().numRows, learningRate, slope, scale)));
    sections.add(Factors.section(texts, start, descent.traced().get(0), ROWS_SHOWN));
    sections.add(stepsTable(texts, descent));
    sections.add(new LabReport.Spark(texts.get("explode.spark"), logs(descent)));
    sections.add(
        new LabReport.Paragraph(
            texts.get(
                descent.overflowed() ? "explode.why" : "explode.not",
                descent.steps().size(),
                slope)));
    sections.add(gentleTable(texts, gentle));
    sections.add(
        new LabReport.Paragraph(
            texts.get(
                gentle.overflowed() ? "explode.gentle.not" : "explode.gentle",
                SMALL_RATE,
                gentle.first().loss(),
                gentle.last().loss(),
                gentle.steps().size())));
    sections.addAll(Conclusion.sections(texts, remedy, "He"));
    sections.add(new LabReport.Picture(plot(texts, descent, gentle, remedy)));
    sections.add(new LabReport.Paragraph(texts.get("labs.sheet", NAME + ".xlsx")));
    return sections;
  }

  private static LabReport.Table stepsTable(LabTexts texts, Descent descent) {
    List<List<String>> rows = new ArrayList<>();
    for (Descent.Summary s : descent.shown()) {
      // The first example's factors, where a step was traced.
      TracedStep traced =
          s.number() <= descent.traced().size() ? descent.traced().get(s.number() - 1) : null;
      rows.add(
          List.of(
              String.valueOf(s.number()),
              Figures.text(s.loss()),
              Figures.text(s.W1()),
              traced == null ? "" : Figures.text(traced.u().get(0, 0)),
              traced == null ? "" : Figures.text(traced.back().get(0, 0)),
              traced == null ? "" : Figures.text(traced.slopes().get(0, 0)),
              signed(s.dW1())));
    }
    return new LabReport.Table(
        texts.get("explode.steps"),
        List.of(
            texts.get("labs.step"),
            texts.get("labs.loss"),
            "W1[0,0]",
            "u[0,0]",
            "④ [0,0]",
            "⑤ [0,0]",
            "① dW1[0,0]"),
        rows);
  }

  private static LabReport.Table gentleTable(LabTexts texts, Descent gentle) {
    return new LabReport.Table(
        texts.get("explode.gentle.table", SMALL_RATE),
        List.of(texts.get("labs.step"), texts.get("labs.loss"), "dW1[0,0]"),
        gentle.shown().stream()
            .filter(s -> s.number() <= 3 || s.number() % 10 == 0)
            .map(s -> List.of(String.valueOf(s.number()), Figures.text(s.loss()), signed(s.dW1())))
            .toList());
  }

  private static String signed(double x) {
    return (x > 0 ? "+" : "") + Figures.text(x);
  }

  private static double[] logs(Descent descent) {
    return descent.steps().stream().mapToDouble(s -> Math.log10(Math.abs(s.dW1()))).toArray();
  }

  private LabPlot plot(LabTexts texts, Descent descent, Descent gentle, Remedy remedy) {
    XYChart chart =
        new PlotStyle()
            .lines(texts.get("explode.plot.title"), texts.get("labs.step"), "log10 |dW1[0,0]|");
    double[] numbers = descent.steps().stream().mapToDouble(Descent.Summary::number).toArray();
    PlotStyle.line(
        chart,
        texts.get("explode.plot.rate", learningRate),
        PlotStyle.COLORS.get(6),
        numbers,
        finite(logs(descent)));
    points(chart, texts.get("explode.plot.positive"), 1, descent, 1);
    points(chart, texts.get("explode.plot.negative"), 0, descent, -1);
    if (learningRate != SMALL_RATE) {
      int common = Math.min(descent.steps().size(), gentle.steps().size());
      PlotStyle.line(
          chart,
          texts.get("explode.plot.rate", SMALL_RATE),
          PlotStyle.COLORS.get(2),
          Arrays.copyOf(numbers, common),
          finite(Arrays.copyOf(logs(gentle), common)));
    }
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setXAxisDecimalPattern("0");
    return new LabPlot(
        NAME,
        texts.get("explode.plot"),
        List.of(chart, Conclusion.chart(texts, remedy, "He", true)),
        2);
  }

  private static void points(XYChart chart, String name, int color, Descent descent, int sign) {
    List<Descent.Summary> steps =
        descent.steps().stream()
            .filter(s -> Double.isFinite(s.dW1()) && Math.signum(s.dW1()) == sign)
            .toList();
    if (steps.isEmpty()) {
      return;
    }
    XYSeries series =
        PlotStyle.line(
            chart,
            name,
            PlotStyle.COLORS.get(color),
            steps.stream().mapToDouble(Descent.Summary::number).toArray(),
            steps.stream().mapToDouble(s -> Math.log10(Math.abs(s.dW1()))).toArray());
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).map(x -> Double.isFinite(x) ? x : Double.NaN).toArray();
  }

  private ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    node.put("scale", scale);
    node.put("steps", steps);
    node.put("learningRate", learningRate);
    node.put("slope", slope);
    node.put("seed", seed);
    return node;
  }

  private static ObjectNode figures(Descent descent, Descent gentle, Remedy remedy) {
    ObjectNode node = JsonFigures.object();
    Conclusion.put(node, descent);
    if (descent.overflowed()) {
      node.put("overflowInStep", descent.last().number());
    }
    ObjectNode small = node.putObject("smallLearningRate");
    small.put("learningRate", SMALL_RATE);
    JsonFigures.put(small, "losses", gentle.losses());
    Conclusion.put(node, remedy);
    return node;
  }

  /** The spreadsheet alone. */
  FormulaWorkbook workbook() {
    return workbook(descent(learningRate, steps));
  }

  private FormulaWorkbook workbook(Descent descent) {
    TraceSheets sheets = new TraceSheets(Document000.withHidden(UNITS), scale, learningRate, slope);
    StepSheet all = sheets.steps("steps", descent.traced(), true, false);
    return new FormulaWorkbook(
        List.of(
            TraceSheets.readMe(NAME),
            sheets.summary(all),
            sheets.trace(all),
            all.sheet(),
            sheets.inputs(),
            sheets.settings()));
  }

  private Descent descent(double rate, int count) {
    Document000 start = Document000.withHidden(UNITS).scaled(scale);
    return Descent.run(
        new OneHiddenLayer(start, new LeakyReLU(slope), false, rate), count, LabProgress.NONE);
  }
}
