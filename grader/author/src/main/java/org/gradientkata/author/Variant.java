package org.gradientkata.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another body for some regions of a solved class.
 *
 * <p>They stand in a {@code .variants} file beside the solution: a line {@code == twin METHOD NAME}
 * (wrong as learners are wrong), {@code == convention METHOD NAME} (right elsewhere, but not the
 * kit's definition) or {@code == right NAME} (another way of being right), then {@code -- REGION}
 * and the new body, for one region or several.
 *
 * @param kind what it is
 * @param method for twins and conventions the method whose numbers it changes, else empty
 * @param name its name, unique in the file
 * @param bodies the new body of each replaced region
 */
record Variant(Kind kind, String method, String name, Map<String, List<String>> bodies) {
  private static final Pattern HEADER =
      Pattern.compile("== (?:(twin|convention) (\\w+)|right) ([a-z0-9-]+)");
  private static final Pattern REGION = Pattern.compile("-- (\\w+)");

  /** What a variant is. */
  enum Kind {
    /** Wrong, as learners are wrong. */
    TWIN,
    /** Right by another convention than the kit's. */
    CONVENTION,
    /** Right, in another form. */
    RIGHT
  }

  /**
   * Reads the variants of a class.
   *
   * @param file named in errors
   * @param source the solved class
   * @param text the file's text; what stands before the first header is a comment
   * @return the variants in the order of the file
   * @throws AuthorException if a header, a region's name or a body is wrong
   */
  static List<Variant> parse(Path file, MarkedSource source, String text) {
    List<Variant> variants = new ArrayList<>();
    List<String> body = null;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher header = HEADER.matcher(line);
      Matcher region = REGION.matcher(line);
      if (header.matches()) {
        variants.add(variant(header));
        body = null;
      } else if (line.startsWith("== ")) {
        throw error(
            file,
            i,
            "expected '== twin METHOD NAME', '== convention METHOD NAME' or '== right NAME'");
      } else if (region.matches() && !variants.isEmpty()) {
        if (!source.regions().containsKey(region.group(1))) {
          throw error(file, i, "no region '" + region.group(1) + "': " + source.regions().keySet());
        }
        body = new ArrayList<>();
        variants.get(variants.size() - 1).bodies().put(region.group(1), body);
      } else if (body != null) {
        body.add(line);
      } else if (!line.isBlank() && !variants.isEmpty()) {
        throw error(file, i, "expected '-- REGION' before the first line of a body");
      }
    }
    check(file, variants);
    return variants;
  }

  /**
   * The class with this variant's bodies.
   *
   * @param source the solved class
   * @return compilable text
   */
  String apply(MarkedSource source) {
    return String.join(
        "\n", source.linesWith((region, body) -> bodies.getOrDefault(region.name(), body)));
  }

  private static Variant variant(Matcher header) {
    Kind kind =
        header.group(1) == null
            ? Kind.RIGHT
            : Kind.valueOf(header.group(1).toUpperCase(java.util.Locale.ROOT));
    String method = header.group(2) == null ? "" : header.group(2);
    return new Variant(kind, method, header.group(3), new LinkedHashMap<>());
  }

  private static void check(Path file, List<Variant> variants) {
    List<String> names = new ArrayList<>();
    for (Variant variant : variants) {
      if (variant.bodies().isEmpty()) {
        throw new AuthorException(file + ": '" + variant.name() + "' replaces no region");
      }
      if (names.contains(variant.name())) {
        throw new AuthorException(file + ": a second variant is called '" + variant.name() + "'");
      }
      names.add(variant.name());
    }
  }

  private static AuthorException error(Path file, int index, String problem) {
    return new AuthorException(file + ":" + (index + 1) + ": " + problem);
  }
}
