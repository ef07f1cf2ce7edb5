package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.suite.WholeFile;

/**
 * The folder of a batch.
 *
 * <ul>
 *   <li>{@code batch.json}: what the results depend on besides the submissions
 *   <li>{@code results/NAME.json}: a file for each submission, written whole or not at all
 *   <li>{@code previous/NAME.json}: the result before the last one that replaced it
 *   <li>{@code times.csv}: when each submission was graded and how long it took
 * </ul>
 *
 * <p>A batch that was killed goes on with what the results folder lacks.
 */
public final class ResultFolder {
  private static final String JSON = ".json";
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;

  /**
   * A folder, which need not be there.
   *
   * @param folder the folder
   */
  public ResultFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Where a file of the batch lies.
   *
   * @param name such as {@code gradebook.csv}
   * @return its path
   */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Makes the folders, and takes away what a killed run left half-written.
   *
   * @throws ClassroomMistake if the folder holds something else than a batch
   * @throws IOException if it can't be written to
   */
  public void open() throws IOException {
    if (Files.isDirectory(folder) && !Files.exists(file("batch.json"))) {
      try (Stream<Path> all = Files.list(folder)) {
        if (all.findAny().isPresent()) {
          throw new ClassroomMistake("grade.foreign-folder", folder);
        }
      }
    }
    for (Path each : List.of(folder, results(), previous())) {
      Files.createDirectories(each);
      try (Stream<Path> all = Files.list(each)) {
        for (Path file : all.toList()) {
          if (file.getFileName().toString().startsWith(UNFINISHED)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /**
   * The settings of the last run here.
   *
   * @return empty if there was none
   * @throws IOException if they can't be read
   */
  public Optional<BatchSettings> settings() throws IOException {
    Path file = file("batch.json");
    return Files.exists(file)
        ? Optional.of(ClassroomJson.read(file, BatchSettings.class))
        : Optional.empty();
  }

  /**
   * Keeps the settings of this run.
   *
   * @param settings what the results will depend on
   * @throws IOException if they can't be written
   */
  public void write(BatchSettings settings) throws IOException {
    ClassroomJson.write(file("batch.json"), settings);
  }

  /**
   * The result of a submission.
   *
   * @param submission its name
   * @return the result; one that can't be read is as good as none
   */
  public Optional<SubmissionResult> result(String submission) {
    return read(results().resolve(submission + JSON));
  }

  /** The result that was there before. */
  Optional<SubmissionResult> previous(String submission) {
    return read(previous().resolve(submission + JSON));
  }

  /**
   * Every result.
   *
   * @return the names of the submissions that have one, in order
   * @throws IOException if the folder can't be read
   */
  public List<String> submissions() throws IOException {
    if (!Files.isDirectory(results())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(results())) {
      return all.map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(JSON) && !f.startsWith(UNFINISHED))
          .map(f -> f.substring(0, f.length() - JSON.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * Writes a result; one of other input, kit or seed is kept as the previous one.
   *
   * @param result what came of a submission
   * @throws IOException if it can't be written
   */
  public void write(SubmissionResult result) throws IOException {
    Path file = results().resolve(result.submission() + JSON);
    Optional<SubmissionResult> before = result(result.submission());
    if (before.isPresent() && !before.get().key().equals(result.key())) {
      WholeFile.write(previous().resolve(file.getFileName()), Files.readString(file));
    }
    ClassroomJson.write(file, result);
  }

  /** Adds a line to the times. A line that a crash cuts short harms no other. */
  synchronized void addTime(String submission, String instant, long millis) throws IOException {
    Path file = file("times.csv");
    List<List<String>> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      lines.add(List.of("submission", "finished", "millis"));
    }
    lines.add(List.of(submission, instant, Long.toString(millis)));
    Files.writeString(
        file,
        SafeCsv.of(lines),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Takes away the result of a submission that is no longer there. */
  void remove(String submission) throws IOException {
    Files.deleteIfExists(results().resolve(submission + JSON));
  }

  /**
   * The folder of the results.
   *
   * @return its path
   */
  public Path results() {
    return folder.resolve("results");
  }

  private Path previous() {
    return folder.resolve("previous");
  }

  private static Optional<SubmissionResult> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(ClassroomJson.read(file, SubmissionResult.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
