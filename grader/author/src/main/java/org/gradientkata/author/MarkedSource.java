package org.gradientkata.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A solved class with its markers.
 *
 * <p>{@code // answer NAME} to {@code // end} surrounds what a learner must find: the stub throws
 * there. {@code // helper NAME} to {@code // end} surrounds members that only the answer needs: the
 * stub lacks them. The file starts with a banner that names the exercise and the file to edit.
 */
final class MarkedSource {
  private static final Pattern BANNER =
      Pattern.compile("// SOLUTION of exercise (\\d\\d [a-z0-9-]+)\\. To solve it yourself, edit");
  private static final Pattern OPENING = Pattern.compile("\\s*// (answer|helper) (\\w+)");
  private static final Pattern LOOKS_LIKE_A_MARKER =
      Pattern.compile("\\s*//\\s*(answer|helper|end)\\b.*");
  private static final String CLOSING = "// end";
  private static final int BANNER_LINES = 2;

  /** The kinds of marked regions. */
  enum Kind {
    /** A method's body: the stub throws. */
    ANSWER,
    /** Members: the stub lacks them. */
    HELPER
  }

  /**
   * A marked region.
   *
   * @param kind what becomes of it in the stub
   * @param name its name, unique in the file
   * @param opening index of the opening marker's line, from 0
   * @param closing index of the closing marker's line
   */
  record Region(Kind kind, String name, int opening, int closing) {}

  private final String exercise;
  private final List<String> lines;
  private final Map<String, Region> regions;

  private MarkedSource(String exercise, List<String> lines, Map<String, Region> regions) {
    this.exercise = exercise;
    this.lines = lines;
    this.regions = regions;
  }

  /**
   * Reads a solved class.
   *
   * @param file named in errors
   * @param editedFile the file that the banner must name
   * @param text the source
   * @return the source and its regions
   * @throws AuthorException if the banner or a marker is wrong
   */
  static MarkedSource parse(Path file, String editedFile, String text) {
    List<String> lines = text.lines().toList();
    String exercise = banner(file, editedFile, lines);
    Map<String, Region> regions = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    int open = -1;
    Matcher opening = null;
    for (int i = BANNER_LINES; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher matcher = OPENING.matcher(line);
      if (matcher.matches()) {
        if (open >= 0) {
          throw error(file, i, "a marker inside the region that line " + (open + 1) + " opened");
        }
        if (!names.add(matcher.group(2))) {
          throw error(file, i, "a second region is called '" + matcher.group(2) + "'");
        }
        open = i;
        opening = matcher;
      } else if (line.strip().equals(CLOSING)) {
        if (open < 0) {
          throw error(file, i, "'" + CLOSING + "' without an opening marker");
        }
        if (lines.subList(open + 1, i).stream().allMatch(String::isBlank)) {
          throw error(file, open, "the region '" + opening.group(2) + "' is empty");
        }
        Kind kind = opening.group(1).equals("answer") ? Kind.ANSWER : Kind.HELPER;
        regions.put(opening.group(2), new Region(kind, opening.group(2), open, i));
        open = -1;
      } else if (LOOKS_LIKE_A_MARKER.matcher(line).matches()) {
        throw error(
            file,
            i,
            "'"
                + line.strip()
                + "' is not a marker: expected '// answer NAME', '// helper NAME' or '// end'");
      }
    }
    if (open >= 0) {
      throw error(file, open, "the region '" + opening.group(2) + "' is never closed");
    }
    if (regions.values().stream().noneMatch(r -> r.kind() == Kind.ANSWER)) {
      throw error(file, 0, "no '// answer NAME' marker");
    }
    return new MarkedSource(exercise, lines, regions);
  }

  /** Number and name of the exercise, such as {@code 01 sigmoid}. */
  String exercise() {
    return exercise;
  }

  /** The regions by name, in the order of the file. */
  Map<String, Region> regions() {
    return regions;
  }

  /**
   * The lines after the banner, with each region replaced by what the given function makes of it.
   */
  List<String> linesWith(Replacement replacement) {
    List<String> result = new ArrayList<>();
    int next = BANNER_LINES;
    for (Region region : regions.values()) {
      result.addAll(lines.subList(next, region.opening()));
      result.addAll(replacement.of(region, lines.subList(region.opening() + 1, region.closing())));
      next = region.closing() + 1;
    }
    result.addAll(lines.subList(next, lines.size()));
    return result;
  }

  /** What stands in a region's place. */
  @FunctionalInterface
  interface Replacement {
    List<String> of(Region region, List<String> body);
  }

  private static String banner(Path file, String editedFile, List<String> lines) {
    Matcher first = BANNER.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!first.matches()) {
      throw error(
          file, 0, "expected '// SOLUTION of exercise NN name. To solve it yourself, edit'");
    }
    String second = "// " + editedFile;
    if (lines.size() < BANNER_LINES || !lines.get(1).equals(second)) {
      throw error(file, 1, "expected '" + second + "'");
    }
    return first.group(1);
  }

  private static AuthorException error(Path file, int index, String problem) {
    return new AuthorException(file + ":" + (index + 1) + ": " + problem);
  }
}
