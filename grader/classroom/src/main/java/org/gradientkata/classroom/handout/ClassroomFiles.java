package org.gradientkata.classroom.handout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.Texts;

/** What a handout has that the kit has not: read-me, workflow, package for Gradescope. */
final class ClassroomFiles {
  /** 1 January 2000, in every zone a time that a zip can hold: the same input, the same bytes. */
  private static final long TIME = 946_728_000_000L;

  private ClassroomFiles() {}

  /** The files that learners get beside those of the kit. */
  static Map<String, byte[]> forLearners() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("README.md", utf8(readMe("README.md", Locale.ENGLISH)));
    files.put("README.ja.md", utf8(readMe("README.ja.md", Locale.JAPANESE)));
    files.put(".github/workflows/classroom.yml", resource("classroom.yml"));
    files.put(".github/classroom.jq", resource("github.jq"));
    return files;
  }

  /** What an instructor uploads to Gradescope: it grades with the full kit. */
  static byte[] gradescope(Map<String, byte[]> kit) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("setup.sh", resource("setup.sh"));
    String script = new String(resource("run_autograder"), StandardCharsets.UTF_8);
    String language = Texts.locale().getLanguage();
    files.put("run_autograder", utf8(script.replace("{language}", language)));
    kit.forEach((path, bytes) -> files.put("kit/" + path, bytes));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
        entry.setTime(TIME);
        entry.setUnixMode(isProgram(file.getKey()) ? 0100755 : 0100644);
        zip.putArchiveEntry(entry);
        zip.write(file.getValue());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** For the instructor: what the folders are for. */
  static byte[] instructorsReadMe(Locale locale) {
    return resource(locale.equals(Locale.JAPANESE) ? "INSTRUCTOR.ja.md" : "INSTRUCTOR.md");
  }

  /** Whether a file of that name is started as a program. */
  static boolean isProgram(String path) {
    return path.matches("(.*/)?(mvnw|kata|setup\\.sh|run_autograder)");
  }

  private static String readMe(String name, Locale locale) {
    StringBuilder rows = new StringBuilder();
    for (Manifest.Entry entry : Manifest.read(ClassroomFiles.class.getClassLoader())) {
      String number = entry.exercise().substring(0, 2);
      String file = entry.exercise().replace(' ', '-');
      String ending = locale.equals(Locale.JAPANESE) ? ".ja.md" : ".md";
      String title = Texts.of(entry.exercise(), locale).get("title");
      boolean lesson = !entry.exercise().equals(org.gradientkata.suite.Catalogue.QUIZ);
      int points = entry.points().values().stream().mapToInt(Integer::intValue).sum();
      rows.append("| ").append(number).append(" | ");
      rows.append(lesson ? "[" + title + "](docs/lessons/" + file + ending + ")" : title);
      rows.append(" | ").append(points).append(" |\n");
    }
    return new String(resource(name), StandardCharsets.UTF_8)
        .replace("{exercises}\n", rows.toString());
  }

  private static byte[] resource(String name) {
    try (InputStream in = ClassroomFiles.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
