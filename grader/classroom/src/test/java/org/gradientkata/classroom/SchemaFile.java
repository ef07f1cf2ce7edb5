package org.gradientkata.classroom;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The documented schema of a file that an instructor writes.
 *
 * @param name its file in {@code docs}
 */
public record SchemaFile(String name) {

  /**
   * Checks a document.
   *
   * @param yaml its text
   * @return what in it isn't as the schema says; empty if all is
   * @throws IOException if the schema can't be read
   */
  public List<String> problems(String yaml) throws IOException {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs").resolve(name))) {
      root = root.getParent();
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(root.resolve("docs").resolve(name)), InputFormat.JSON)
        .validate(JsonMapper.builder().build().writeValueAsString(tree), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
