package org.gradientkata.classroom.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("the autograder for Gradescope")
class GradescopePackageTest {
  private static final String RESULTS =
      """
      {"version": 1, "language": "en", "points": 2, "maximum": 5, "exercises": [
        {"exercise": "01 sigmoid", "state": "wrong", "points": 2, "maximum": 5,
         "stages": [
           {"stage": "shape", "points": 2, "maximum": 2, "reason": ""},
           {"stage": "gradient", "points": 0, "maximum": 3, "reason": "the derivative: 0.5"}],
         "tests": [{"test": "a", "millis": 3}, {"test": "b", "millis": 4}]}]}
      """;

  @TempDir Path base;

  /** Stands in for the kit: it notes what it is asked, and what lies in the submission. */
  private static final String KATA =
      """
      #!/bin/bash
      echo "$*" >> "$AUTOGRADER/calls.txt"
      if [ "$2" = export ]; then
        mkdir -p "$7/submission"
        echo '{"score": 2}' > "$7/submission/results.json"
      else
        (cd "$2" && find . -type f -o -type l | sort) > "$AUTOGRADER/taken.txt"
        exit "${GRADED:-0}"
      fi
      """;

  /** Gradescope's documentation, "File hierarchy": what lies where. */
  @Test
  @DisplayName("has the submission graded and exported, and puts the results where they are read")
  void gradesASubmission() throws IOException, InterruptedException {
    assumeTrue(has("bash"), "skipped: bash is not installed");
    prepare();
    write("submission/deep/down/Sigmoid.java", "mine");
    Files.createSymbolicLink(base.resolve("submission/link"), Path.of("deep"));

    assertThat(run("0")).isZero();

    assertThat(base.resolve("results/results.json")).hasContent("{\"score\": 2}");
    assertThat(base.resolve("results").toFile().list()).containsExactly("results.json");
    assertThat(base.resolve("taken.txt"))
        .hasContent("./submission/deep/down/Sigmoid.java\n./submission/link");
    assertThat(Files.readAllLines(base.resolve("calls.txt")))
        .satisfiesExactly(
            grade -> assertThat(grade).startsWith("grade ").contains("--seed 1", "--lang ja"),
            export -> assertThat(export).startsWith("grade export").contains("--lang ja"));
  }

  @Test
  @DisplayName("writes no results when grading fails, so that nobody gets 0 points for it")
  void writesNothingWhenGradingFails() throws IOException, InterruptedException {
    assumeTrue(has("bash"), "skipped: bash is not installed");
    prepare();
    write("submission/readme.txt", "");

    assertThat(run("1")).isNotZero();

    assertThat(base.resolve("results/results.json")).doesNotExist();
  }

  /** The reporter's own source: result is base64 of this, tests[].score add up. */
  @Test
  @DisplayName("and the workflow of GitHub Classroom report each exercise's own points")
  void reportsToGitHub() throws IOException, InterruptedException {
    assumeTrue(has("jq"), "skipped: jq is not installed");
    write("results.json", RESULTS);
    resource("github.jq", base.resolve("github.jq"));
    Path out = base.resolve("out.json");
    Process process =
        new ProcessBuilder("jq", "-c", "-f", "github.jq", "results.json")
            .directory(base.toFile())
            .redirectOutput(out.toFile())
            .start();

    assertThat(process.waitFor()).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toFile());
    assertThat(json.get("max_score").asInt()).isEqualTo(5);
    assertThat(json.get("status").asText()).isEqualTo("fail");
    assertThat(json.at("/tests/0/score").asInt()).isEqualTo(2);
    assertThat(json.at("/tests/0/execution_time").asText()).isEqualTo("7ms");
  }

  /** GitHub's workflow syntax, and the reporter's: RUNNER_RESULTS for each of its runners. */
  @Test
  @DisplayName("and the workflow grades strictly, hands the points on, and compares no stubs")
  void describesAWorkflow() throws IOException {
    resource("classroom.yml", base.resolve("classroom.yml"));
    String text = Files.readString(base.resolve("classroom.yml"));
    Map<?, ?> workflow = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);

    assertThat(workflow.keySet().stream().map(Object::toString))
        .containsExactlyInAnyOrder("name", "on", "permissions", "jobs");
    assertThat(text).contains("./mvnw -B test -Dkata.strict").doesNotContain("author", "solutions");
    Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("grade");
    List<Map<?, ?>> steps =
        ((List<?>) job.get("steps")).stream().<Map<?, ?>>map(s -> (Map<?, ?>) s).toList();
    assertThat(steps).allMatch(step -> step.containsKey("uses") != step.containsKey("run"));
    assertThat(steps)
        .filteredOn(step -> step.containsKey("uses"))
        .allMatch(step -> ((String) step.get("uses")).matches("[\\w-]+/[\\w-]+@v\\d+"));
    Map<?, ?> report = steps.get(steps.size() - 1);
    String runner = (String) ((Map<?, ?>) report.get("with")).get("runners");
    assertThat(((Map<?, ?>) report.get("env")).get(runner.toUpperCase(Locale.ROOT) + "_RESULTS"))
        .isEqualTo("${{ steps." + runner + ".outputs.result }}");
    assertThat(steps)
        .filteredOn(step -> runner.equals(step.get("id")))
        .singleElement()
        .satisfies(
            step -> assertThat((String) step.get("run")).contains("result=", "$GITHUB_OUTPUT"));
  }

  private void prepare() throws IOException {
    write("source/kit/kata", KATA);
    base.resolve("source/kit/kata").toFile().setExecutable(true);
    resource("run_autograder", base.resolve("original"));
    String script = Files.readString(base.resolve("original")).replace("{language}", "ja");
    // A test that runs as root has no user named kata to become.
    write("run_autograder", script.replace("\"$(id -u)\" -eq 0", "1 -eq 0"));
  }

  private int run(String gradesExitCode) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", base.resolve("run_autograder").toString());
    builder.environment().put("AUTOGRADER", base.toString());
    builder.environment().put("GRADED", gradesExitCode);
    builder.redirectErrorStream(true).redirectOutput(base.resolve("log.txt").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void write(String path, String text) throws IOException {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void resource(String name, Path file) throws IOException {
    try (InputStream in = ClassroomFiles.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
  }

  private static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
