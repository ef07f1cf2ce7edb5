package org.gradientkata.labs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Charts of one size, row by row.
 *
 * @param charts at least one
 * @param columns how many charts stand side by side
 */
public record ChartGrid(List<? extends Chart<?, ?>> charts, int columns) {

  /**
   * The charts as pixels, without transparency, which would make the file a third larger.
   *
   * @return a PNG
   * @throws IOException if it can't be encoded
   */
  public byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
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
   * Draws the charts.
   *
   * @param canvas of the size of the grid
   */
  public void paint(Graphics2D canvas) {
    Chart<?, ?> first = charts.get(0);
    for (int i = 0; i < charts.size(); i++) {
      Graphics2D place = (Graphics2D) canvas.create();
      place.translate(i % columns * first.getWidth(), i / columns * first.getHeight());
      charts.get(i).paint(place, first.getWidth(), first.getHeight());
      place.dispose();
    }
  }

  /**
   * Width of all columns.
   *
   * @return in pixels
   */
  public int width() {
    return charts.get(0).getWidth() * columns;
  }

  /**
   * Height of all rows.
   *
   * @return in pixels
   */
  public int height() {
    return charts.get(0).getHeight() * ((charts.size() + columns - 1) / columns);
  }
}
