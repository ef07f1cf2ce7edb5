package org.gradientkata.labs.experiment;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Charts of one size, row by row. Text is drawn as outlines, so a plot needs no font to be seen.
 *
 * @param name of the files, without their endings
 * @param caption what it shows
 * @param charts at least one
 * @param columns how many charts stand side by side
 */
public record LabPlot(String name, String caption, List<Chart<?, ?>> charts, int columns) {

  /**
   * The plot as pixels.
   *
   * @return a PNG
   * @throws IOException if it can't be encoded
   */
  public byte[] png() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    BitmapEncoder.saveBitmap(charts, rows(), columns, png, BitmapEncoder.BitmapFormat.PNG);
    return png.toByteArray();
  }

  /**
   * The plot as lines.
   *
   * @return an SVG
   * @throws IOException if it can't be encoded
   */
  public byte[] svg() throws IOException {
    int width = charts.get(0).getWidth();
    int height = charts.get(0).getHeight();
    VectorGraphics2D canvas = new VectorGraphics2D();
    for (int i = 0; i < charts.size(); i++) {
      int row = i / columns;
      int column = i % columns;
      Graphics2D place = (Graphics2D) canvas.create();
      place.translate(column * width, row * height);
      charts.get(i).paint(place, width, height);
      place.dispose();
    }
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    Processors.get("svg")
        .getDocument(
            canvas.getCommands(), new PageSize((double) width * columns, (double) height * rows()))
        .writeTo(svg);
    return svg.toByteArray();
  }

  private int rows() {
    return (charts.size() + columns - 1) / columns;
  }
}
