package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.gradientkata.datasets.Dataset;

/** What a lab says first about its images. */
final class Images {
  private Images() {}

  /** Loud where a program drew them: figures for MNIST don't hold then. */
  static List<LabReport.Section> sections(LabTexts texts, Dataset data) {
    List<LabReport.Section> sections = new ArrayList<>();
    if (data.synthetic()) {
      sections.add(new LabReport.Paragraph("*** " + texts.get("labs.synthetic") + " ***"));
    }
    data.note()
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .forEach(line -> sections.add(new LabReport.Paragraph(line)));
    return sections;
  }
}
