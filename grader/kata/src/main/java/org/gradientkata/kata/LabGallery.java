package org.gradientkata.kata;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradientkata.labs.experiment.Figures;
import org.gradientkata.labs.experiment.LabReport;
import org.gradientkata.suite.Texts;

/** All reports on one page that needs nothing else: style and plots are in it. */
final class LabGallery {
  private static final int SPARK_COLUMNS = 60;

  private final List<Map<String, Object>> labs = new ArrayList<>();

  /**
   * Adds a report.
   *
   * @throws IOException if a plot can't be encoded
   */
  void add(LabReport report) throws IOException {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (LabReport.Section section : report.sections()) {
      sections.add(section(section));
    }
    labs.add(
        Map.of(
            "name", report.name(),
            "title", report.title(),
            "parameters", report.parameters().toString(),
            "sections", sections));
  }

  /** Adds a lab that couldn't run, and why. */
  void addProblem(String lab, String why) {
    labs.add(
        Map.of(
            "name",
            lab,
            "title",
            lab,
            "parameters",
            false,
            "sections",
            List.of(section("problem", why))));
  }

  /**
   * The page, in the reader's language.
   *
   * @throws IOException if the template can't be read
   */
  String html() throws IOException {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("language", Texts.locale().getLanguage());
    page.put("title", Messages.get("gallery.title"));
    page.put("intro", Messages.get("gallery.intro"));
    page.put("contents", Messages.get("gallery.contents"));
    page.put("parametersTitle", Messages.get("gallery.parameters"));
    page.put("style", resource("gallery.css"));
    page.put("labs", labs);
    return Mustache.compiler().compile(resource("gallery.mustache")).execute(page);
  }

  private static Map<String, Object> section(LabReport.Section section) throws IOException {
    if (section instanceof LabReport.Paragraph paragraph) {
      return section("paragraph", paragraph.text());
    }
    if (section instanceof LabReport.Table table) {
      return section(
          "table",
          Map.of(
              "caption", table.caption(),
              "header", table.header(),
              "rows", table.rows().stream().map(LabGallery::row).toList()));
    }
    if (section instanceof LabReport.Spark spark) {
      return section(
          "spark", Map.of("label", spark.label(), "bars", Figures.sparkline(spark, SPARK_COLUMNS)));
    }
    LabReport.Picture picture = (LabReport.Picture) section;
    return section(
        "picture",
        Map.of(
            "caption",
            picture.plot().caption(),
            "png",
            Base64.getEncoder().encodeToString(picture.plot().png())));
  }

  /** All kinds but one are false: the template shows what isn't. */
  private static Map<String, Object> section(String kind, Object content) {
    Map<String, Object> section = new LinkedHashMap<>();
    for (String other : List.of("paragraph", "table", "spark", "picture", "problem")) {
      section.put(other, other.equals(kind) ? content : false);
    }
    return section;
  }

  private static Map<String, Object> row(List<String> cells) {
    return Map.of("first", cells.get(0), "others", cells.subList(1, cells.size()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LabGallery.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
