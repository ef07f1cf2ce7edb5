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
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
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
  private static final int MORE_WIDTH = 860;
  private static final int MORE_HEIGHT = 560;
  private static final float LINE = 2;

  /** Smaller ends of a small axis are written in powers of ten. */
  private static final double SMALL = 0.01;

  private static final double AIR = 0.0037;

  private final PlotFonts fonts;
  private final int width;
  private final int height;

  /** The style with the kit's own font. */
  public PlotStyle() {
    this(PlotFonts.own());
  }

  PlotStyle(PlotFonts fonts) {
    this(fonts, WIDTH, HEIGHT);
  }

  private PlotStyle(PlotFonts fonts, int width, int height) {
    this.fonts = fonts;
    this.width = width;
    this.height = height;
  }

  /**
   * The same style for charts with many names.
   *
   * @return a style whose charts are larger
   */
  public PlotStyle wide() {
    return new PlotStyle(fonts, MORE_WIDTH, MORE_HEIGHT);
  }

  /**
   * A colour for each of many lines; from the eighth on they come again.
   *
   * @param line counted from 0
   * @return one of {@link #COLORS}
   */
  public static Color color(int line) {
    return COLORS.get(line % COLORS.size());
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
        new XYChartBuilder().width(width).height(height).title(title).xAxisTitle(x).build();
    dress(chart.getStyler());
    if (!y.isEmpty()) {
      chart.setYAxisTitle(y);
    }
    return chart;
  }

  /**
   * A chart of bars from 0 to 1.
   *
   * @param title what it shows
   * @param names one for each bar
   * @param values from 0 to 1
   * @param errors how far each value may be off, to both sides
   * @return the chart, without a legend
   */
  public CategoryChart bars(
      String title, List<String> names, List<Double> values, List<Double> errors) {
    CategoryChart chart =
        new CategoryChartBuilder().width(width).height(height).title(title).build();
    CategoryStyler styler = chart.getStyler();
    dress(styler);
    styler.setLegendVisible(false);
    styler.setXAxisLabelRotation(60);
    styler.setXAxisMaxLabelCount(names.size());
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(1.0);
    chart.addSeries("n", names, values, errors).setFillColor(COLORS.get(0));
    return chart;
  }

  /**
   * A small histogram, without a legend and without numbers on the vertical axis.
   *
   * @param title what it shows
   * @param width pixels
   * @param height pixels
   * @param from left end of the first bin
   * @param to right end of the last bin
   * @param counts how many fall into each bin
   * @return the chart
   */
  public XYChart histogram(
      String title, int width, int height, double from, double to, int[] counts) {
    XYChart chart = new XYChartBuilder().width(width).height(height).title(title).build();
    XYStyler styler = chart.getStyler();
    dress(styler);
    styler.setLegendVisible(false);
    styler.setChartTitleFont(fonts.get(Font.PLAIN, 13));
    styler.setAxisTickLabelsFont(fonts.get(Font.PLAIN, 10));
    styler.setYAxisTicksVisible(false);
    styler.setYAxisMin(0.0);
    roundTicks(chart, from, to);
    styler.setXAxisTickMarkSpacingHint(width / 3);
    if (to < SMALL || to > 1 / SMALL) {
      styler.setXAxisDecimalPattern("0.#E0");
    }
    styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.StepArea);
    double[] edges = new double[counts.length + 1];
    double[] heights = new double[counts.length + 1];
    for (int i = 0; i <= counts.length; i++) {
      edges[i] = from + (to - from) * i / counts.length;
      heights[i] = counts[Math.min(i, counts.length - 1)];
    }
    XYSeries series = chart.addSeries("n", edges, heights);
    series.setMarker(SeriesMarkers.NONE);
    series.setFillColor(COLORS.get(0));
    series.setLineColor(COLORS.get(0));
    series.setLineStyle(new BasicStroke(1));
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

  /**
   * Gives the horizontal axis round numbers and a little air at both ends.
   *
   * @param chart the chart
   * @param from least horizontal value
   * @param to largest horizontal value
   */
  public static void roundTicks(XYChart chart, double from, double to) {
    // XChart writes equally spaced points themselves at the axis, such as -5.4 and 121; ends that
    // don't fit in make it choose round numbers.
    double air = AIR * (to - from);
    chart.getStyler().setXAxisMin(from - air);
    chart.getStyler().setXAxisMax(to + air);
  }

  /**
   * Puts the legend where it hides nothing.
   *
   * @param chart the chart
   */
  public static void legendBelow(XYChart chart) {
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
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
