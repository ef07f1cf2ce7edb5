package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradientkata.labs.PlotStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;

/**
 * A recurrent network learns a sum over a long sequence, from the same weights and the same data
 * once without and once with gradient clipping.
 *
 * @param steps length of the sequences
 * @param iterations mini-batches
 * @param gain standard deviation of Wh times √hidden: near its spectral radius
 * @param learningRate step of gradient descent
 * @param maxNorm the global norm that gradients are clipped to
 * @param seed where the random numbers of weights and data start
 */
public record ClipLab(
    int steps, int iterations, double gain, double learningRate, double maxNorm, long seed)
    implements Lab {
  private static final String NAME = "clip";

  /** The loss is noisy: this many mini-batches are averaged. */
  private static final int WINDOW = 100;

  /**
   * Checks the parameters.
   *
   * @param steps from 2 to 1000
   * @param iterations from 100 to 100,000
   * @param gain from 0 to 100
   * @param learningRate finite and above 0
   * @param maxNorm finite and above 0
   * @param seed any number
   * @throws IllegalArgumentException if one is out of its range
   */
  public ClipLab {
    Require.within("steps", steps, 2, 1000);
    Require.within("iterations", iterations, WINDOW, 100_000);
    Require.within("gain", gain, 0, 100);
    Require.positive("learningRate", learningRate);
    Require.positive("maxNorm", maxNorm);
  }

  /**
   * The setting in which an unclipped run explodes whatever the seed is.
   *
   * @param seed where the random numbers start
   * @return 50 steps, 1000 mini-batches, gain 1.75, learning rate 0.3, maximal norm 0.25
   */
  public static ClipLab standard(long seed) {
    return new ClipLab(50, 1000, 1.75, 0.3, 0.25, seed);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    SummingRnn.Run free =
        new SummingRnn(steps, gain, seed)
            .train(
                iterations,
                learningRate,
                Double.POSITIVE_INFINITY,
                (done, all) -> progress.advanced(done, 2 * all));
    SummingRnn.Run clipped =
        new SummingRnn(steps, gain, seed)
            .train(
                iterations,
                learningRate,
                maxNorm,
                (done, all) -> progress.advanced(all + done, 2 * all));
    boolean rescued = clipped.lastLoss(WINDOW) < SummingRnn.CONSTANT_LOSS / 1.25;
    boolean exploded =
        !(free.lastLoss(WINDOW) < SummingRnn.CONSTANT_LOSS / 1.25)
            && free.largestNorm() > 100 * maxNorm;
    String outcome = exploded && rescued ? "clip.outcome" : "clip.other";
    return new LabReport(
        NAME,
        texts.get("clip.title"),
        List.of(
            new LabReport.Paragraph(
                texts.get(
                    "clip.intro",
                    steps,
                    SummingRnn.HIDDEN,
                    SummingRnn.BATCH,
                    iterations,
                    learningRate,
                    gain,
                    SummingRnn.CONSTANT_LOSS)),
            table(texts, free, clipped),
            new LabReport.Spark(texts.get("clip.free") + ", log10", logs(free.losses())),
            new LabReport.Spark(texts.get("clip.clipped"), clipped.losses()),
            new LabReport.Paragraph(
                texts.get(
                    outcome,
                    largestNorm(texts, free),
                    maxNorm,
                    loss(texts, free),
                    loss(texts, clipped),
                    SummingRnn.CONSTANT_LOSS)),
            new LabReport.Paragraph(texts.get("clip.honest")),
            new LabReport.Picture(plot(texts, free, clipped))),
        parameters(),
        figures(free, clipped),
        List.of(data(free, clipped)),
        Map.of());
  }

  private static String largestNorm(LabTexts texts, SummingRnn.Run run) {
    double norm = run.largestNorm();
    return Double.isFinite(norm) ? Figures.text(norm) : texts.get("clip.beyond");
  }

  private LabReport.Table table(LabTexts texts, SummingRnn.Run free, SummingRnn.Run clipped) {
    List<List<String>> rows = new ArrayList<>();
    for (int end = WINDOW; end <= iterations; end += Math.max(WINDOW, iterations / 10)) {
      rows.add(
          List.of(
              (end - WINDOW + 1) + "–" + end,
              shown(texts, free.meanLoss(end - WINDOW, end)),
              shown(texts, free.largestNorm(end - WINDOW, end)),
              shown(texts, clipped.meanLoss(end - WINDOW, end)),
              shown(texts, clipped.largestNorm(end - WINDOW, end))));
    }
    return new LabReport.Table(
        texts.get("clip.table", WINDOW),
        List.of(
            texts.get("clip.iteration"),
            texts.get("clip.free"),
            texts.get("clip.norm"),
            texts.get("clip.clipped"),
            texts.get("clip.norm")),
        rows);
  }

  private static String shown(LabTexts texts, double x) {
    return Double.isFinite(x) ? Figures.text(x) : texts.get("labs.overflow");
  }

  private static String loss(LabTexts texts, SummingRnn.Run run) {
    return shown(texts, run.lastLoss(WINDOW));
  }

  private LabPlot plot(LabTexts texts, SummingRnn.Run free, SummingRnn.Run clipped) {
    return new LabPlot(
        NAME,
        texts.get("clip.plot"),
        List.of(
            chart(texts, "clip.plot.loss", free.losses(), clipped.losses()),
            chart(texts, "clip.plot.norm", free.norms(), clipped.norms())),
        2);
  }

  private static XYChart chart(LabTexts texts, String title, double[] free, double[] clipped) {
    XYChart chart = new PlotStyle().lines(texts.get(title), texts.get("clip.iteration"), "log10");
    double[] x = IntStream.rangeClosed(1, free.length).asDoubleStream().toArray();
    BasicStroke thin = new BasicStroke(1);
    PlotStyle.line(chart, texts.get("clip.plot.free"), PlotStyle.COLORS.get(1), x, logs(free))
        .setLineStyle(thin);
    PlotStyle.line(chart, texts.get("clip.plot.clipped"), PlotStyle.COLORS.get(0), x, logs(clipped))
        .setLineStyle(thin);
    PlotStyle.roundTicks(chart, 1, x.length);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
    chart.getStyler().setXAxisDecimalPattern("0");
    return chart;
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values)
        .map(v -> v > 0 && Double.isFinite(v) ? Math.log10(v) : Double.NaN)
        .toArray();
  }

  private ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    node.put("steps", steps);
    node.put("iterations", iterations);
    node.put("gain", gain);
    node.put("learningRate", learningRate);
    node.put("maxNorm", maxNorm);
    node.put("seed", seed);
    return node;
  }

  private static ObjectNode figures(SummingRnn.Run free, SummingRnn.Run clipped) {
    ObjectNode node = JsonFigures.object();
    put(node.putObject("unclipped"), free);
    put(node.putObject("clipped"), clipped);
    node.put("constantLoss", SummingRnn.CONSTANT_LOSS);
    return node;
  }

  private static void put(ObjectNode node, SummingRnn.Run run) {
    JsonFigures.put(node, "lastLoss", run.lastLoss(WINDOW));
    JsonFigures.put(node, "largestNorm", run.largestNorm());
  }

  private static LabReport.DataTable data(SummingRnn.Run free, SummingRnn.Run clipped) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < free.losses().length; i++) {
      rows.add(
          List.of(
              i + 1, free.losses()[i], free.norms()[i], clipped.losses()[i], clipped.norms()[i]));
    }
    return new LabReport.DataTable(
        NAME,
        List.of("iteration", "loss_unclipped", "norm_unclipped", "loss_clipped", "norm_clipped"),
        rows);
  }
}
