package org.gradientkata.labs.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradientkata.labs.RunFolder;

/** Keeps a report in a folder: JSON, CSV, PNG, SVG and what the lab attaches. */
public final class LabFiles {
  /** Counts up when a field changes its meaning or goes. */
  private static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final CsvMapper CSV = new CsvMapper();

  private LabFiles() {}

  /**
   * Writes the figures: JSON, CSV and attachments.
   *
   * @param report what to keep
   * @param classes whose classes ran: {@code exercises} or {@code solutions}
   * @param folder where to
   * @return the files
   * @throws IOException if one can't be written
   */
  public static List<Path> figures(LabReport report, String classes, RunFolder folder)
      throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(folder.write(report.name() + ".json", json(report, classes)));
    for (LabReport.DataTable table : report.data()) {
      files.add(folder.write(table.name() + ".csv", csv(table)));
    }
    for (Map.Entry<String, byte[]> attachment : report.attachments().entrySet()) {
      files.add(folder.write(attachment.getKey(), attachment.getValue()));
    }
    return files;
  }

  /**
   * Writes the plots, each as PNG and SVG.
   *
   * @param report what to keep
   * @param folder where to
   * @return the files
   * @throws IOException if one can't be written
   */
  public static List<Path> plots(LabReport report, RunFolder folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (LabReport.Section section : report.sections()) {
      if (section instanceof LabReport.Picture picture) {
        LabPlot plot = picture.plot();
        files.add(folder.write(plot.name() + ".png", plot.png()));
        files.add(folder.write(plot.name() + ".svg", plot.svg()));
      }
    }
    return files;
  }

  private static byte[] json(LabReport report, String classes) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("lab", report.name());
    root.put("classes", classes);
    root.set("parameters", report.parameters());
    root.set("figures", report.figures());
    return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] csv(LabReport.DataTable table) throws JsonProcessingException {
    CsvSchema.Builder schema = CsvSchema.builder();
    table.header().forEach(schema::addColumn);
    return CSV.writer(schema.build().withHeader())
        .writeValueAsString(table.rows())
        .getBytes(StandardCharsets.UTF_8);
  }
}
