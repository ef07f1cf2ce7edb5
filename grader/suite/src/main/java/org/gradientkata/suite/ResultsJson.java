package org.gradientkata.suite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results of a run as JSON: for each exercise its state, its points by stage, and its tests
 * with state, message and time. {@code docs/results.schema.json} describes it.
 */
public final class ResultsJson {
  private static final int VERSION = 1;

  private ResultsJson() {}

  /**
   * Writes results.
   *
   * @param standings the exercises of a run, in order
   * @return the JSON, indented
   */
  public static String of(List<Standing> standings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(indented());
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("language", Texts.locale().getLanguage());
      json.writeNumberField("points", standings.stream().mapToInt(Standing::points).sum());
      json.writeNumberField("maximum", standings.stream().mapToInt(Standing::maximum).sum());
      json.writeArrayFieldStart("exercises");
      for (Standing standing : standings) {
        write(json, standing);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** The same line ends on every system: such files are compared and committed. */
  static PrettyPrinter indented() {
    return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }

  private static void write(JsonGenerator json, Standing standing) throws IOException {
    json.writeStartObject();
    json.writeStringField("exercise", standing.exercise().value());
    json.writeStringField("state", name(standing.state()));
    json.writeNumberField("written", standing.written());
    json.writeNumberField("methods", standing.methods());
    json.writeNumberField("points", standing.points());
    json.writeNumberField("maximum", standing.maximum());
    json.writeArrayFieldStart("stages");
    for (Map.Entry<Stage, Integer> worth : standing.worth().entrySet()) {
      json.writeStartObject();
      json.writeStringField("stage", worth.getKey().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("points", standing.earned().get(worth.getKey()));
      json.writeNumberField("maximum", worth.getValue());
      json.writeStringField("reason", standing.reason(worth.getKey()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("tests");
    for (Outcome outcome : standing.outcomes()) {
      write(json, outcome);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("test", outcome.method());
    json.writeStringField("title", outcome.title());
    json.writeStringField("stage", outcome.stage().name().toLowerCase(Locale.ROOT));
    json.writeStringField("state", name(outcome.state()));
    json.writeStringField("message", outcome.message());
    json.writeNumberField("millis", outcome.millis());
    json.writeEndObject();
  }

  /** Such as {@code not_started}: the same in every language. */
  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
