package org.gradientkata.classroom.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.suite.quiz.AnswerSheet;
import org.gradientkata.suite.quiz.BlankSheet;
import org.gradientkata.suite.quiz.Quiz;

/**
 * A clean copy of the kit for learners: no solutions, no author's or instructor's module, the quiz
 * sealed; in a folder of its own a package for Gradescope, which grades with the full kit.
 *
 * @param root the kit's folder
 * @param stubs the stubs as cut, by their path from the root
 * @param answers the sources of the answers, none of which may be in the handout
 */
public record Handout(Path root, Map<String, String> stubs, List<String> answers) {
  private static final String QUESTIONS =
      "grader/suite/src/main/resources/org/gradientkata/suite/quiz/questions.yaml";

  /**
   * Writes the handout, as a whole or not at all.
   *
   * @param out its folder, which must not exist or be empty
   * @throws IOException if it can't be written
   * @throws ClassroomMistake if the folder has something in it, the kit is incomplete, or an answer
   *     would be given away
   */
  public void write(Path out) throws IOException {
    requireEmpty(out);
    Map<String, byte[]> files = new TreeMap<>();
    learners().forEach((path, bytes) -> files.put("learners/" + path, bytes));
    files.put("README.md", ClassroomFiles.instructorsReadMe(Locale.ENGLISH));
    files.put("README.ja.md", ClassroomFiles.instructorsReadMe(Locale.JAPANESE));
    List<String> leaks = new LeakSearch(answers).in(files);
    if (!leaks.isEmpty()) {
      throw new ClassroomMistake("handout.leak", String.join("\n", leaks));
    }
    files.put("instructor/gradescope.zip", ClassroomFiles.gradescope(full()));
    Path parent = out.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path unfinished = Files.createTempDirectory(parent, out.getFileName() + ".");
    try {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (UnsupportedOperationException e) {
      // Windows has none, and needs none.
    }
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(unfinished.resolve(file.getKey()), file.getValue());
      }
      Files.deleteIfExists(out);
      Files.move(unfinished, out);
    } finally {
      delete(unfinished);
    }
  }

  /** The learners' files by their path. */
  Map<String, byte[]> learners() throws IOException {
    Map<String, byte[]> files = new KitFiles(root).read();
    stubs.forEach((path, text) -> files.put(path, utf8(text)));
    Quiz quiz = Quiz.ofKit();
    files.put(AnswerSheet.PLACE, utf8(BlankSheet.of(quiz)));
    files.put(QUESTIONS, utf8(SealedQuestions.of(quiz)));
    files.putAll(ClassroomFiles.forLearners());
    return files;
  }

  /** The files that grade: with the solutions, without what an instructor tried in the stubs. */
  private Map<String, byte[]> full() throws IOException {
    Map<String, byte[]> files = new KitFiles(root).full();
    stubs.forEach((path, text) -> files.put(path, utf8(text)));
    files.put(AnswerSheet.PLACE, utf8(BlankSheet.of(Quiz.ofKit())));
    return files;
  }

  private static void requireEmpty(Path out) throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new ClassroomMistake("handout.no-folder", out);
    }
    try (Stream<Path> content = Files.list(out)) {
      if (content.findAny().isPresent()) {
        throw new ClassroomMistake("handout.not-empty", out);
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    if (ClassroomFiles.isProgram(file.getFileName().toString())
        && !file.toFile().setExecutable(true, false)) {
      throw new ClassroomMistake("handout.no-program", file);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
