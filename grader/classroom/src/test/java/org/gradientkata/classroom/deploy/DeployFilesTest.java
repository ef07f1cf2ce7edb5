package org.gradientkata.classroom.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("the files for a container and for Kubernetes")
class DeployFilesTest {
  private static final Path FOLDER = Path.of("deploy").toAbsolutePath();
  private static final List<String> SCRIPTS = List.of("grade-part", "merge-parts");

  @TempDir Path base;

  /** Kubernetes 1.33, Job v1 batch and "Indexed Job for Parallel Processing". */
  @Test
  @DisplayName("a job has an index for each part, and what the sandbox needs")
  void describesAnIndexedJob() throws IOException {
    Map<?, ?> job = yaml("grade-job.yaml");

    assertThat(job.get("apiVersion")).isEqualTo("batch/v1");
    assertThat(job.get("kind")).isEqualTo("Job");
    Map<?, ?> spec = map(job, "spec");
    assertThat(spec.get("completionMode")).isEqualTo("Indexed");
    assertThat(spec.get("completions")).hasToString(variable(job, "KATA_PARTS"));
    assertThat(variable(job, "KATA_SEED")).matches("\\d+");
    assertThat(spec.containsKey("backoffLimitPerIndex")).isTrue();
    Map<?, ?> pod = map(spec, "template", "spec");
    assertThat(pod.get("restartPolicy")).as("demanded by backoffLimitPerIndex").isEqualTo("Never");
    assertThat(pod.get("hostUsers")).as("demanded by procMount").isEqualTo(false);
    assertThat(map(pod, "securityContext", "seccompProfile").get("type")).isEqualTo("Unconfined");
    Map<?, ?> security = map(container(job), "securityContext");
    assertThat(security.get("procMount")).isEqualTo("Unmasked");
    assertThat(security.get("allowPrivilegeEscalation")).isEqualTo(false);
    assertThat(security.get("readOnlyRootFilesystem")).isEqualTo(true);
  }

  @Test
  @DisplayName("both jobs run as the image's ordinary user, with limits, and mount what they name")
  void runsAsAnOrdinaryUser() throws IOException {
    Matcher user = Pattern.compile("useradd --uid (\\d+)").matcher(text("Containerfile"));
    assertThat(user.find()).isTrue();
    for (String name : List.of("grade-job.yaml", "merge-job.yaml")) {
      Map<?, ?> job = yaml(name);
      Map<?, ?> pod = map(job, "spec", "template", "spec");
      assertThat(map(pod, "securityContext").get("runAsUser")).hasToString(user.group(1));
      assertThat(map(pod, "securityContext").get("runAsNonRoot")).isEqualTo(true);
      assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
      assertThat(map(container(job), "resources", "limits").get("memory")).isNotNull();
      assertThat(names(pod.get("volumes")))
          .containsExactlyInAnyOrderElementsOf(names(container(job).get("volumeMounts")));
      assertThat(container(job).get("image"))
          .isEqualTo(container(yaml("grade-job.yaml")).get("image"));
    }
    assertThat(variable(yaml("merge-job.yaml"), "KATA_PARTS"))
        .isEqualTo(variable(yaml("grade-job.yaml"), "KATA_PARTS"));
  }

  @Test
  @DisplayName("the image starts scripts that are there, and the merge is one of them")
  void startsWhatIsThere() throws IOException {
    for (String script : SCRIPTS) {
      assertThat(FOLDER.resolve(script)).isExecutable();
    }
    String place = "/home/kata/kit/grader/classroom/deploy/";
    assertThat(text("Containerfile"))
        .contains("COPY --chown=kata:kata . /home/kata/kit\n", "USER kata\n")
        .endsWith("ENTRYPOINT [\"" + place + "grade-part\"]\n");
    assertThat(container(yaml("merge-job.yaml")).get("command"))
        .isEqualTo(List.of(place + "merge-parts"));
  }

  @Test
  @DisplayName("a part asks for its share of the submissions, with everybody's seed")
  void asksForItsShare() throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of("KATA_PARTS", "3", "JOB_COMPLETION_INDEX", "2", "KATA_SEED", "7");

    assertThat(run("grade-part", settings))
        .isEqualTo(
            "grade /submissions --out /graded/part-2 --shard 2/3 --jobs 1 --seed 7 --lang en"
                + " --require-sandbox\n");
  }

  @Test
  @DisplayName("the merge joins all parts")
  void joinsAllParts() throws IOException, InterruptedException {
    assertThat(run("merge-parts", Map.of("KATA_PARTS", "2", "KATA_ROSTER", "/graded/roster.csv")))
        .isEqualTo(
            "grade merge /graded/part-0 /graded/part-1 --roster /graded/roster.csv"
                + " --out /graded/all --lang en\n");
  }

  @Test
  @DisplayName("an index beyond the parts, no number, and parts without a seed are refused")
  void refusesWhatCantBeMeant() throws IOException, InterruptedException {
    assertThat(run("grade-part", Map.of("KATA_PARTS", "3", "JOB_COMPLETION_INDEX", "3")))
        .isEqualTo("grade-part: part 3 of 3: the first is 0, the last 2\n");
    assertThat(run("grade-part", Map.of("KATA_PARTS", "three")))
        .contains("KATA_PARTS is 'three'", "expected numbers");
    assertThat(run("grade-part", Map.of("KATA_PARTS", "3"))).contains("KATA_SEED is needed");
  }

  /** What a script prints when the kit's launcher prints its arguments. */
  private String run(String script, Map<String, String> settings)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no /bin/sh");
    Path folder = Files.createDirectories(base.resolve("grader/classroom/deploy"));
    Path copy = folder.resolve(script);
    if (!Files.exists(copy)) {
      Files.copy(FOLDER.resolve(script), copy);
    }
    Files.writeString(base.resolve("kata"), "#!/bin/sh\necho \"$*\"\n");
    assertThat(base.resolve("kata").toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", copy.toString());
    builder.environment().keySet().removeIf(n -> n.startsWith("KATA_") || n.startsWith("JOB_"));
    builder.environment().putAll(settings);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static String variable(Map<?, ?> job, String name) {
    List<?> all = (List<?>) container(job).get("env");
    return all.stream()
        .map(e -> (Map<?, ?>) e)
        .filter(e -> e.get("name").equals(name))
        .map(e -> (String) e.get("value"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Object list) {
    return ((List<?>) list).stream().map(e -> (String) ((Map<?, ?>) e).get("name")).toList();
  }

  private static Map<?, ?> container(Map<?, ?> job) {
    return (Map<?, ?>) ((List<?>) map(job, "spec", "template", "spec").get("containers")).get(0);
  }

  private static Map<?, ?> map(Map<?, ?> start, String... keys) {
    Map<?, ?> map = start;
    for (String key : keys) {
      assertThat(map.containsKey(key)).as(key).isTrue();
      map = (Map<?, ?>) map.get(key);
    }
    return map;
  }

  private static Map<?, ?> yaml(String name) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text(name));
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }
}
