package org.gradientkata.suite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The manifest as JSON: exercise, stages with their points, tests with their names in results and
 * reports. {@code docs/manifest.schema.json} describes it.
 */
public final class ManifestJson {
  private static final int VERSION = 1;

  private ManifestJson() {}

  /**
   * Writes a manifest.
   *
   * @param entries exercises and their tests
   * @return the JSON, indented
   */
  public static String of(List<Manifest.Entry> entries) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(ResultsJson.indented());
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("exercises");
      for (Manifest.Entry entry : entries) {
        write(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Manifest.Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("exercise", entry.exercise());
    json.writeStringField("class", entry.testClass());
    json.writeFieldName("after");
    json.writeArray(entry.after().toArray(String[]::new), 0, entry.after().size());
    json.writeNumberField(
        "maximum", entry.points().values().stream().mapToInt(Integer::intValue).sum());
    json.writeArrayFieldStart("stages");
    for (Stage stage : new TreeSet<>(entry.tests().stream().map(Manifest.Test::stage).toList())) {
      json.writeStartObject();
      json.writeStringField("stage", stage.name().toLowerCase(Locale.ROOT));
      json.writeNumberField("points", entry.points().getOrDefault(stage, 0));
      json.writeArrayFieldStart("tests");
      for (Manifest.Test test : entry.testsOf(stage)) {
        json.writeStartObject();
        json.writeStringField("id", entry.testClass() + "#" + test.method());
        json.writeStringField("method", test.method());
        json.writeStringField("title", test.title());
        json.writeBooleanField("repeated", test.repeated());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
