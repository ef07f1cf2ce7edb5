package org.gradientkata.author;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/**
 * A documented JSON schema.
 *
 * @param name its file in {@code docs}
 */
record SchemaFile(String name) {

  /** What in a document isn't as the schema says; empty if all is. */
  List<String> problems(String json) {
    String schema = KitTree.read(Checkout.here().tree().root().resolve("docs").resolve(name));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
