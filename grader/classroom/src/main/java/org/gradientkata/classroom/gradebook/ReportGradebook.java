package org.gradientkata.classroom.gradebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.ResultFolder;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.Texts;
import org.gradientkata.suite.quiz.Quiz;

/**
 * Collects the Surefire reports that learners' builds have written: a result for each learner and a
 * gradebook, as a batch has them. Whoever ran the build may have written anything into them, so all
 * of it is marked as advice.
 *
 * @param reports a folder for each learner
 * @param out the folder for results and gradebook
 * @param roster who takes the course
 */
public record ReportGradebook(Path reports, Path out, Roster roster) {
  private static final String SOURCE = "surefire reports";

  /**
   * Reads all reports and writes the gradebook.
   *
   * @return the results, by the learner's folder
   * @throws IOException if something can't be read or written
   */
  public List<SubmissionResult> write() throws IOException {
    List<SubmissionPlace> places = SubmissionPlace.in(reports);
    ResultFolder folder = new ResultFolder(out);
    folder.open();
    BatchSettings settings =
        new BatchSettings(
            BatchSettings.VERSION,
            SOURCE,
            0,
            Texts.locale().getLanguage(),
            "none",
            true,
            "",
            "0/1");
    folder.write(settings);
    List<Manifest.Entry> manifest = Manifest.read(ReportGradebook.class.getClassLoader());
    List<SubmissionResult> results = new ArrayList<>();
    for (SubmissionPlace place : places) {
      SubmissionResult result = result(place, manifest, settings);
      folder.write(result);
      results.add(result);
    }
    Gradebook.of(folder, places, roster).write(folder);
    return results;
  }

  private static SubmissionResult result(
      SubmissionPlace place, List<Manifest.Entry> manifest, BatchSettings settings)
      throws IOException {
    List<ExerciseResult> exercises = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    SubmissionResult.Status status = SubmissionResult.Status.GRADED;
    if (place.kind() == SubmissionPlace.Kind.FOLDER) {
      ReportFolder read = ReportFolder.read(place.path());
      remarks.addAll(read.remarks());
      for (Manifest.Entry entry : manifest) {
        exercises.add(exercise(entry, read, remarks));
      }
    } else {
      status = SubmissionResult.Status.REFUSED;
      remarks.add(ClassroomTexts.get("reports.no-folder", place.path().getFileName()));
    }
    return new SubmissionResult(
        BatchSettings.VERSION,
        place.name(),
        place.path().getFileName().toString(),
        settings.key(exercises + "\n" + remarks),
        settings.kit(),
        settings.seed(),
        settings.language(),
        settings.isolation(),
        settings.advisory(),
        status,
        exercises.stream().mapToInt(ExerciseResult::points).sum(),
        exercises.stream().mapToInt(ExerciseResult::maximum).sum(),
        remarks,
        exercises);
  }

  private static ExerciseResult exercise(
      Manifest.Entry entry, ReportFolder read, List<String> remarks) {
    ReportScore score = new ReportScore(entry, questions(entry));
    SurefireReport report = read.reports().get(entry.testClass());
    if (report != null) {
      return score.of(report, remarks);
    }
    String file = "TEST-" + entry.testClass() + ".xml";
    boolean broken = read.broken().containsKey(file);
    if (!broken) {
      remarks.add(ClassroomTexts.get("reports.missing", entry.exercise(), file));
    }
    return score.none(broken, broken ? read.broken().get(file) : file);
  }

  private static int questions(Manifest.Entry entry) {
    return entry.exercise().equals(Catalogue.QUIZ) ? Quiz.ofKit().questions().size() : 1;
  }
}
