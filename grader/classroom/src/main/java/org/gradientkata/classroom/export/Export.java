package org.gradientkata.classroom.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.batch.ClassroomJson;
import org.gradientkata.classroom.policy.Grade;
import org.gradientkata.suite.WholeFile;

/**
 * Writes grades for those who read them.
 *
 * @param format who reads them
 * @param column what the grades are called there
 */
public record Export(Format format, String column) {
  /** What the grades are called if nobody says otherwise. */
  public static final String COLUMN = "Gradient Kata";

  /**
   * Writes the file, or the files of all submissions.
   *
   * @param batch the grades
   * @param out the file, or the folder if the format has a file for each submission
   * @return what an instructor has to know before handing it on
   * @throws ClassroomMistake if there is a folder where a file shall be, or the other way round
   * @throws IOException if it can't be written
   */
  public List<String> write(GradedBatch batch, Path out) throws IOException {
    if (format.isFolder() ? Files.isRegularFile(out) : Files.isDirectory(out)) {
      throw new ClassroomMistake(format.isFolder() ? "export.is-file" : "export.is-folder", out);
    }
    if (format.isFolder()) {
      for (Grade grade : batch.submissions()) {
        write(batch, grade, out);
      }
      return batch.remarks();
    }
    PlatformCsv platform = new PlatformCsv(batch.grades(), column);
    switch (format) {
      case MOODLE -> WholeFile.write(out, platform.moodle());
      case CANVAS -> WholeFile.write(out, platform.canvas());
      case JSON -> ClassroomJson.write(out, PlainTable.json(batch));
      default -> WholeFile.write(out, PlainTable.csv(batch));
    }
    List<String> remarks = new ArrayList<>(batch.remarks());
    if (format == Format.MOODLE || format == Format.CANVAS) {
      remarks.addAll(platform.remarks());
    }
    return remarks;
  }

  private void write(GradedBatch batch, Grade grade, Path folder) throws IOException {
    String name = grade.row().submission();
    switch (format) {
      case GRADESCOPE ->
          ClassroomJson.write(
              folder.resolve(name).resolve("results.json"),
              GradescopeJson.of(grade, batch.settings()));
      case GITHUB -> {
        String json = ClassroomJson.text(GithubJson.of(grade));
        WholeFile.write(folder.resolve(name + ".json"), json);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(
            folder.resolve(name + ".base64"), Base64.getEncoder().encodeToString(bytes));
      }
      default -> WholeFile.write(folder.resolve(name + ".xml"), JunitXml.of(grade.result().get()));
    }
  }
}
