package org.gradientkata.classroom.similarity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** What a report's name ends with: from JPlag 6.1 on, and before. */
  private static final List<String> ENDINGS = List.of(".jplag", ".zip");

  /** JPlag's words on submissions that it left out, and their names. */
  private static final Pattern SKIPPED =
      Pattern.compile("(\\d+) submissions? (?:was|were) skipped.*?: \\[(.*)]");

  private static final String LOG = "jplag.log";
  private static final String TOO_NEW = "UnsupportedClassVersionError";
  private static final int LAST_LINES = 8;

  /**
   * What came of a comparison.
   *
   * @param file the report
   * @param compared how many submissions are in it
   * @param unreadable files that were left out because they can't be parsed, by submission
   * @param skipped names of submissions that JPlag left out, mostly for having too little code
   */
  public record Report(Path file, int compared, List<String> unreadable, String skipped) {}

  /**
   * Compares submissions. What can't be parsed is left out, file by file.
   *
   * @param sources exercise files by class name, of each submission by its name
   * @param stubs what all of them began with, by class name: not compared
   * @param scratch an empty folder
   * @param report where the report goes; its name gets the ending that JPlag gave it
   * @return what came of it
   * @throws ClassroomMistake if there are fewer than two submissions, or JPlag fails
   * @throws IOException if files can't be laid out
   */
  public Report compare(
      Map<String, Map<String, String>> sources,
      Map<String, String> stubs,
      Path scratch,
      Path report)
      throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new ClassroomMistake("similarity.no-jar", jar);
    }
    List<String> unreadable = new ArrayList<>();
    int laid = 0;
    for (Map.Entry<String, Map<String, String>> each : sources.entrySet()) {
      Map<String, String> readable = new TreeMap<>(each.getValue());
      readable.values().removeIf(source -> !JavaSyntax.isReadable(source));
      each.getValue().keySet().stream()
          .filter(name -> !readable.containsKey(name))
          .sorted()
          .forEach(name -> unreadable.add(each.getKey() + ": " + fileName(name)));
      lay(readable, scratch.resolve("submissions").resolve(each.getKey()));
      laid += readable.isEmpty() ? 0 : 1;
    }
    if (laid < 2) {
      throw new ClassroomMistake("similarity.few", laid);
    }
    lay(stubs, scratch.resolve("stubs"));
    run(scratch);
    String ending =
        ENDINGS.stream()
            .filter(e -> Files.isRegularFile(scratch.resolve("result" + e)))
            .findFirst()
            .orElseThrow(() -> new ClassroomMistake("similarity.no-report", jar, last(scratch)));
    Path file = report.resolveSibling(withoutEnding(report.getFileName().toString()) + ending);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.copy(scratch.resolve("result" + ending), file, StandardCopyOption.REPLACE_EXISTING);
    Matcher skipped = SKIPPED.matcher(log(scratch));
    return skipped.find()
        ? new Report(file, laid - Integer.parseInt(skipped.group(1)), unreadable, skipped.group(2))
        : new Report(file, laid, unreadable, "");
  }

  private static String fileName(String className) {
    return className.substring(className.lastIndexOf('.') + 1) + ".java";
  }

  private static String withoutEnding(String name) {
    return ENDINGS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name);
  }

  private static void lay(Map<String, String> sources, Path folder) throws IOException {
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
  }

  /** Runs it where the files lie: it takes a comma in a path for the end of the path. */
  private void run(Path scratch) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xss256m"));
    for (String stream : List.of("stdout.encoding", "stderr.encoding", "file.encoding")) {
      command.add("-D" + stream + "=UTF-8");
    }
    // It would ask its makers for a newer version: the address of a proxy where none is.
    command.addAll(List.of("-Dhttps.proxyHost=localhost", "-Dhttps.proxyPort=9"));
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "submissions"));
    command.addAll(List.of("--mode", "RUN", "-l", "java", "-bc", "stubs", "-r", "result"));
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(scratch.toFile())
              .redirectErrorStream(true)
              .redirectOutput(scratch.resolve(LOG).toFile())
              .start();
    } catch (IOException e) {
      throw new ClassroomMistake("similarity.no-java", java);
    }
    try {
      if (process.waitFor() != 0) {
        throw log(scratch).contains(TOO_NEW)
            ? new ClassroomMistake("similarity.old-java", jar, JAVA)
            : new ClassroomMistake("similarity.failed", jar, last(scratch));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String log(Path scratch) {
    try {
      return new String(Files.readAllBytes(scratch.resolve(LOG)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** JPlag's own last words, which may name files of a submission. */
  private static String last(Path scratch) {
    List<String> lines = log(scratch).lines().filter(l -> !l.isBlank()).toList();
    List<String> errors = lines.stream().filter(l -> l.contains("[ERROR]")).toList();
    List<String> telling = errors.isEmpty() ? lines : errors;
    List<String> last = telling.subList(Math.max(0, telling.size() - LAST_LINES), telling.size());
    return Remark.harmlessLines(String.join("\n", last));
  }
}
