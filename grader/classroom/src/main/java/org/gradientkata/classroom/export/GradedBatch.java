package org.gradientkata.classroom.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.ResultFolder;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.classroom.policy.Grading;
import org.gradientkata.classroom.policy.PolicyFile;

/**
 * The grades of a folder that was graded.
 *
 * @param settings what the points depend on besides the submissions
 * @param grades one for each row of the gradebook
 * @param remarks what an instructor has to know of them
 */
public record GradedBatch(BatchSettings settings, List<Grade> grades, List<String> remarks) {

  /**
   * Reads a folder that {@code kata grade} or {@code kata gradebook} wrote.
   *
   * @param folder the folder
   * @param policy the file with the rules of the course, if there is one
   * @return its grades, in the order of the gradebook
   * @throws ClassroomMistake if it is no such folder, or one of its files is broken or missing
   * @throws IOException if the policy can't be read
   */
  public static GradedBatch read(Path folder, Optional<Path> policy) throws IOException {
    ResultFolder batch = new ResultFolder(folder);
    if (!Files.isRegularFile(batch.file("gradebook.json"))) {
      throw new ClassroomMistake("export.no-batch", folder);
    }
    Gradebook book = book(batch);
    Map<Gradebook.Row, Optional<SubmissionResult>> results = new LinkedHashMap<>();
    book.rows().forEach(row -> results.put(row, result(batch, row)));
    Set<String> ids = book.rows().stream().map(Gradebook.Row::id).collect(Collectors.toSet());
    Grading grading = policy.isEmpty() ? Grading.raw() : PolicyFile.read(policy.get(), ids);
    List<ExerciseResult> exercises =
        results.values().stream()
            .flatMap(Optional::stream)
            .map(SubmissionResult::exercises)
            .filter(e -> !e.isEmpty())
            .findFirst()
            .orElse(List.of());
    List<Grade> grades = new ArrayList<>();
    results.forEach((row, result) -> grades.add(grading.grade(row, result, exercises)));
    return new GradedBatch(book.settings(), grades, remarks(grading, grades));
  }

  private static Gradebook book(ResultFolder batch) {
    try {
      return Gradebook.read(batch);
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

  /** Whoever has no time is on time, which may be a slip of the pen in the table of times. */
  private static List<String> remarks(Grading grading, List<Grade> grades) {
    List<String> timeless =
        grades.stream()
            .filter(g -> g.result().isPresent() && g.isThere() && g.lateness().isEmpty())
            .map(g -> g.row().id())
            .toList();
    return grading.policy().deadline().isEmpty() || timeless.isEmpty()
        ? List.of()
        : List.of(
            ClassroomTexts.get("policy.no-time", timeless.size(), String.join(", ", timeless)));
  }

  /**
   * The grades, each submission once: of a group the first.
   *
   * @return those that have a submission
   */
  public List<Grade> submissions() {
    Set<String> seen = new HashSet<>();
    return grades.stream()
        .filter(g -> g.result().isPresent() && seen.add(g.row().submission()))
        .toList();
  }
}
