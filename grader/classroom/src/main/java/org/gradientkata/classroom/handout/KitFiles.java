package org.gradientkata.classroom.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * The files of the kit that learners get. A list of what goes, so that whatever is new stays until
 * someone has thought about it.
 *
 * @param root the folder of the parent pom
 */
record KitFiles(Path root) {
  private static final List<String> PLACES =
      List.of(
          "LICENSE",
          "pom.xml",
          "mvnw",
          "mvnw.cmd",
          "kata",
          "kata.cmd",
          ".editorconfig",
          ".gitattributes",
          ".gitignore",
          ".mvn",
          "datasets/pom.xml",
          "datasets/README.md",
          "datasets/.gitignore",
          "datasets/src/main",
          "exercises/pom.xml",
          "grader/contract/pom.xml",
          "grader/contract/src/main",
          "grader/suite/pom.xml",
          "grader/suite/src",
          "grader/labs/pom.xml",
          "grader/labs/src/main",
          "grader/kata/pom.xml",
          "grader/kata/src/main",
          "docs/lessons",
          "docs/GLOSSARY.md",
          "docs/manifest.json",
          "docs/manifest.schema.json",
          "docs/results.schema.json");

  /** What grading needs besides. */
  private static final List<String> STAFFS_PLACES =
      List.of(
          "solutions/pom.xml",
          "solutions/quiz-answers.yaml",
          "solutions/src",
          "grader/author/pom.xml",
          "grader/author/src/main",
          "grader/classroom/pom.xml",
          "grader/classroom/src/main");

  private static final String TOOLS = "grader/kata/src/main/java/";
  private static final Pattern NEEDS_STAFF =
      Pattern.compile("org\\.gradientkata\\.(author|classroom)\\b");

  /** The bytes of each file, by its path from the root; no answers and nothing that needs them. */
  Map<String, byte[]> read() throws IOException {
    Map<String, byte[]> files = read(PLACES);
    files.replaceAll(KitFiles::withoutStaff);
    leaveOutStaff(files);
    return files;
  }

  /** The bytes of each file that grading needs, with the answers. */
  Map<String, byte[]> full() throws IOException {
    Map<String, byte[]> files = read(PLACES);
    files.putAll(read(STAFFS_PLACES));
    return files;
  }

  private Map<String, byte[]> read(List<String> places) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String place : places) {
      Path start = root.resolve(place);
      if (!Files.exists(start)) {
        throw new ClassroomMistake("handout.incomplete", root, place);
      }
      try (Stream<Path> found = Files.walk(start)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          String path = root.relativize(file).toString().replace('\\', '/');
          files.put(path, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static byte[] withoutStaff(String path, byte[] bytes) {
    boolean mayHaveRegions = path.endsWith("pom.xml") || path.startsWith(TOOLS);
    return mayHaveRegions
        ? StaffRegions.cut(path, new String(bytes, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  /** Commands that need the author's or the instructor's module, and classes that need those. */
  private static void leaveOutStaff(Map<String, byte[]> files) {
    Pattern needed = NEEDS_STAFF;
    while (true) {
      Pattern pattern = needed;
      List<String> out =
          files.keySet().stream()
              .filter(path -> path.startsWith(TOOLS))
              .filter(path -> pattern.matcher(text(files.get(path))).find())
              .toList();
      if (out.isEmpty()) {
        return;
      }
      out.forEach(files::remove);
      needed =
          Pattern.compile(
              "\\b(" + String.join("|", out.stream().map(KitFiles::simpleName).toList()) + ")\\b");
    }
  }

  private static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
