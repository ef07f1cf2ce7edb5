package org.gradientkata.classroom.similarity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.intake.Remark;

/**
 * JPlag, an external program in a jar with a Java of its own. It reads sources and runs none.
 *
 * @param jar of JPlag 6 or newer, with all that it needs
 * @param java starts it: Java 21 or newer
 */
public record Jplag(Path jar, Path java) {
  /** What JPlag is compiled for. */
  public static final int JAVA = 21;

  private static final String ENDING = ".jplag";
  private static final int LAST_LINES = 8;

  /**
   * Compares submissions.
   *
   * @param sources exercise files by class name, of each submission by its name
   * @param stubs what all of them began with, by class name: not compared
   * @param scratch an empty folder
   * @param report where the report goes
   * @return the report's file
   * @throws ClassroomMistake if there are fewer than two submissions, or JPlag fails
   * @throws IOException if files can't be laid out
   */
  public Path compare(
      Map<String, Map<String, String>> sources,
      Map<String, String> stubs,
      Path scratch,
      Path report)
      throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new ClassroomMistake("similarity.no-jar", jar);
    }
    if (sources.size() < 2) {
      throw new ClassroomMistake("similarity.few", sources.size());
    }
    Path submissions = scratch.resolve("submissions");
    for (Map.Entry<String, Map<String, String>> each : sources.entrySet()) {
      lay(each.getValue(), submissions.resolve(each.getKey()));
    }
    Path base = scratch.resolve("stubs");
    lay(stubs, base);
    Path result = scratch.resolve("result" + ENDING);
    run(
        List.of(
            java.toString(),
            // It would ask its makers for a newer version: the address of a proxy where none is.
            "-Dhttps.proxyHost=localhost",
            "-Dhttps.proxyPort=9",
            "-jar",
            jar.toAbsolutePath().toString(),
            submissions.toString(),
            "--mode",
            "RUN",
            "-l",
            "java",
            "-bc",
            base.toString(),
            "-r",
            result.toString()),
        scratch);
    if (!Files.isRegularFile(result)) {
      throw new ClassroomMistake("similarity.no-report", jar, last(scratch));
    }
    String name = report.getFileName().toString();
    Path file = name.endsWith(ENDING) ? report : report.resolveSibling(name + ENDING);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.copy(result, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  private static void lay(Map<String, String> sources, Path folder) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
  }

  private void run(List<String> command, Path scratch) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(scratch.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log(scratch).toFile())
              .start();
    } catch (IOException e) {
      throw new ClassroomMistake("similarity.no-java", java);
    }
    try {
      if (process.waitFor() != 0) {
        throw new ClassroomMistake("similarity.failed", jar, JAVA, last(scratch));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path log(Path scratch) {
    return scratch.resolve("jplag.log");
  }

  /** JPlag's own last words, which may name files of a submission. */
  private static String last(Path scratch) throws IOException {
    String log = new String(Files.readAllBytes(log(scratch)), StandardCharsets.UTF_8);
    List<String> lines = log.lines().filter(l -> !l.isBlank()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return Remark.harmlessLines(String.join("\n", last));
  }
}
