package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.gradientkata.labs.PlotStyle;
import org.gradientkata.recurrent.RnnGradientNorms;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Document 001's two sequences: the mean norm of a gradient on its way back through a recurrent
 * network, with the same weights once as they were drawn and once made smaller.
 *
 * @param steps T, the time steps
 * @param scale factor of the smaller weights
 */
public record RnnNormsLab(int steps, double scale) implements Lab {
  private static final String NAME = "rnn-norms";
  private static final int BATCH = 2;

  /** As near to 1 as the printed digits show. */
  private static final double SAME = 5e-5;

  /** NumPy: np.random.seed(3); np.random.randn(3, 3). */
  private static final double[][] WH = {
    {1.7886284734303186, 0.43650985051198943, 0.09649746807200862},
    {-1.8634927033644908, -0.27738820251439905, -0.35475897926898675},
    {-0.08274148148245977, -0.6270006768238473, -0.04381816897592824}
  };

  /**
   * Checks the parameters.
   *
   * @param steps from 2 to 10,000
   * @param scale from 0 to 1e6
   * @throws IllegalArgumentException if one is out of its range
   */
  public RnnNormsLab {
    Require.within("steps", steps, 2, 10_000);
    Require.within("scale", scale, 0, 1e6);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LabReport run(LabTexts texts, LabProgress progress) {
    DMatrixRMaj Wh = new DMatrixRMaj(WH);
    DMatrixRMaj smaller = new DMatrixRMaj(WH);
    for (int i = 0; i < smaller.getNumElements(); i++) {
      smaller.data[i] *= scale;
    }
    double[] large = norms(Wh);
    progress.advanced(1, 2);
    double[] small = norms(smaller);
    progress.advanced(2, 2);
    double radius = spectralRadius(Wh);
    double singular = largestSingularValue(Wh);
    return new LabReport(
        NAME,
        texts.get("rnn-norms.title"),
        List.of(
            new LabReport.Paragraph(texts.get("rnn-norms.intro", BATCH, Wh.numRows, steps)),
            new LabReport.Paragraph(texts.get("rnn-norms.as-drawn") + " " + line(large)),
            new LabReport.Spark(texts.get("rnn-norms.norm"), large),
            new LabReport.Paragraph(texts.get("rnn-norms.scaled", scale) + " " + line(small)),
            new LabReport.Spark(texts.get("rnn-norms.norm"), small),
            table(texts, large, small),
            new LabReport.Paragraph(
                texts.get(
                    "rnn-norms.why",
                    four(radius),
                    four(radius * scale),
                    singular,
                    scale,
                    texts.get("rnn-norms." + fate(radius * scale)))),
            new LabReport.Paragraph(texts.get("rnn-norms.mean")),
            new LabReport.Picture(plot(texts, large, small))),
        parameters(),
        figures(large, small, radius, singular),
        List.of(data(large, small)),
        Map.of());
  }

  private double[] norms(DMatrixRMaj Wh) {
    DMatrixRMaj dh = new DMatrixRMaj(BATCH, Wh.numRows);
    dh.fill(1);
    return RnnGradientNorms.meanNorms(dh, Wh, steps);
  }

  private LabReport.Table table(LabTexts texts, double[] large, double[] small) {
    List<List<String>> rows = new ArrayList<>();
    for (int t = 1; t <= large.length; t++) {
      if (t <= 3 || t == large.length || isShown(t)) {
        String ratio = t == 1 ? "" : Figures.text(large[t - 1] / large[t - 2]);
        String smallRatio = t == 1 ? "" : Figures.text(small[t - 1] / small[t - 2]);
        rows.add(
            List.of(
                String.valueOf(t),
                Figures.text(large[t - 1]),
                ratio,
                Figures.text(small[t - 1]),
                smallRatio));
      }
    }
    return new LabReport.Table(
        texts.get("rnn-norms.table"),
        List.of(
            texts.get("rnn-norms.time"),
            texts.get("rnn-norms.large"),
            texts.get("rnn-norms.ratio"),
            texts.get("rnn-norms.small", scale),
            texts.get("rnn-norms.ratio")),
        rows);
  }

  private static boolean isShown(int t) {
    return t <= 20 ? t % 5 == 0 : Math.log10(t) == Math.rint(Math.log10(t));
  }

  private LabPlot plot(LabTexts texts, double[] large, double[] small) {
    return new LabPlot(
        NAME,
        texts.get("rnn-norms.plot", scale),
        List.of(
            chart(texts, "rnn-norms.large", large, PlotStyle.COLORS.get(1)),
            chart(texts, "rnn-norms.small", small, PlotStyle.COLORS.get(0))),
        2);
  }

  private XYChart chart(LabTexts texts, String title, double[] norms, Color color) {
    XYChart chart =
        new PlotStyle()
            .lines(
                texts.get(title, scale), texts.get("rnn-norms.time"), texts.get("rnn-norms.norm"));
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setXAxisDecimalPattern("0");
    double[] finite = Arrays.stream(norms).takeWhile(Double::isFinite).toArray();
    double[] time = IntStream.rangeClosed(1, finite.length).asDoubleStream().toArray();
    PlotStyle.line(chart, title, color, time, finite).setMarker(SeriesMarkers.CIRCLE);
    return chart;
  }

  private ObjectNode parameters() {
    ObjectNode node = JsonFigures.object();
    node.put("steps", steps);
    node.put("scale", scale);
    return node;
  }

  private static ObjectNode figures(
      double[] large, double[] small, double radius, double singular) {
    ObjectNode node = JsonFigures.object();
    JsonFigures.put(node, "norms", large);
    JsonFigures.put(node, "normsScaled", small);
    node.put("spectralRadius", radius);
    node.put("largestSingularValue", singular);
    return node;
  }

  private static LabReport.DataTable data(double[] large, double[] small) {
    List<List<Object>> rows = new ArrayList<>();
    for (int t = 0; t < large.length; t++) {
      rows.add(List.of(t + 1, large[t], small[t]));
    }
    return new LabReport.DataTable(NAME, List.of("step", "norm", "norm_scaled"), rows);
  }

  /** Two digits, as the document prints them. */
  static String line(double[] norms) {
    return Arrays.stream(norms)
        .mapToObj(
            norm ->
                Double.isFinite(norm)
                    ? String.format(Locale.ROOT, "%.2f", norm).replaceFirst("\\.?0+$", "")
                    : Figures.text(norm))
        .collect(Collectors.joining(" "));
  }

  /** What becomes of a gradient in the long run. */
  private static String fate(double radius) {
    if (Math.abs(radius - 1) < SAME) {
      return "stays";
    }
    return radius > 1 ? "explodes" : "vanishes";
  }

  private static String four(double x) {
    return String.format(Locale.ROOT, "%.4f", x);
  }

  private static double spectralRadius(DMatrixRMaj matrix) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.numRows, false);
    if (!eigen.decompose(matrix.copy())) {
      throw new IllegalStateException("no eigenvalues of " + matrix);
    }
    return IntStream.range(0, eigen.getNumberOfEigenvalues())
        .mapToObj(eigen::getEigenvalue)
        .mapToDouble(Complex_F64::getMagnitude)
        .max()
        .orElseThrow();
  }

  private static double largestSingularValue(DMatrixRMaj matrix) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
    if (!svd.decompose(matrix.copy())) {
      throw new IllegalStateException("no singular values of " + matrix);
    }
    return Arrays.stream(svd.getSingularValues()).max().orElseThrow();
  }
}
