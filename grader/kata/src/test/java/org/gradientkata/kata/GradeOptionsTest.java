package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gradientkata.classroom.trusted.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** None of these submissions can be read, so nothing is graded and each run is over at once. */
@DisplayName("kata grade, given the files of a course,")
class GradeOptionsTest {
  @TempDir Path folder;
  private Path submissions;
  private Path out;
  private Properties before;

  @BeforeEach
  void handIn() throws IOException {
    assumeTrue(Sandbox.find().present(), "no sandbox on this machine");
    before = (Properties) System.getProperties().clone();
    submissions = Files.createDirectory(folder.resolve("submissions"));
    out = folder.resolve("out");
    Files.createFile(submissions.resolve("ann.zip"));
  }

  @AfterEach
  void forgetPatience() {
    if (before != null) {
      System.setProperties(before);
    }
  }

  @Test
  @DisplayName("writes grades by the policy beside the raw points")
  void policy() throws IOException {
    Path roster = write("roster.csv", "id,submission\ns1,ann\ns2,\n");
    Path policy = write("policy.yaml", "missing: zero\nbest: 50\n");

    CommandRun run = grade("en", "--roster", roster, "--policy", policy);

    assertThat(run.code()).as(run.err()).isEqualTo(Kata.OK);
    assertThat(run.out()).contains("No submission: s2", "written: " + out.resolve("grades.csv"));
    assertThat(out.resolve("grades.csv")).content().containsPattern("(?m)^s2,.*,0,50,?");
    assertThat(out.resolve("gradebook.csv")).exists();
  }

  @Test
  @DisplayName("refuses a policy, rules or a roster with a mistake before it grades anything")
  void mistakes() throws IOException {
    Path policy = write("policy.yaml", "best: 50\nextensions: [{id: nobody, days: 1}]\n");
    Path rules = write("rules.yaml", "forbid:\n- api: java.util.streams\n");
    Path roster = write("roster.csv", "id\ns1\ns1\n");

    assertThat(grade("en", "--policy", policy).err()).contains("policy.yaml:2", "deadline");
    assertThat(grade("en", "--rules", rules).err()).contains("rules.yaml:2", "java.util.streams");
    assertThat(grade("ja", "--rules", rules).err()).contains("rules.yaml:2", "パッケージ");
    assertThat(grade("ja", "--roster", roster).err()).contains("3 行目", "s1");
    assertThat(grade("en", "--policy", write("p.yaml", "best: 5"), "--shard", "0/2").err())
        .contains("kata grade merge");
    assertThat(out).doesNotExist();
  }

  private CommandRun grade(String language, Object... options) {
    String[] all = new String[options.length + 4];
    all[0] = "grade";
    all[1] = submissions.toString();
    all[2] = "--out";
    all[3] = out.toString();
    for (int i = 0; i < options.length; i++) {
      all[i + 4] = options[i].toString();
    }
    return CommandRun.in(language, all);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
