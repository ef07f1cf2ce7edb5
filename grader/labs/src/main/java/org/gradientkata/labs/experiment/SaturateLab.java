package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.labs.PlotStyle;
import org.knowm.xchart.XYChart;

/**
 * Document 000's vanishing gradient: raw inputs drive every sigmoid so far that its derivative is
 * exactly 0, and with it the gradient of the first layer.
 *
 * @param scale factor of the inputs
 * @param steps steps of gradient descent
 * @param learningRate their learning rate
 * @param seed where the random numbers of the remedy's weights start
 */
public record SaturateLab(double scale, int steps, double learningRate, long seed) implements Lab {
  private static final String NAME = "saturate";
  private static final int UNITS = 10;
  private static final int WIDE = 100;
  private static final int ROWS_SHOWN = 5;

  /** Enough for a curve of σ′ up to where it is 0. */
  private static final int CURVE_POINTS = 401;

  private static final double CURVE_TO = 40;

  /**
   * Checks the parameters.
   *
   * @param scale from 1e-12 to 1e12
   * @param steps from 1 to 100,000
   * @param learningRate finite and above 0
   * @param seed any number
   * @throws IllegalArgumentException if one is out of its range
   */
  public SaturateLab {
    Require.within("scale", scale, 1e-12, 1e12);
    Require.within("steps", steps, 1, 100_000);
    Require.positive("learningRate", learningRate);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    Document000 start = Document000.withHidden(UNITS).scaled(scale);
    Descent descent = descent(UNITS, false, steps);
    Descent wide = descent(WIDE, true, Math.min(2, steps));
    Remedy remedy = Remedy.run(start, new Sigmoid(), InitialValue.xavier(), seed, progress);
    LabPlot plot = plot(texts, descent.traced().get(0), remedy);
    return new LabReport(
        NAME,
        texts.get("saturate.title"),
        sections(texts, start, descent, wide, remedy, plot),
        parameters(),
        figures(descent, wide, remedy),
        List.of(descent.table(NAME), Factors.table(NAME, start, descent.traced().get(0))),
        Map.of(NAME + ".xlsx", workbook(descent, wide).xlsx()));
  }

  private List<LabReport.Section> sections(
      LabTexts texts,
      Document000 start,
      Descent descent,
      Descent wide,
      Remedy remedy,
      LabPlot plot) {
    TracedStep first = descent.traced().get(0);
    Factors factors = Factors.of(first);
    List<LabReport.Section> sections = new ArrayList<>();
    sections.add(paragraph(texts, "saturate.intro", start.x().numRows, learningRate, scale));
    sections.add(Factors.section(texts, start, first, ROWS_SHOWN));
    sections.add(
        paragraph(
            texts,
            factors.allZero() ? "saturate.zero" : "saturate.not-zero",
            factors.smallest(),
            factors.zeros(),
            factors.count(),
            factors.largestSlope()));
    sections.add(stepsTable(texts, descent));
    sections.add(new LabReport.Spark(texts.get("labs.loss"), descent.losses()));
    if (factors.allZero()) {
      sections.add(
          paragraph(
              texts,
              "saturate.output-learns",
              descent.first().loss(),
              descent.last().loss(),
              descent.steps().size(),
              descent.last().spread()));
    }
    sections.add(wideTable(texts, wide));
    boolean allZero = wide.first().largest().stream().allMatch(g -> g == 0);
    sections.add(paragraph(texts, allZero ? "saturate.all-zero" : "saturate.not-all-zero"));
    sections.addAll(Conclusion.sections(texts, remedy, "Xavier"));
    sections.add(new LabReport.Picture(plot));
    sections.add(paragraph(texts, "labs.sheet", NAME + ".xlsx"));
    return sections;
  }

  private static LabReport.Table stepsTable(LabTexts texts, Descent descent) {
    List<List<String>> rows = new ArrayList<>();
    for (Descent.Summary s : descent.shown()) {
      rows.add(
          List.of(
              String.valueOf(s.number()),
              Figures.text(s.loss()),
              Figures.text(s.largest().get(0)),
              Figures.text(s.largest().get(1)),
              Figures.text(s.dW2()),
              Figures.text(s.spread())));
    }
    return new LabReport.Table(
        texts.get("saturate.steps"),
        List.of(
            texts.get("labs.step"),
            texts.get("labs.loss"),
            "max |dW1|",
            "max |db1|",
            "dW2[0,0]",
            texts.get("saturate.spread")),
        rows);
  }

  private static LabReport.Table wideTable(LabTexts texts, Descent wide) {
    List<List<String>> rows = new ArrayList<>();
    for (Descent.Summary s : wide.steps()) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(s.number()));
      row.add(Figures.text(s.loss()));
      s.largest().forEach(g -> row.add(Figures.text(g)));
      rows.add(row);
    }
    return new LabReport.Table(
        texts.get("saturate.wide"),
        List.of(
            texts.get("labs.step"),
            texts.get("labs.loss"),
            "max |dW1|",
            "max |db1|",
            "max |dW2|",
            "max |db2|"),
        rows);
  }

  private LabPlot plot(LabTexts texts, TracedStep first, Remedy remedy) {
    Sigmoid sigmoid = new Sigmoid();
    double[] u = new double[CURVE_POINTS];
    double[] log = new double[CURVE_POINTS];
    for (int i = 0; i < CURVE_POINTS; i++) {
      u[i] = CURVE_TO * i / (CURVE_POINTS - 1);
      double slope = sigmoid.derivativeFromValue(sigmoid.value(u[i]));
      log[i] = slope > 0 ? Math.log10(slope) : Double.NaN;
    }
    XYChart curve =
        new PlotStyle()
            .lines(
                texts.get("saturate.plot.curve", Factors.of(first).smallest()),
                "u",
                texts.get("saturate.plot.log"));
    curve.getStyler().setLegendVisible(false);
    PlotStyle.line(curve, "σ′", PlotStyle.COLORS.get(0), u, log);
    curve.getStyler().setXAxisMax(CURVE_TO);
    return new LabPlot(
        NAME,
        texts.get("saturate.plot"),
        List.of(curve, Conclusion.chart(texts, remedy, "Xavier", false)),
        2);
  }

  private ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    node.put("scale", scale);
    node.put("steps", steps);
    node.put("learningRate", learningRate);
    node.put("seed", seed);
    return node;
  }

  private static ObjectNode figures(Descent descent, Descent wide, Remedy remedy) {
    Factors factors = Factors.of(descent.traced().get(0));
    ObjectNode node = JsonFigures.object();
    JsonFigures.put(node, "smallestPreActivation", factors.smallest());
    node.put("slopesExactlyZero", factors.zeros());
    node.put("slopes", factors.count());
    Conclusion.put(node, descent);
    JsonFigures.put(
        node.putObject("sigmoidOutput"),
        "largestGradients",
        wide.first().largest().stream().mapToDouble(g -> g).toArray());
    Conclusion.put(node, remedy);
    return node;
  }

  /** The spreadsheet alone. */
  FormulaWorkbook workbook() {
    return workbook(descent(UNITS, false, steps), descent(WIDE, true, Math.min(2, steps)));
  }

  private FormulaWorkbook workbook(Descent descent, Descent wide) {
    TraceSheets sheets = new TraceSheets(Document000.withHidden(UNITS), scale, learningRate, 0);
    StepSheet first = sheets.steps("steps", descent.traced(), false, false);
    StepSheet squashed = sheets.steps("sigmoid_output", wide.traced(), false, true);
    return new FormulaWorkbook(
        List.of(
            TraceSheets.readMe(NAME),
            sheets.summary(first),
            sheets.trace(first),
            first.sheet(),
            squashed.sheet(),
            sheets.inputs(),
            sheets.settings()));
  }

  private Descent descent(int units, boolean squashed, int count) {
    Document000 start = Document000.withHidden(units).scaled(scale);
    return Descent.run(
        new OneHiddenLayer(start, new Sigmoid(), squashed, learningRate), count, LabProgress.NONE);
  }

  private static LabReport.Paragraph paragraph(LabTexts texts, String key, Object... arguments) {
    return new LabReport.Paragraph(texts.get(key, arguments));
  }
}
