package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.PlotStyle;
import org.gradientkata.layer.Affine;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * What the layers of a fresh network say: histograms of the activations, layer by layer, for each
 * initial value.
 *
 * @param activations one plot for each
 * @param initialValues one row of histograms for each
 * @param layers hidden layers
 * @param seed where the random numbers start
 */
public record InitLab(
    List<ActivationChoice> activations, List<InitialValue> initialValues, int layers, long seed)
    implements Lab {
  private static final String NAME = "init";
  private static final int UNITS = 100;
  private static final int ROWS = 1000;
  private static final int BINS = 31;
  private static final int WIDTH = 260;
  private static final int HEIGHT = 200;

  /** Nearer to the end of the range than this counts as stuck there. */
  private static final double EDGE = 0.01;

  /**
   * Checks the parameters.
   *
   * @param activations sigmoid, tanh or relu, at least one
   * @param initialValues at least one
   * @param layers from 1 to 20
   * @param seed any number
   * @throws IllegalArgumentException if one is out of its range
   */
  public InitLab {
    activations = List.copyOf(activations);
    initialValues = List.copyOf(initialValues);
    Require.within("layers", layers, 1, 20);
    if (!curves().containsAll(activations)) {
      throw new IllegalArgumentException(
          "activations are " + activations + ", expected some of " + curves());
    }
    if (activations.isEmpty() || initialValues.isEmpty()) {
      throw new IllegalArgumentException("expected an activation and an initial value");
    }
  }

  /**
   * The initial values that the lab compares.
   *
   * @return zeros, N(0, 1), N(0, 0.01²), Xavier, He
   */
  public static List<InitialValue> standard() {
    return List.of(
        InitialValue.zeros(),
        InitialValue.gaussian(1),
        InitialValue.gaussian(0.01),
        InitialValue.xavier(),
        InitialValue.he());
  }

  /**
   * The activations of the lab.
   *
   * @return tanh, sigmoid, ReLU
   */
  public static List<ActivationChoice> curves() {
    return List.of(ActivationChoice.TANH, ActivationChoice.SIGMOID, ActivationChoice.RELU);
  }

  /**
   * The activations of one layer.
   *
   * @param std their standard deviation
   * @param edge the share that is stuck: at an end of the range, or at 0 for ReLU
   * @param from the left end of the histogram
   * @param to its right end
   * @param counts how many fall into each bin
   */
  private record Spread(double std, double edge, double from, double to, int[] counts) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    List<LabReport.Section> sections = new ArrayList<>();
    sections.add(new LabReport.Paragraph(texts.get("init.intro", layers, UNITS, ROWS)));
    ObjectNode figures = JsonFigures.object();
    List<List<Object>> data = new ArrayList<>();
    List<LabReport.Section> pictures = new ArrayList<>();
    int done = 0;
    for (ActivationChoice activation : activations) {
      List<List<Spread>> all = new ArrayList<>();
      for (InitialValue initialValue : initialValues) {
        all.add(spreads(activation, initialValue));
        progress.advanced(++done, (long) activations.size() * initialValues.size());
      }
      sections.add(table(texts, activation, all));
      // What the standard values show; others speak by their figures alone.
      if (initialValues.equals(standard())) {
        sections.add(new LabReport.Paragraph(texts.get("init." + activation.id())));
      }
      pictures.add(new LabReport.Picture(plot(texts, activation, all)));
      put(figures.putObject(activation.id()), all);
      data.addAll(rows(activation, all));
    }
    if (initialValues.contains(InitialValue.zeros())) {
      sections.add(new LabReport.Paragraph(texts.get("init.zeros")));
    }
    sections.addAll(pictures);
    return new LabReport(
        NAME,
        texts.get("init.title"),
        sections,
        parameters(),
        figures,
        List.of(
            new LabReport.DataTable(
                NAME,
                List.of(
                    "activation", "init", "layer", "std", "stuck", "bin_from", "bin_to", "count"),
                data)),
        Map.of());
  }

  /** The same inputs and the same random numbers for every initial value. */
  private List<Spread> spreads(ActivationChoice activation, InitialValue initialValue) {
    RandomSource random = new RandomSource(seed);
    DMatrixRMaj X = new DMatrixRMaj(ROWS, UNITS);
    for (int i = 0; i < X.getNumElements(); i++) {
      X.data[i] = random.nextGaussian();
    }
    List<DMatrixRMaj> outputs = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      DMatrixRMaj W = WeightInitializer.of(initialValue, UNITS, UNITS, random);
      Affine affine = new Affine(W, new DMatrixRMaj(1, UNITS));
      ActivationLayer f = new ActivationLayer(activation.create());
      X = f.forward(affine.forward(X, false), false).copy();
      outputs.add(X);
    }
    return outputs.stream().map(Y -> spread(activation, Y)).toList();
  }

  private static Spread spread(ActivationChoice activation, DMatrixRMaj Y) {
    int n = Y.getNumElements();
    double sum = 0;
    double max = 0;
    for (int i = 0; i < n; i++) {
      sum += Y.data[i];
      max = Math.max(max, Y.data[i]);
    }
    double mean = sum / n;
    double from = activation == ActivationChoice.TANH ? -1 : 0;
    double to = activation == ActivationChoice.RELU && max > 0 ? max : 1;
    double squares = 0;
    int stuck = 0;
    int[] counts = new int[BINS];
    for (int i = 0; i < n; i++) {
      double y = Y.data[i];
      squares += (y - mean) * (y - mean) / n;
      stuck += isStuck(activation, y) ? 1 : 0;
      counts[Math.min(BINS - 1, (int) ((y - from) / (to - from) * BINS))]++;
    }
    return new Spread(Math.sqrt(squares), (double) stuck / n, from, to, counts);
  }

  private static boolean isStuck(ActivationChoice activation, double y) {
    return switch (activation) {
      case TANH -> Math.abs(y) > 1 - EDGE;
      case SIGMOID -> y < EDGE || y > 1 - EDGE;
      default -> y == 0;
    };
  }

  private LabReport.Table table(
      LabTexts texts, ActivationChoice activation, List<List<Spread>> all) {
    List<String> header = new ArrayList<>(List.of(texts.get("init.rule")));
    for (int layer = 1; layer <= layers; layer++) {
      header.add(texts.get("init.layer", layer));
    }
    header.add(texts.get("init.stuck", layers));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<String> row = new ArrayList<>(List.of(ruleName(initialValues.get(i))));
      all.get(i).forEach(s -> row.add(Figures.text(s.std())));
      row.add(Math.round(100 * all.get(i).get(layers - 1).edge()) + " %");
      rows.add(row);
    }
    return new LabReport.Table(
        texts.get("init.table", ActivationsLab.name(activation)), header, rows);
  }

  private LabPlot plot(LabTexts texts, ActivationChoice activation, List<List<Spread>> all) {
    List<Chart<?, ?>> charts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int layer = 0; layer < layers; layer++) {
        String title = ruleName(initialValues.get(i)) + ", " + texts.get("init.layer", layer + 1);
        Spread s = all.get(i).get(layer);
        charts.add(new PlotStyle().histogram(title, WIDTH, HEIGHT, s.from(), s.to(), s.counts()));
      }
    }
    return new LabPlot(
        NAME + "-" + activation.id(),
        texts.get("init.plot", ActivationsLab.name(activation)),
        charts,
        layers);
  }

  /** The name that texts and plots use. */
  static String ruleName(InitialValue value) {
    return switch (value.kind()) {
      case ZEROS -> "zeros";
      case GAUSSIAN -> value.std() == 1 ? "N(0, 1)" : "N(0, " + Figures.text(value.std()) + "²)";
      case XAVIER -> "Xavier";
      case HE -> "He";
    };
  }

  private ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    ArrayNode functions = node.putArray("activations");
    activations.forEach(a -> functions.add(a.id()));
    ArrayNode rules = node.putArray("initialValues");
    initialValues.forEach(v -> rules.add(v.toString()));
    node.put("layers", layers);
    node.put("units", UNITS);
    node.put("rows", ROWS);
    node.put("seed", seed);
    return node;
  }

  private void put(ObjectNode node, List<List<Spread>> all) {
    for (int i = 0; i < all.size(); i++) {
      ObjectNode rule = node.putObject(initialValues.get(i).toString());
      JsonFigures.put(rule, "std", all.get(i).stream().mapToDouble(Spread::std).toArray());
      JsonFigures.put(rule, "stuck", all.get(i).stream().mapToDouble(Spread::edge).toArray());
    }
  }

  private List<List<Object>> rows(ActivationChoice activation, List<List<Spread>> all) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int layer = 0; layer < layers; layer++) {
        Spread s = all.get(i).get(layer);
        double width = (s.to() - s.from()) / BINS;
        for (int bin = 0; bin < BINS; bin++) {
          rows.add(
              List.of(
                  activation.id(),
                  initialValues.get(i).toString(),
                  layer + 1,
                  s.std(),
                  s.edge(),
                  s.from() + bin * width,
                  s.from() + (bin + 1) * width,
                  s.counts()[bin]));
        }
      }
    }
    return rows;
  }
}
