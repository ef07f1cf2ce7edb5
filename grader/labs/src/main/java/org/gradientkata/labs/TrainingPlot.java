package org.gradientkata.labs;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Loss and accuracy over the epochs, side by side, as a PNG. */
public final class TrainingPlot {
  private static final Color LOSS = new Color(0xB3, 0x3A, 0x3A);
  private static final Color TRAIN = new Color(0x8A, 0x8A, 0x8A);
  private static final Color TEST = new Color(0x1F, 0x5F, 0xA8);

  private final Labels labels;
  private final PlotFonts fonts;

  /**
   * What the plot says, in the reader's language.
   *
   * @param epoch the horizontal axis
   * @param loss title of the left chart
   * @param accuracy title of the right chart
   * @param train its line for the training images
   * @param test its line for the test images
   */
  public record Labels(String epoch, String loss, String accuracy, String train, String test) {

    /**
     * The English words.
     *
     * @return the labels
     */
    public static Labels english() {
      return new Labels("epoch", "training loss", "accuracy", "training images", "test images");
    }

    private String all() {
      return epoch + loss + accuracy + train + test;
    }
  }

  /**
   * A plot in a language, or in English if no font on this machine has its letters.
   *
   * @param labels what it says
   */
  public TrainingPlot(Labels labels) {
    this.fonts = PlotFonts.forText(labels.all());
    this.labels = fonts.canShow(labels.all()) ? labels : Labels.english();
  }

  /**
   * Draws a run.
   *
   * @param result the run
   * @return a PNG
   * @throws IOException if it can't be encoded
   */
  public byte[] png(TrainingResult result) throws IOException {
    List<EpochResult> epochs =
        result.epochs().stream().filter(e -> Double.isFinite(e.loss())).toList();
    XYChart loss = chart(labels.loss());
    XYChart accuracy = chart(labels.accuracy());
    // An XChart without a series has no axes to draw.
    if (!epochs.isEmpty()) {
      line(loss, labels.loss(), LOSS, epochs, EpochResult::loss);
      line(accuracy, labels.train(), TRAIN, epochs, EpochResult::trainAccuracy);
      line(accuracy, labels.test(), TEST, epochs, EpochResult::testAccuracy);
    }
    loss.getStyler().setLegendVisible(false);
    loss.getStyler().setYAxisMin(0.0);
    return new ChartGrid(List.of(loss, accuracy), 2).png();
  }

  private XYChart chart(String title) {
    XYChart chart = new PlotStyle(fonts).lines(title, labels.epoch(), "");
    chart.getStyler().setXAxisDecimalPattern("0");
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setYAxisDecimalPattern("0.0###");
    return chart;
  }

  private static void line(
      XYChart chart,
      String name,
      Color color,
      List<EpochResult> epochs,
      ToDoubleFunction<EpochResult> value) {
    double[] x = epochs.stream().mapToDouble(EpochResult::epoch).toArray();
    double[] y = epochs.stream().mapToDouble(value).toArray();
    PlotStyle.line(chart, name, color, x, y).setMarker(SeriesMarkers.CIRCLE);
  }
}
