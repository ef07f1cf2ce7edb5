package org.gradientkata.labs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How the kit's plots look. */
public final class PlotStyle {
  /** Colours that people with any colour vision can tell apart (Okabe and Ito 2008). */
  public static final List<Color> COLORS =
      List.of(
          new Color(0x00, 0x72, 0xB2),
          new Color(0xD5, 0x5E, 0x00),
          new Color(0x00, 0x9E, 0x73),
          new Color(0xCC, 0x79, 0xA7),
          new Color(0x56, 0xB4, 0xE9),
          new Color(0xE6, 0x9F, 0x00),
          new Color(0x66, 0x66, 0x66));

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final float LINE = 2;

  private final PlotFonts fonts;

  /** The style with the kit's own font. */
  public PlotStyle() {
    this(PlotFonts.own());
  }

  PlotStyle(PlotFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * An empty chart for lines.
   *
   * @param title what it shows
   * @param x title of the horizontal axis
   * @param y title of the vertical axis; may be empty
   * @return the chart
   */
  public XYChart lines(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).build();
    dress(chart.getStyler());
    if (!y.isEmpty()) {
      chart.setYAxisTitle(y);
    }
    return chart;
  }

  /**
   * An empty chart for bars.
   *
   * @param title what it shows
   * @param x title of the horizontal axis
   * @param width pixels
   * @param height pixels
   * @return the chart, without a legend
   */
  public CategoryChart bars(String title, String x, int width, int height) {
    CategoryChart chart =
        new CategoryChartBuilder().width(width).height(height).title(title).xAxisTitle(x).build();
    dress(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setChartTitleFont(fonts.get(Font.PLAIN, 13));
    chart.getStyler().setAxisTickLabelsFont(fonts.get(Font.PLAIN, 10));
    chart.getStyler().setAxisTitleFont(fonts.get(Font.PLAIN, 11));
    chart.getStyler().setAvailableSpaceFill(1);
    return chart;
  }

  /**
   * Draws a line.
   *
   * @param chart where to
   * @param name its name in the legend
   * @param color its colour
   * @param x horizontal values, at least one
   * @param y vertical values; NaN leaves a gap
   * @return the line, without markers
   */
  public static XYSeries line(XYChart chart, String name, Color color, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    return series;
  }

  private void dress(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleFont(fonts.get(Font.BOLD, 16));
    styler.setChartTitlePadding(8);
    styler.setLegendFont(fonts.get(Font.PLAIN, 14));
    styler.setLegendPosition(Styler.LegendPosition.InsideSE);
    styler.setLegendBackgroundColor(Color.WHITE);
    styler.setAxisTitleFont(fonts.get(Font.PLAIN, 14));
    styler.setAxisTickLabelsFont(fonts.get(Font.PLAIN, 12));
  }
}
