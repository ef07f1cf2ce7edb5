package org.gradientkata.classroom.gradebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomTexts;

/**
 * The reports of one learner, wherever they lie in a folder.
 *
 * @param reports the newest report of each test class
 * @param broken why a file could not be read, by the file's name
 * @param remarks what an instructor has to know
 */
record ReportFolder(
    Map<String, SurefireReport> reports, Map<String, String> broken, List<String> remarks) {
  /** A run of all tests takes minutes at most; what is older than this is of another run. */
  private static final Duration ONE_RUN = Duration.ofHours(1);

  private static final int DEEPEST = 20;
  private static final int MOST = 2_000;

  /** Reads a folder; links are not followed. */
  static ReportFolder read(Path folder) throws IOException {
    Map<String, SurefireReport> reports = new TreeMap<>();
    Map<String, String> broken = new TreeMap<>();
    List<String> remarks = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      all.filter(ReportFolder::isReport).limit(MOST).forEach(files::add);
    } catch (UncheckedIOException e) {
      remarks.add(text("broken", folder.getFileName(), reason(e.getCause())));
    }
    files.sort(Comparator.naturalOrder());
    for (Path file : files) {
      String shown = folder.relativize(file).toString();
      try {
        SurefireReport report = SurefireReport.read(file);
        SurefireReport other = reports.putIfAbsent(report.testClass(), report);
        if (other != null) {
          SurefireReport newer = other.written().isBefore(report.written()) ? report : other;
          reports.put(report.testClass(), newer);
          remarks.add(
              text(
                  "duplicate",
                  shown,
                  folder.relativize(other.file()),
                  folder.relativize(newer.file())));
        }
      } catch (SurefireReport.Broken e) {
        broken.put(file.getFileName().toString(), e.getMessage());
        remarks.add(text("broken", shown, e.getMessage()));
      } catch (IOException e) {
        broken.put(file.getFileName().toString(), reason(e));
        remarks.add(text("broken", shown, reason(e)));
      }
    }
    remarks.addAll(old(folder, reports));
    return new ReportFolder(reports, broken, remarks);
  }

  private static List<String> old(Path folder, Map<String, SurefireReport> reports) {
    Instant newest =
        reports.values().stream()
            .map(SurefireReport::written)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return reports.values().stream()
        .filter(r -> r.written().plus(ONE_RUN).isBefore(newest))
        .map(r -> text("old", folder.relativize(r.file()), r.written(), newest))
        .toList();
  }

  /** Such as {@code AccessDeniedException}: the path stands before it. */
  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }

  /** Whether there is nothing here that could be a report. */
  boolean isEmpty() {
    return reports.isEmpty() && broken.isEmpty();
  }

  private static boolean isReport(Path file) {
    return file.getFileName().toString().matches("TEST-.*\\.xml")
        && Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
  }

  private static String text(String key, Object... arguments) {
    return ClassroomTexts.get("reports." + key, arguments);
  }
}
