package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.datasets.SyntheticDigits;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.PlotStyle;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.optimization.Sgd;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Document 004's experiment: one more hidden layer of sigmoids, and the network seems to learn
 * nothing; initial values or ReLU bring it back, and so does patience.
 *
 * @param images what it learns
 * @param settings the networks to compare
 * @param iterations mini-batches
 * @param learningRate of gradient descent
 * @param seed where the random numbers of each network's weights and mini-batches start
 */
public record DepthLab(
    ImageSource images, List<Setting> settings, int iterations, double learningRate, long seed)
    implements Lab {
  private static final String NAME = "depth";

  /** Mini-batches between two measurements, as in the document. */
  private static final int STEP = 10;

  private static final int REHEARSED = 20;

  /**
   * A network.
   *
   * @param hidden units of each hidden layer
   * @param activation of the hidden layers
   * @param initialValue how the weights start
   */
  public record Setting(
      List<Integer> hidden, ActivationChoice activation, InitialValue initialValue) {

    /**
     * Short and the same in every language.
     *
     * @return such as {@code 40-20 sigmoid 0.01}
     */
    public String id() {
      String sizes = hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
      return sizes + " " + activation.id() + " " + initialValue;
    }
  }

  /**
   * What came of a network.
   *
   * @param setting the network
   * @param batch accuracy on the mini-batch at each measurement
   * @param test accuracy on a sample of the test images at each measurement
   * @param end accuracy on all test images at the end
   */
  private record Curve(Setting setting, double[] batch, double[] test, double end) {}

  /**
   * Checks the parameters.
   *
   * @param images any
   * @param settings at least one
   * @param iterations from 10 to 1,000,000
   * @param learningRate finite and above 0
   * @param seed any number
   * @throws IllegalArgumentException if one is out of its range
   */
  public DepthLab {
    settings = List.copyOf(settings);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("settings is empty, expected at least one");
    }
    Require.within("iterations", iterations, STEP, 1_000_000);
    Require.positive("learningRate", learningRate);
  }

  /**
   * The networks of the document.
   *
   * @return one hidden layer, two, and three ways to rescue two
   */
  public static List<Setting> standard() {
    InitialValue small = InitialValue.gaussian(0.01);
    return List.of(
        new Setting(List.of(40), ActivationChoice.SIGMOID, small),
        new Setting(List.of(40, 20), ActivationChoice.SIGMOID, small),
        new Setting(List.of(40, 20), ActivationChoice.SIGMOID, InitialValue.xavier()),
        new Setting(List.of(40, 20), ActivationChoice.RELU, small),
        new Setting(List.of(40, 20), ActivationChoice.RELU, InitialValue.he()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    rehearse();
    Dataset data = images.images();
    List<Curve> curves = new ArrayList<>();
    for (Setting setting : settings) {
      long before = (long) curves.size() * iterations;
      long all = (long) settings.size() * iterations;
      curves.add(
          curve(
              setting, data, iterations, (done, ofThis) -> progress.advanced(before + done, all)));
    }
    return new LabReport(
        NAME,
        texts.get("depth.title"),
        sections(texts, data, curves),
        parameters(data),
        figures(curves),
        List.of(data(curves)),
        Map.of());
  }

  /** What is not written yet, or throws, shows before anybody has waited for images. */
  private void rehearse() {
    Dataset few =
        new Dataset(
            "",
            SyntheticDigits.generate(REHEARSED, 1),
            SyntheticDigits.generate(REHEARSED, 2),
            "",
            true,
            "");
    settings.forEach(setting -> curve(setting, few, 1, LabProgress.NONE));
  }

  private Curve curve(Setting setting, Dataset data, int steps, LabProgress progress) {
    RandomSource random = new RandomSource(seed);
    MultiLayerNet net =
        MultiLayerNet.build(
            NetworkPlan.of(
                data.train().features(),
                setting.hidden(),
                ImageTraining.CLASSES,
                setting.initialValue()),
            setting.activation().create(),
            random);
    ImageTraining training =
        new ImageTraining(data, net, new Sgd(learningRate), ImageTraining.drawn(data, random));
    double[] batch = new double[steps / STEP];
    double[] test = new double[steps / STEP];
    for (int i = 1; i <= steps; i++) {
      training.step();
      if (i % STEP == 0) {
        batch[i / STEP - 1] = training.batchAccuracy();
        test[i / STEP - 1] = training.sampleAccuracy();
        progress.advanced(i, steps);
      }
    }
    return new Curve(setting, batch, test, training.testAccuracy());
  }

  private List<LabReport.Section> sections(LabTexts texts, Dataset data, List<Curve> curves) {
    List<LabReport.Section> sections = new ArrayList<>();
    sections.addAll(Images.sections(texts, data));
    sections.add(
        new LabReport.Paragraph(
            texts.get(
                "depth.intro", ImageTraining.BATCH, iterations, learningRate, data.name(), STEP)));
    sections.add(table(texts, curves));
    curves.forEach(c -> sections.add(new LabReport.Spark(label(c.setting()), c.test(), 0, 1)));
    if (settings.equals(standard()) && !data.synthetic()) {
      sections.add(new LabReport.Paragraph(texts.get("depth.why")));
      sections.add(new LabReport.Paragraph(texts.get("depth.plateau")));
    }
    sections.add(new LabReport.Paragraph(texts.get("depth.batch")));
    sections.add(new LabReport.Picture(plot(texts, curves)));
    return sections;
  }

  private LabReport.Table table(LabTexts texts, List<Curve> curves) {
    List<Integer> shown = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      int measurement = iterations / STEP * part / 4;
      if (measurement > 0 && !shown.contains(measurement)) {
        shown.add(measurement);
      }
    }
    List<String> header = new ArrayList<>(List.of(texts.get("depth.network")));
    shown.forEach(m -> header.add(String.valueOf(m * STEP)));
    header.add(texts.get("depth.mini-batch"));
    header.add(texts.get("depth.all-test"));
    List<List<String>> rows = new ArrayList<>();
    for (Curve curve : curves) {
      List<String> row = new ArrayList<>(List.of(label(curve.setting())));
      shown.forEach(m -> row.add(percent(curve.test()[m - 1])));
      row.add(percent(curve.batch()[curve.batch().length - 1]));
      row.add(String.format(Locale.ROOT, "%.4f", curve.end()));
      rows.add(row);
    }
    return new LabReport.Table(texts.get("depth.table"), header, rows);
  }

  private static LabPlot plot(LabTexts texts, List<Curve> curves) {
    List<Chart<?, ?>> charts = new ArrayList<>();
    for (Curve curve : curves) {
      XYChart chart =
          new PlotStyle().lines(label(curve.setting()), texts.get("depth.iteration"), "");
      double[] x = new double[curve.test().length];
      for (int i = 0; i < x.length; i++) {
        x[i] = (i + 1.0) * STEP;
      }
      PlotStyle.line(
          chart, texts.get("depth.plot.batch"), PlotStyle.COLORS.get(4), x, curve.batch());
      PlotStyle.line(chart, texts.get("depth.plot.test"), PlotStyle.COLORS.get(1), x, curve.test());
      chart.getStyler().setYAxisMin(0.0);
      chart.getStyler().setYAxisMax(1.0);
      PlotStyle.legendBelow(chart);
      PlotStyle.roundTicks(chart, 0, x[x.length - 1]);
      charts.add(chart);
    }
    return new LabPlot(NAME, texts.get("depth.plot"), charts, Math.min(3, charts.size()));
  }

  private static String label(Setting setting) {
    return setting.hidden()
        + " "
        + ActivationsLab.name(setting.activation())
        + ", "
        + InitLab.ruleName(setting.initialValue());
  }

  private static String percent(double accuracy) {
    return String.format(Locale.ROOT, "%.2f", accuracy);
  }

  private ObjectNode parameters(Dataset data) {
    ObjectNode node = JsonFigures.object();
    node.put("dataset", data.name());
    node.put("synthetic", data.synthetic());
    node.put("iterations", iterations);
    node.put("batch", ImageTraining.BATCH);
    node.put("learningRate", learningRate);
    node.put("seed", seed);
    return node;
  }

  private static ObjectNode figures(List<Curve> curves) {
    ObjectNode node = JsonFigures.object();
    for (Curve curve : curves) {
      ObjectNode one = node.putObject(curve.setting().id());
      JsonFigures.put(one, "testAccuracy", curve.end());
      JsonFigures.put(one, "batchAccuracies", curve.batch());
      JsonFigures.put(one, "sampleAccuracies", curve.test());
    }
    return node;
  }

  private static LabReport.DataTable data(List<Curve> curves) {
    List<List<Object>> rows = new ArrayList<>();
    for (Curve curve : curves) {
      for (int i = 0; i < curve.test().length; i++) {
        rows.add(List.of(curve.setting().id(), (i + 1) * STEP, curve.batch()[i], curve.test()[i]));
      }
    }
    return new LabReport.DataTable(
        NAME, List.of("network", "iteration", "batch_accuracy", "test_sample_accuracy"), rows);
  }
}
