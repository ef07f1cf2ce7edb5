package org.gradientkata.classroom.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.ResultFolder;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.policy.Grade;

/**
 * The grades of a folder that was graded.
 *
 * @param settings what the points depend on besides the submissions
 * @param grades one for each row of the gradebook
 */
public record GradedBatch(BatchSettings settings, List<Grade> grades) {

  /**
   * Reads a folder that {@code kata grade} or {@code kata gradebook} wrote.
   *
   * @param folder the folder
   * @return its grades, in the order of the gradebook
   * @throws ClassroomMistake if it is no such folder, or one of its files is broken or missing
   */
  public static GradedBatch read(Path folder) {
    ResultFolder batch = new ResultFolder(folder);
    if (!Files.isRegularFile(batch.file("gradebook.json"))) {
      throw new ClassroomMistake("export.no-batch", folder);
    }
    try {
      Gradebook book = Gradebook.read(batch);
      List<Grade> grades =
          book.rows().stream().map(row -> Grade.raw(row, result(batch, row))).toList();
      return new GradedBatch(book.settings(), grades);
    } catch (IOException e) {
      throw new ClassroomMistake("export.broken", e.getMessage());
    }
  }

  private static Optional<SubmissionResult> result(ResultFolder batch, Gradebook.Row row) {
    if (row.submission().isEmpty()) {
      return Optional.empty();
    }
    Optional<SubmissionResult> result = batch.result(row.submission());
    if (result.isEmpty()) {
      throw new ClassroomMistake(
          "export.broken", batch.results().resolve(row.submission() + ".json"));
    }
    return result;
  }

  /**
   * The grades, each submission once: of a group the first.
   *
   * @return those that have a submission
   */
  public List<Grade> submissions() {
    java.util.Set<String> seen = new java.util.HashSet<>();
    return grades.stream()
        .filter(g -> g.result().isPresent() && seen.add(g.row().submission()))
        .toList();
  }
}
