package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What came of a lab.
 *
 * @param name the lab's name
 * @param title one line
 * @param sections what to read, in order
 * @param parameters what the lab was run with, for the JSON
 * @param figures the numbers behind the words, for the JSON
 * @param data the numbers as tables, each a CSV of its own
 * @param attachments further files by their names, such as a spreadsheet
 */
public record LabReport(
    String name,
    String title,
    List<Section> sections,
    ObjectNode parameters,
    ObjectNode figures,
    List<DataTable> data,
    Map<String, byte[]> attachments) {

  /** A piece of a report. */
  public sealed interface Section permits Paragraph, Table, Spark, Picture {}

  /**
   * Some sentences.
   *
   * @param text without line breaks
   */
  public record Paragraph(String text) implements Section {}

  /**
   * A table of texts.
   *
   * @param caption what it shows
   * @param header a name for each column
   * @param rows as wide as the header
   */
  public record Table(String caption, List<String> header, List<List<String>> rows)
      implements Section {

    /**
     * Checks the widths.
     *
     * @param caption any
     * @param header any
     * @param rows as wide as the header
     * @throws IllegalArgumentException if a row is wider or narrower than the header
     */
    public Table {
      for (List<String> row : rows) {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "a row has " + row.size() + " cells, expected " + header.size() + ": " + row);
        }
      }
    }
  }

  /**
   * A line of small bars.
   *
   * @param label what it shows
   * @param values any numbers
   * @param from what the smallest bar stands for
   * @param to what the largest bar stands for
   */
  public record Spark(String label, double[] values, double from, double to) implements Section {

    /**
     * Bars from the smallest value to the largest.
     *
     * @param label what it shows
     * @param values any numbers; those that are not finite don't count
     */
    public Spark(String label, double[] values) {
      this(
          label,
          values,
          Arrays.stream(values).filter(Double::isFinite).min().orElse(0),
          Arrays.stream(values).filter(Double::isFinite).max().orElse(0));
    }
  }

  /**
   * A plot.
   *
   * @param plot the plot
   */
  public record Picture(LabPlot plot) implements Section {}

  /**
   * Numbers for other programs.
   *
   * @param name of the file, without its ending
   * @param header names without blanks, in English
   * @param rows numbers or words
   */
  public record DataTable(String name, List<String> header, List<List<Object>> rows) {}
}
