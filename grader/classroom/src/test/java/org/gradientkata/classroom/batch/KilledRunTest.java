package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.suite.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a batch whose process is killed in the middle")
class KilledRunTest {
  private static final int LEARNERS = 8;
  private static final int BEFORE_THE_END = 2;

  @TempDir private Path temp;
  private Submissions submissions;

  /** A run that stops for ever when some are finished, so that it can be killed right there. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) throws IOException {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      run(
          Path.of(args[0]),
          Path.of(args[1]),
          Integer.parseInt(args[2]),
          Shard.of(args[3]),
          (done, all, name) -> {
            if (done >= BEFORE_THE_END) {
              out.println(name);
              sleep();
            }
          });
    }

    private static void sleep() {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @BeforeEach
  void handIn() throws IOException {
    submissions = new Submissions(temp.resolve("submissions"));
    for (int i = 0; i < LEARNERS; i++) {
      submissions.folder("learner" + i, i % 2 == 0 ? "Sigmoid" : "Tanh");
    }
  }

  @Test
  @DisplayName("goes on where it was, and its parts join to the bytes of an unbroken run")
  void shouldResume() throws Exception {
    Path whole = temp.resolve("whole");
    run(submissions.folder(), whole, 1, Shard.WHOLE, (done, all, name) -> {});
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    run(submissions.folder(), second, 2, new Shard(1, 2), (done, all, name) -> {});
    kill(first);
    int before = new ResultFolder(first).submissions().size();

    GradeRun.Summary summary =
        run(submissions.folder(), first, 2, new Shard(0, 2), (done, all, name) -> {});

    assertThat(before).isGreaterThanOrEqualTo(BEFORE_THE_END);
    assertThat(summary.kept()).isEqualTo(before);
    assertThat(summary.graded()).isPositive();
    Path joined = temp.resolve("joined");
    Merge.of(List.of(first, second), joined, Roster.empty());

    assertThat(contents(joined)).hasSize(LEARNERS + 3).isEqualTo(contents(whole));
  }

  private void kill(Path out) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dkata.lang=" + Texts.locale().getLanguage(),
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName(),
                submissions.folder().toString(),
                out.toString(),
                "2",
                "0/2")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("learner");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static GradeRun.Summary run(
      Path from, Path out, int jobs, Shard shard, GradeRun.Progress progress) throws IOException {
    return new GradeRun(from, out, Roster.empty(), OptionalLong.of(7), jobs, shard)
        .run(new FakeJudges(), progress);
  }

  /** All files but the times, and the changes of a run, which a merge doesn't have. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("times.csv") && !file.endsWith("changes.csv")) {
          contents.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }
}
