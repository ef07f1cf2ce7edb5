package org.gradientkata.labs.experiment;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
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
    BufferedImage image =
        new BufferedImage(width() * columns, height() * rows(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    paint(canvas);
    canvas.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /**
   * The plot as lines.
   *
   * @return an SVG
   * @throws IOException if it can't be encoded
   */
  public byte[] svg() throws IOException {
    VectorGraphics2D canvas = new VectorGraphics2D();
    paint(canvas);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    Processors.get("svg")
        .getDocument(
            canvas.getCommands(),
            new PageSize((double) width() * columns, (double) height() * rows()))
        .writeTo(svg);
    return svg.toByteArray();
  }

  private void paint(Graphics2D canvas) {
    for (int i = 0; i < charts.size(); i++) {
      Graphics2D place = (Graphics2D) canvas.create();
      place.translate(i % columns * width(), i / columns * height());
      charts.get(i).paint(place, width(), height());
      place.dispose();
    }
  }

  private int width() {
    return charts.get(0).getWidth();
  }

  private int height() {
    return charts.get(0).getHeight();
  }

  private int rows() {
    return (charts.size() + columns - 1) / columns;
  }
}
