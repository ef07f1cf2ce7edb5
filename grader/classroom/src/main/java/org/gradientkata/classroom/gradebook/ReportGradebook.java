package org.gradientkata.classroom.gradebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradientkata.classroom.ClassroomTexts;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.Changes;
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
            BatchSettings.REPORTS,
            0,
            Texts.locale().getLanguage(),
            "none",
            true,
            "",
            "",
            "0/1");
    folder.write(settings);
    List<Manifest.Entry> manifest = Manifest.read(ReportGradebook.class.getClassLoader());
    Map<SubmissionPlace, ReportFolder> read = new LinkedHashMap<>();
    Map<String, Set<String>> owners = new HashMap<>();
    for (SubmissionPlace place : places) {
      if (place.kind() == SubmissionPlace.Kind.FOLDER) {
        ReportFolder reportFolder = ReportFolder.read(place.path());
        read.put(place, reportFolder);
        reportFolder
            .reports()
            .values()
            .forEach(
                r -> owners.computeIfAbsent(r.digest(), d -> new TreeSet<>()).add(place.name()));
      }
    }
    List<SubmissionResult> results = new ArrayList<>();
    for (SubmissionPlace place : places) {
      SubmissionResult result =
          result(place, Optional.ofNullable(read.get(place)), owners, manifest, settings);
      folder.write(result);
      results.add(result);
    }
    Gradebook.of(folder, places, roster).write(folder);
    Changes.in(folder).write(folder);
    return results;
  }

  private static SubmissionResult result(
      SubmissionPlace place,
      Optional<ReportFolder> read,
      Map<String, Set<String>> owners,
      List<Manifest.Entry> manifest,
      BatchSettings settings) {
    List<ExerciseResult> exercises = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Path name = place.path().getFileName();
    SubmissionResult.Status status = SubmissionResult.Status.GRADED;
    if (read.isEmpty() || read.get().isEmpty()) {
      status = SubmissionResult.Status.REFUSED;
      read.ifPresent(r -> remarks.addAll(r.remarks()));
      remarks.add(ClassroomTexts.get(read.isEmpty() ? "reports.no-folder" : "reports.none", name));
    } else {
      remarks.addAll(read.get().remarks());
      List<String> ofTests = new ArrayList<>();
      for (Manifest.Entry entry : manifest) {
        exercises.add(exercise(entry, read.get(), ofTests));
      }
      remarks.addAll(missing(exercises));
      remarks.addAll(strange(read.get(), manifest));
      remarks.addAll(copies(place, read.get(), owners));
      remarks.addAll(ofTests);
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
    return score.none(broken, broken ? read.broken().get(file) : file);
  }

  private static List<String> missing(List<ExerciseResult> exercises) {
    List<String> missing =
        exercises.stream()
            .filter(e -> e.outcome().equals(ReportScore.NO_REPORT))
            .map(ExerciseResult::exercise)
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(
            ClassroomTexts.get("reports.missing", missing.size(), String.join(", ", missing)));
  }

  /** Tests of the learner's own, or what another version of the kit has left there. */
  private static List<String> strange(ReportFolder read, List<Manifest.Entry> manifest) {
    Set<String> known = manifest.stream().map(e -> e.testClass()).collect(Collectors.toSet());
    return read.reports().keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> ClassroomTexts.get("reports.strange", name))
        .toList();
  }

  /** A report holds times to the millisecond: two learners never have the same by chance. */
  private static List<String> copies(
      SubmissionPlace place, ReportFolder read, Map<String, Set<String>> owners) {
    List<String> remarks = new ArrayList<>();
    for (SurefireReport report : read.reports().values()) {
      Set<String> others = new TreeSet<>(owners.get(report.digest()));
      others.remove(place.name());
      if (!others.isEmpty()) {
        remarks.add(
            ClassroomTexts.get(
                "reports.copy", report.file().getFileName(), String.join(", ", others)));
      }
    }
    return remarks;
  }

  private static int questions(Manifest.Entry entry) {
    return entry.exercise().equals(Catalogue.QUIZ) ? Quiz.ofKit().questions().size() : 1;
  }
}
