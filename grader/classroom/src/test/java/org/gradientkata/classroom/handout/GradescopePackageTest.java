package org.gradientkata.classroom.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** Gradescope's documentation, "Output format". */
  @Test
  @DisplayName("takes the named files alone and writes what Gradescope reads")
  void gradesASubmission() throws IOException, InterruptedException {
    assumeTrue(has("jq") && has("bash"), "skipped: jq and bash are not both installed");
    Path kit = base.resolve("source/kit");
    write("source/kit/exercises/src/main/java/a/Sigmoid.java", "stub");
    write("source/kit/exercises/src/main/java/a/Tanh.java", "stub");
    write("source/kit/exercises/quiz-answers.yaml", "");
    write("submission/deep/down/Sigmoid.java", "mine");
    write("submission/deep/pom.xml", "evil");
    write("results.json", RESULTS);
    // Stands in for Maven, which this test would wait for.
    write(
        "source/kit/mvnw",
        "#!/bin/sh\nmkdir -p grader/suite/target/kata\n"
            + "cp \"$AUTOGRADER/results.json\" grader/suite/target/kata/results.json\nexit 1\n");
    kit.resolve("mvnw").toFile().setExecutable(true);
    resource("run_autograder", base.resolve("run_autograder"));
    resource("gradescope.jq", base.resolve("source/gradescope.jq"));

    assertThat(run()).isZero();

    JsonNode json = new ObjectMapper().readTree(base.resolve("results/results.json").toFile());
    assertThat(json.get("tests")).hasSize(2);
    assertThat(json.at("/tests/1/name").asText()).isEqualTo("01 sigmoid: gradient");
    assertThat(json.at("/tests/1/score").asInt()).isZero();
    assertThat(json.at("/tests/1/max_score").asInt()).isEqualTo(3);
    assertThat(json.at("/tests/1/status").asText()).isEqualTo("failed");
    assertThat(json.at("/tests/0/status").asText()).isEqualTo("passed");
    assertThat(kit.resolve("exercises/src/main/java/a/Sigmoid.java")).hasContent("mine");
    assertThat(kit.resolve("exercises/src/main/java/a/Tanh.java")).hasContent("stub");
    try (Stream<Path> files = Files.walk(kit)) {
      assertThat(files.map(f -> f.getFileName().toString())).doesNotContain("pom.xml");
    }
  }

  @Test
  @DisplayName("gives 0 points and the build's last words when there are no results")
  void tellsWhyThereIsNothing() throws IOException, InterruptedException {
    assumeTrue(has("jq") && has("bash"), "skipped: jq and bash are not both installed");
    write("source/kit/exercises/src/main/java/a/Sigmoid.java", "stub");
    write("submission/readme.txt", "");
    write("source/kit/mvnw", "#!/bin/sh\necho 'no room on \"disk\"'\nexit 1\n");
    base.resolve("source/kit/mvnw").toFile().setExecutable(true);
    resource("run_autograder", base.resolve("run_autograder"));
    resource("gradescope.jq", base.resolve("source/gradescope.jq"));

    assertThat(run()).isZero();

    JsonNode json = new ObjectMapper().readTree(base.resolve("results/results.json").toFile());
    assertThat(json.get("score").asInt()).isZero();
    assertThat(json.get("output").asText()).contains("no room on \"disk\"");
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

  private int run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", base.resolve("run_autograder").toString());
    builder.environment().put("AUTOGRADER", base.toString());
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
