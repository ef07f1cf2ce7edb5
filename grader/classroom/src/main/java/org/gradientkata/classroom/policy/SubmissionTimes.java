package org.gradientkata.classroom.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.intake.CsvTable;

/**
 * When each person handed in, as the platform knows it: the times of the files say when they were
 * unpacked, and those of a learner's own commits are the learner's.
 */
final class SubmissionTimes {
  private SubmissionTimes() {}

  /**
   * Reads a table with the columns {@code id} and {@code submitted}. Of several times of one person
   * the last one counts, which is when what was graded was there.
   */
  static Map<String, Instant> read(Path file, Optional<ZoneId> zone) throws IOException {
    CsvTable table = CsvTable.read(file);
    if (!table.head().contains("id") || !table.head().contains("submitted")) {
      throw new ClassroomMistake("policy.times-head", file);
    }
    Map<String, Instant> times = new HashMap<>();
    for (CsvTable.Line line : table.lines()) {
      String id = line.cell("id");
      String text = line.cell("submitted");
      if (!text.isEmpty()) {
        Instant time =
            instant(text, zone)
                .orElseThrow(
                    () -> new ClassroomMistake("policy.times-time", file, line.number(), text));
        times.merge(id, time, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return times;
  }

  /**
   * A point in time, such as {@code 2026-11-20T23:59:00+09:00}; without an offset in the zone, and
   * with a blank for the T, as spreadsheets write it.
   */
  static Optional<Instant> instant(String text, Optional<ZoneId> zone) {
    String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T").replace(" ", "");
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      return zone.flatMap(z -> local(iso, z));
    }
  }

  private static Optional<Instant> local(String iso, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
