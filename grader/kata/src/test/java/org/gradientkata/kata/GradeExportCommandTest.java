package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("grades from reports to a platform")
class GradeExportCommandTest {
  private static final String REPORT =
      """
      <testsuite name="org.gradientkata.activation.SigmoidTest">
      <testcase name="σ(0) is one half">%s</testcase>
      </testsuite>
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("are collected, compared with those before, and handed on with a warning")
  void fromReportsToCanvas() throws IOException {
    Path reports = folder.resolve("reports");
    Path graded = folder.resolve("graded");
    Path out = folder.resolve("canvas.csv");
    Files.createDirectories(reports.resolve("zoe"));
    report(reports, "");
    CommandRun first = CommandRun.of("gradebook", "" + reports, "--out", "" + graded);
    report(reports, "<failure message=\"seen 1\"/>");

    CommandRun second = CommandRun.of("gradebook", "" + reports, "--out", "" + graded);
    CommandRun export =
        CommandRun.of("grade", "export", "" + graded, "--format", "canvas", "--out", "" + out);

    assertThat(first.out())
        .contains("zoe holds no report", "No report of 23 exercises", "Anybody can write such")
        .doesNotContain("Changed since");
    assertThat(second.out())
        .contains("Changed since the grading before:", "01 sigmoid: in progress", "→ wrong");
    assertThat(export.code()).as(export.err()).isEqualTo(Kata.OK);
    assertThat(export.out()).contains("ADVISORY", "1 (zoe)", "without a roster");
    assertThat(out).content().contains("Points Possible").contains("ann,,ann,");
  }

  @Test
  @DisplayName("of a folder without grades are refused, and nothing is written")
  void withoutGrades() {
    Path out = folder.resolve("x.csv");

    CommandRun run =
        CommandRun.in("ja", "grade", "export", "" + folder, "--format", "csv", "--out", "" + out);

    assertThat(run.code()).isEqualTo(Kata.WRONG);
    assertThat(run.err()).contains("gradebook.json");
    assertThat(out).doesNotExist();
  }

  private static void report(Path reports, String ending) throws IOException {
    Path file = reports.resolve("ann/TEST-org.gradientkata.activation.SigmoidTest.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, REPORT.formatted(ending));
  }
}
