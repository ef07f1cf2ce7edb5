package org.gradientkata.labs.experiment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads reports in tests. */
final class Reports {
  private Reports() {}

  /** All words of a report, in order. */
  static String words(LabReport report) {
    return report.title()
        + "\n"
        + report.sections().stream().map(Reports::words).collect(Collectors.joining("\n"));
  }

  /** The rows of a report's nth table. */
  static List<List<String>> rows(LabReport report, int table) {
    return report.sections().stream()
        .filter(LabReport.Table.class::isInstance)
        .map(LabReport.Table.class::cast)
        .toList()
        .get(table)
        .rows();
  }

  /** The first plot of a report. */
  static LabPlot plot(LabReport report) {
    return report.sections().stream()
        .filter(LabReport.Picture.class::isInstance)
        .map(section -> ((LabReport.Picture) section).plot())
        .findFirst()
        .orElseThrow();
  }

  private static String words(LabReport.Section section) {
    if (section instanceof LabReport.Paragraph paragraph) {
      return paragraph.text();
    }
    if (section instanceof LabReport.Table table) {
      return table.caption()
          + "\n"
          + Stream.concat(Stream.of(table.header()), table.rows().stream())
              .map(row -> String.join(" ", row))
              .collect(Collectors.joining("\n"));
    }
    if (section instanceof LabReport.Picture picture) {
      return picture.plot().caption();
    }
    return section instanceof LabReport.Spark spark ? spark.label() : "";
  }
}
