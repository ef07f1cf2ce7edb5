package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.labs.PlotStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;

/**
 * What the remedies came to, in words, tables and plots.
 *
 * @param lab its parameters
 * @param data the images
 * @param iterations mini-batches of a plain training, as it turned out
 * @param treated the deep network with each remedy
 * @param lagged sequences with a long lag; may be empty
 * @param summed sequences to be added up; may be empty
 * @param leftOut what couldn't be tried
 */
record RemediesReport(
    RemediesLab lab,
    Dataset data,
    int iterations,
    List<Treated> treated,
    List<SequenceCures.Lagged> lagged,
    List<SequenceCures.Summed> summed,
    LeftOut leftOut) {
  /** Norms below are drawn as if they were this. */
  private static final double LEAST_LOG = -12;

  private static final double MOST_LOG = 1;
  private static final int BARS = 21;

  List<LabReport.Section> sections(LabTexts texts) {
    List<LabReport.Section> sections = new ArrayList<>(Images.sections(texts, data));
    sections.add(
        new LabReport.Paragraph(
            texts.get(
                "remedies.intro",
                lab.layers(),
                DeepTask.UNITS,
                data.name(),
                ImageTraining.BATCH,
                iterations)));
    if (lab.quick()) {
      sections.add(new LabReport.Paragraph(texts.get("remedies.quick")));
    }
    sections.add(accuracies(texts));
    sections.add(gradients(texts));
    sections.addAll(verdicts(texts));
    if (!lagged.isEmpty()) {
      sections.add(
          new LabReport.Paragraph(
              texts.get(
                  "remedies.lag",
                  lab.lag(),
                  SequenceCures.RATE,
                  SequenceCures.FORGET_BIAS,
                  SequenceCures.COMPRESSOR_RATE,
                  SequenceCures.THRESHOLD)));
      sections.add(lags(texts));
      if (!summed.isEmpty()) {
        sections.add(sums(texts));
      }
      if (lagsAsUsual()) {
        sections.add(new LabReport.Paragraph(texts.get("remedies.sequences")));
      }
    }
    missing(texts).ifPresent(sections::add);
    late(texts).ifPresent(sections::add);
    sections.add(new LabReport.Picture(plot(texts)));
    return sections;
  }

  private Optional<LabReport.Section> missing(LabTexts texts) {
    String names =
        leftOut.exercises().entrySet().stream()
            .map(e -> texts.get("remedies." + e.getKey()) + " (" + e.getValue() + ")")
            .collect(Collectors.joining(texts.get("labs.comma")));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabReport.Paragraph(texts.get("remedies.missing", names)));
  }

  private Optional<LabReport.Section> late(LabTexts texts) {
    String names =
        leftOut.late().stream()
            .map(id -> texts.get("remedies." + id))
            .collect(Collectors.joining(texts.get("labs.comma")));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabReport.Paragraph(texts.get("remedies.late", names)));
  }

  private LabReport.Table accuracies(LabTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    for (Treated t : treated) {
      rows.add(
          List.of(
              name(texts, t),
              t.cure().learningRate().isEmpty() ? "–" : t.cure().learningRate(),
              String.valueOf(t.outcomes().get(0).iterations()),
              three(t.accuracy()),
              two(t.least()) + "–" + two(t.most()),
              String.format(Locale.ROOT, "%.1f", t.seconds())));
    }
    return new LabReport.Table(
        texts.get("remedies.table", lab.seeds()),
        List.of(
            texts.get("remedies.remedy"),
            texts.get("remedies.rate"),
            texts.get("remedies.steps"),
            texts.get("labs.accuracy"),
            texts.get("remedies.range"),
            texts.get("remedies.seconds")),
        rows);
  }

  private LabReport.Table gradients(LabTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    for (Treated t : asked()) {
      double[] norms = t.norms();
      rows.add(
          List.of(
              name(texts, t),
              Figures.text(norms[0]),
              Figures.text(norms[norms.length / 2]),
              Figures.text(norms[norms.length - 1]),
              Figures.sparkline(new LabReport.Spark("", t.logNorms(), LEAST_LOG, MOST_LOG), BARS)));
    }
    return new LabReport.Table(
        texts.get("remedies.gradients"),
        List.of(
            texts.get("remedies.remedy"),
            texts.get("remedies.first"),
            texts.get("remedies.middle"),
            texts.get("remedies.last"),
            texts.get("remedies.bars")),
        rows);
  }

  /** Those whose gradient was measured, each start once. */
  private List<Treated> asked() {
    List<Treated> asked = new ArrayList<>();
    for (Treated t : treated) {
      boolean known = asked.stream().anyMatch(a -> Arrays.equals(a.norms(), t.norms()));
      if (t.norms().length > 0 && !known && !t.cure().id().equals("rprop")) {
        asked.add(t);
      }
    }
    return asked;
  }

  private List<LabReport.Section> verdicts(LabTexts texts) {
    List<LabReport.Section> sections = new ArrayList<>();
    verdict(sections, texts, "remedies.rescued", t -> t.least() >= Treated.RESCUED);
    verdict(
        sections,
        texts,
        "remedies.partly",
        t -> t.least() < Treated.RESCUED && t.accuracy() >= Treated.GUESSING);
    verdict(sections, texts, "remedies.lost", t -> t.accuracy() < Treated.GUESSING);
    if (lab.only().isEmpty()
        && !lab.quick()
        && !data.synthetic()
        && leftOut.exercises().isEmpty()) {
      sections.add(new LabReport.Paragraph(texts.get("remedies.honest")));
    }
    return sections;
  }

  private void verdict(
      List<LabReport.Section> sections, LabTexts texts, String key, Predicate<Treated> chosen) {
    String names =
        treated.stream()
            .filter(chosen)
            .map(t -> name(texts, t) + " (" + two(t.accuracy()) + ")")
            .collect(Collectors.joining(texts.get("labs.comma")));
    if (!names.isEmpty()) {
      sections.add(new LabReport.Paragraph(texts.get(key, names)));
    }
  }

  private boolean lagsAsUsual() {
    int seeds = lab.seeds();
    return right("rnn") < seeds && right("lstm") == seeds && right("two-levels") == seeds;
  }

  private long right(String id) {
    return lagged.stream()
        .filter(l -> l.id().equals(id))
        .mapToLong(SequenceCures.Lagged::right)
        .sum();
  }

  private LabReport.Table lags(LabTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    for (SequenceCures.Lagged l : lagged) {
      double worst = Arrays.stream(l.worst()).min().orElseThrow();
      rows.add(
          List.of(
              texts.get("remedies." + l.id()),
              Double.isNaN(l.share()) ? "–" : Figures.text(l.share()),
              l.right() + " / " + l.worst().length,
              three(worst),
              String.format(Locale.ROOT, "%.1f", l.seconds() / l.worst().length)));
    }
    return new LabReport.Table(
        texts.get("remedies.lag.table"),
        List.of(
            texts.get("remedies.remedy"),
            texts.get("remedies.share"),
            texts.get("remedies.right"),
            texts.get("remedies.worst"),
            texts.get("remedies.seconds")),
        rows);
  }

  private LabReport.Table sums(LabTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    for (SequenceCures.Summed s : summed) {
      double loss = Arrays.stream(s.loss()).max().orElseThrow();
      rows.add(
          List.of(
              texts.get("remedies." + s.id()),
              Figures.text(s.largestNorm()),
              Arrays.stream(s.loss()).anyMatch(x -> !Double.isFinite(x))
                  ? texts.get("labs.overflow")
                  : Figures.text(loss)));
    }
    return new LabReport.Table(
        texts.get("remedies.sum.table", SummingRnn.CONSTANT_LOSS),
        List.of(
            texts.get("remedies.remedy"), texts.get("clip.norm"), texts.get("remedies.sum.loss")),
        rows);
  }

  private LabPlot plot(LabTexts texts) {
    PlotStyle style = new PlotStyle().wide();
    XYChart norms =
        style.lines(
            texts.get("remedies.plot.norms"), texts.get("remedies.plot.layer"), "log10 |dW|");
    norms.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    int line = 0;
    for (Treated t : asked()) {
      double[] logs = t.logNorms();
      double[] x = IntStream.rangeClosed(1, logs.length).asDoubleStream().toArray();
      XYSeries series = PlotStyle.line(norms, name(texts, t), PlotStyle.color(line), x, logs);
      if (line >= PlotStyle.COLORS.size()) {
        series.setLineStyle(SeriesLines.DASH_DASH);
      }
      line++;
    }
    return new LabPlot(
        RemediesLab.NAME,
        texts.get("remedies.plot"),
        List.of(
            norms,
            style.bars(
                texts.get("remedies.plot.accuracy", lab.seeds()),
                treated.stream().map(t -> name(texts, t)).toList(),
                treated.stream().map(Treated::accuracy).toList(),
                treated.stream().map(t -> (t.most() - t.least()) / 2).toList())),
        2);
  }

  ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    node.put("dataset", data.name());
    node.put("synthetic", data.synthetic());
    node.put("layers", lab.layers());
    node.put("units", DeepTask.UNITS);
    node.put("iterations", iterations);
    node.put("batch", ImageTraining.BATCH);
    node.put("seeds", lab.seeds());
    node.put("seed", lab.seed());
    node.put("quick", lab.quick());
    node.put("lag", lab.lag());
    ArrayNode only = node.putArray("only");
    lab.only().forEach(only::add);
    return node;
  }

  ObjectNode figures() {
    ObjectNode node = JsonFigures.object();
    ObjectNode deep = node.putObject("deep");
    for (Treated t : treated) {
      ObjectNode one = deep.putObject(t.cure().id());
      one.put("learningRate", t.cure().learningRate());
      JsonFigures.put(one, "accuracies", t.accuracies());
      JsonFigures.put(one, "gradientNorms", t.norms());
      JsonFigures.put(
          one, "iterations", t.outcomes().stream().mapToDouble(o -> o.iterations()).toArray());
    }
    ObjectNode sequences = node.putObject("sequences");
    for (SequenceCures.Lagged l : lagged) {
      ObjectNode one = sequences.putObject(l.id());
      JsonFigures.put(one, "gradientShare", l.share());
      JsonFigures.put(one, "worstProbabilities", l.worst());
    }
    for (SequenceCures.Summed s : summed) {
      ObjectNode one = sequences.putObject(s.id());
      JsonFigures.put(one, "largestNorm", s.largestNorm());
      JsonFigures.put(one, "losses", s.loss());
    }
    ObjectNode missing = node.putObject("notWritten");
    leftOut.exercises().forEach(missing::put);
    ArrayNode late = node.putArray("noTimeFor");
    leftOut.late().forEach(late::add);
    return node;
  }

  List<LabReport.DataTable> tables() {
    List<List<Object>> rows = new ArrayList<>();
    List<List<Object>> norms = new ArrayList<>();
    for (Treated t : treated) {
      for (int k = 0; k < t.outcomes().size(); k++) {
        Cure.Outcome o = t.outcomes().get(k);
        rows.add(
            List.of(
                t.cure().id(),
                t.cure().learningRate(),
                lab.seed() + k,
                o.iterations(),
                o.accuracy(),
                o.seconds()));
        for (int layer = 0; layer < o.norms().length; layer++) {
          norms.add(List.of(t.cure().id(), lab.seed() + k, layer + 1, o.norms()[layer]));
        }
      }
    }
    return List.of(
        new LabReport.DataTable(
            RemediesLab.NAME,
            List.of("remedy", "learning_rate", "seed", "iterations", "accuracy", "seconds"),
            rows),
        new LabReport.DataTable(
            RemediesLab.NAME + "-gradients",
            List.of("remedy", "seed", "layer", "gradient_norm"),
            norms));
  }

  private static String name(LabTexts texts, Treated t) {
    return texts.get("remedies." + t.cure().id());
  }

  private static String two(double x) {
    return String.format(Locale.ROOT, "%.2f", x);
  }

  private static String three(double x) {
    return String.format(Locale.ROOT, "%.3f", x);
  }
}
