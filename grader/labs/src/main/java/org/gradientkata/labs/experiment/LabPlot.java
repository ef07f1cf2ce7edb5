package org.gradientkata.labs.experiment;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.gradientkata.labs.ChartGrid;
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
    return grid().png();
  }

  /**
   * The plot as lines.
   *
   * @return an SVG
   * @throws IOException if it can't be encoded
   */
  public byte[] svg() throws IOException {
    VectorGraphics2D canvas = new VectorGraphics2D();
    ChartGrid grid = grid();
    grid.paint(canvas);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    Processors.get("svg")
        .getDocument(
            canvas.getCommands(), new PageSize((double) grid.width(), (double) grid.height()))
        .writeTo(svg);
    return svg.toByteArray();
  }

  private ChartGrid grid() {
    return new ChartGrid(charts, columns);
  }
}
