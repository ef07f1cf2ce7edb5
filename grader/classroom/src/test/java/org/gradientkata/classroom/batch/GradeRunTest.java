package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.batch.GradeRun.Summary;
import org.gradientkata.classroom.batch.Judge.Predecessors;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.suite.StubHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeRunTest {
  @TempDir private Path temp;
  private Submissions submissions;
  private Path out;

  @BeforeEach
  void choosePlaces() {
    submissions = new Submissions(temp.resolve("submissions"));
    out = temp.resolve("out");
  }

  @Test
  @DisplayName("folders, zips and what can't be read each get a result and a row")
  void shouldGradeAll() throws IOException {
    submissions.folder("ann", "Sigmoid", "Tanh").zip("bob", "Sigmoid").broken("eve");

    Summary summary = run(new FakeJudges());

    assertThat(summary.graded()).isEqualTo(3);
    assertThat(summary.refused()).containsExactly("eve");
    assertThat(summary.gradebook().rows())
        .extracting(r -> r.id() + " " + r.status() + " " + r.points())
        .containsExactly("ann graded 20", "bob graded 10", "eve refused 0");
    assertThat(out.resolve("results")).isDirectoryContaining("glob:**/{ann,bob,eve}.json");
    assertThat(out.resolve("gradebook.csv")).content().contains("ann", "01 sigmoid");
  }

  @Test
  @DisplayName("the same input and seed give the same bytes, whatever runs at the same time")
  void shouldBeReproducible() throws IOException {
    for (int i = 0; i < 6; i++) {
      submissions.folder("learner" + i, i % 2 == 0 ? "Sigmoid" : "Tanh").broken("broken" + i);
    }
    run(new FakeJudges(), out, 1, Shard.WHOLE);
    Path other = temp.resolve("other");
    run(new FakeJudges(), other, 3, Shard.WHOLE);

    assertThat(contents(out)).isEqualTo(contents(other)).hasSize(12 + 4);
  }

  @Test
  @DisplayName("a run that was killed goes on with what is missing, or only half there")
  void shouldResume() throws IOException {
    submissions.folder("ann", "Sigmoid").folder("bob", "Sigmoid", "Tanh").folder("cleo", "Sigmoid");
    run(new FakeJudges());
    Map<String, String> whole = contents(out);
    Files.delete(out.resolve("results/ann.json"));
    Files.writeString(out.resolve("results/bob.json"), "{\"version\": 1, \"subm");
    Files.writeString(out.resolve("results/.unfinished123.tmp"), "half");

    FakeJudges judges = new FakeJudges();
    Summary summary = run(judges);

    assertThat(judges.judged).hasValue(2);
    assertThat(summary.kept()).isEqualTo(1);
    assertThat(contents(out)).isEqualTo(whole);
  }

  @Test
  @DisplayName("what was handed in again is graded again, and the difference is told")
  void shouldTellChanges() throws IOException {
    submissions.folder("ann", "Sigmoid").folder("bob", "Sigmoid");
    run(new FakeJudges());
    submissions.folder("ann", "Tanh");

    FakeJudges judges = new FakeJudges();
    Summary summary = run(judges);

    assertThat(judges.judged).hasValue(1);
    assertThat(summary.changes().sums())
        .containsExactly(new Changes.Change("ann", "", 10, 20, "graded", "graded"));
    assertThat(summary.changes().all())
        .contains(new Changes.Change("ann", "02 tanh", 0, 10, "not_started", "solved"));
    assertThat(out.resolve("changes.csv")).content().contains("ann,02 tanh,0,10");
  }

  @Test
  @DisplayName("another seed grades all again, no seed takes the one of the folder")
  void shouldRememberSeed() throws IOException {
    submissions.folder("ann", "Sigmoid");
    run(new FakeJudges());

    Summary same =
        new GradeRun(
                submissions.folder(), out, Roster.empty(), OptionalLong.empty(), 1, Shard.WHOLE)
            .run(new FakeJudges(), (done, all, name) -> {});
    Summary other =
        new GradeRun(submissions.folder(), out, Roster.empty(), OptionalLong.of(8), 1, Shard.WHOLE)
            .run(new FakeJudges(), (done, all, name) -> {});

    assertThat(same.settings().seed()).isEqualTo(7);
    assertThat(same.kept()).isEqualTo(1);
    assertThat(other.graded()).isEqualTo(1);
  }

  @Test
  @DisplayName("a grader that fails, even without memory, costs one result and is tried again")
  void shouldSurviveGraderErrors() throws IOException {
    submissions.folder("ann", "Sigmoid").folder("bob", "Sigmoid", "Tanh").folder("cleo", "Tanh");
    for (Throwable failure :
        List.of(new IllegalStateException("\u001b[31mill"), new OutOfMemoryError("full"))) {
      FakeJudges judges = new FakeJudges().failingAt(2, failure);
      Path folder = temp.resolve(failure.getClass().getSimpleName());

      Summary summary = run(judges, folder, 1, Shard.WHOLE);

      assertThat(summary.errors()).containsExactly("bob");
      assertThat(summary.gradebook().rows())
          .extracting(Gradebook.Row::status)
          .containsExactly("graded", "grader_error", "graded");
      assertThat(folder.resolve("results/bob.json")).content().doesNotContain("\u001b");

      judges.recover();
      Summary again = run(judges, folder, 1, Shard.WHOLE);

      assertThat(again.errors()).isEmpty();
      assertThat(again.graded()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("a wrong answer that stands on solved ones is not graded on the reference")
  void shouldNotGradeTwiceForNothing() throws IOException {
    submissions.folder("ann", "Sigmoid", "Tanh");
    FakeJudges judges = new FakeJudges().wrong("02 tanh");

    run(judges);

    assertThat(judges.cases).extracting(Judge.Case::predecessors).containsExactly(Predecessors.OWN);
  }

  @Test
  @DisplayName(
      "what builds on a missing exercise is graded on the reference, and the better counts")
  void shouldIsolateBlame() throws IOException {
    submissions.folder("ann", "Tanh", "ReLU", "LeakyReLU");
    FakeJudges judges = new FakeJudges();

    run(judges);

    assertThat(judges.cases)
        .extracting(Judge.Case::predecessors)
        .containsExactly(Predecessors.OWN, Predecessors.REFERENCE);
    assertThat(judges.cases.get(1).exercises()).containsExactly("02 tanh");
    SubmissionResult result = new ResultFolder(out).result("ann").orElseThrow();
    ExerciseResult tanh = result.exercises().get(1);
    assertThat(tanh.exercise()).isEqualTo("02 tanh");
    assertThat(tanh.points()).isEqualTo(10);
    assertThat(tanh.pointsWithOwn()).isZero();
    assertThat(tanh.pointsWithReference()).isEqualTo(10);
  }

  @Test
  @DisplayName("a broken file, a refused one and one with shadows have outcomes of their own")
  void shouldNameOutcomesOfFiles() throws IOException {
    submissions.file("ann", "Tanh", "} class SigmoidTest {");
    submissions.file("ann/a", "Swish", "int a;").file("ann/b", "Swish", "int b;");
    Files.writeString(
        submissions.folder().resolve("ann/Sigmoid.java"),
        "package org.gradientkata.activation; nothing else");

    run(new FakeJudges());

    assertThat(new ResultFolder(out).result("ann").orElseThrow().exercises())
        .filteredOn(e -> !e.outcome().equals("not_started"))
        .extracting(e -> e.exercise() + ": " + e.outcome())
        .containsExactly(
            "01 sigmoid: does_not_compile", "02 tanh: tampering_suspected", "04 swish: refused");
    assertThat(new ResultFolder(out).result("ann").orElseThrow().exercises())
        .filteredOn(e -> e.outcome().equals("refused"))
        .as("what the tests say of a stand-in")
        .allSatisfy(e -> assertThat(e.tests()).isEmpty());
  }

  @Test
  @DisplayName("a stub that is as the kit cut it counts as not handed in, whatever its line ends")
  void shouldKnowStubs() throws IOException {
    Path stub = Path.of("../../exercises/src/main/java/org/gradientkata/activation/Sigmoid.java");
    assumeThat(StubHistory.isStub("exercises" + stub.toString().split("exercises")[1], text(stub)))
        .as("this checkout's own Sigmoid isn't begun")
        .isTrue();
    submissions.text("idle", "Sigmoid", text(stub).replace("\n", "\r\n"));
    submissions.text("begun", "Sigmoid", text(stub) + "// begun\n");
    FakeJudges judges = new FakeJudges();

    run(judges);

    assertThat(judges.cases)
        .extracting(c -> c.files().keySet().toString())
        .containsExactly("[org.gradientkata.activation.Sigmoid]", "[]");
  }

  @Test
  @DisplayName("the roster decides the order, and who is missing or unknown is said")
  void shouldFollowRoster() throws IOException {
    submissions.folder("ann-1", "Sigmoid").folder("stranger", "Sigmoid").folder("=x", "Tanh");
    Path csv = temp.resolve("roster.csv");
    Files.writeString(csv, "id,name\n2,\"=HYPERLINK(\"\"x\"\")\"\n1,Ann\n");

    Summary summary =
        new GradeRun(
                submissions.folder(), out, Roster.read(csv), OptionalLong.of(7), 1, Shard.WHOLE)
            .run(new FakeJudges().onlyAdvising(), (done, all, name) -> {});

    assertThat(summary.gradebook().rows())
        .extracting(r -> r.id() + " " + r.status())
        .containsExactly("2 no_submission", "1 graded", "=x graded", "stranger graded");
    assertThat(summary.remarks())
        .satisfiesExactly(
            formula -> assertThat(formula).contains("=x"),
            nobody -> assertThat(nobody).contains("stranger"),
            missing -> assertThat(missing).contains("2"));
    assertThat(out.resolve("gradebook.csv"))
        .content()
        .startsWith("\uFEFFid,")
        .contains("\"'=HYPERLINK(\"\"x\"\")\"", "\n'=x,", "advisory");
    assertThat(out.resolve("times.csv")).content().contains("\n'=x,", "\nstranger,");
  }

  @Test
  @DisplayName("of several submissions of one person the last by its name counts, and that is said")
  void shouldSayWhatCounts() throws IOException {
    submissions
        .zip("ann_attempt2", "Sigmoid", "Tanh")
        .zip("ann_attempt1", "Sigmoid")
        .folder("Bob", "Sigmoid")
        .zip("bob", "Tanh")
        .broken("eve");
    Path csv = temp.resolve("roster.csv");
    Files.writeString(csv, "id\nann\n");

    Summary summary =
        new GradeRun(
                submissions.folder(), out, Roster.read(csv), OptionalLong.of(7), 1, Shard.WHOLE)
            .run(new FakeJudges(), (done, all, name) -> {});

    assertThat(summary.gradebook().rows().get(0).points()).isEqualTo(20);
    assertThat(summary.remarks())
        .anyMatch(r -> r.matches(".*ann_attempt1.zip, ann_attempt2.zip.*: ann_attempt2.zip\\..*"))
        .anyMatch(r -> r.contains("Bob, bob.zip") && !r.contains("eve"))
        .anyMatch(r -> r.startsWith("eve ") && r.contains("zip"));
  }

  @Test
  @DisplayName("parts of a batch join to what the whole batch gives")
  void shouldMergeShards() throws IOException {
    for (int i = 0; i < 8; i++) {
      submissions.folder("learner" + i, "Sigmoid");
    }
    run(new FakeJudges());
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    run(new FakeJudges(), first, 1, new Shard(0, 2));
    run(new FakeJudges(), second, 1, new Shard(1, 2));

    Path joined = temp.resolve("joined");
    Merge.of(List.of(second, first), joined, Roster.empty());

    Map<String, String> expected = contents(out);
    expected.remove("changes.csv");
    assertThat(contents(joined)).isEqualTo(expected);
    assertThat(contents(first)).hasSizeBetween(4, 10);
  }

  @Test
  @DisplayName("parts that are missing, there twice or graded otherwise aren't joined")
  void shouldRefuseOtherParts() throws IOException {
    submissions.folder("ann", "Sigmoid");
    Path first = temp.resolve("first");
    Path second = temp.resolve("second");
    run(new FakeJudges(), first, 1, new Shard(0, 2));
    new GradeRun(
            submissions.folder(), second, Roster.empty(), OptionalLong.of(8), 1, new Shard(1, 2))
        .run(new FakeJudges(), (done, all, name) -> {});
    Path joined = temp.resolve("joined");

    assertMistake(List.of(first), joined, "1/2");
    assertMistake(List.of(first, first), joined, "0/2");
    assertMistake(List.of(first, second), joined, "batch.json");
    assertMistake(List.of(temp), joined, temp.toString());
    assertThat(joined).doesNotExist();
  }

  @Test
  @DisplayName("a folder with other files is not written into")
  void shouldKeepOffForeignFolders() throws IOException {
    submissions.folder("ann", "Sigmoid");
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.docx"), "years of work");

    assertThatThrownBy(() -> run(new FakeJudges()))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining(out.toString());
    assertThat(out)
        .isDirectoryContaining("glob:**/thesis.docx")
        .isDirectoryNotContaining("glob:**/batch.json");
  }

  private static void assertMistake(List<Path> parts, Path out, String word) {
    assertThatThrownBy(() -> Merge.of(parts, out, Roster.empty()))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining(word);
  }

  private Summary run(FakeJudges judges) throws IOException {
    return run(judges, out, 1, Shard.WHOLE);
  }

  private Summary run(FakeJudges judges, Path folder, int jobs, Shard shard) throws IOException {
    return new GradeRun(
            submissions.folder(), folder, Roster.empty(), OptionalLong.of(7), jobs, shard)
        .run(judges, (done, all, name) -> {});
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  /** All files but the times. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("times.csv")) {
          contents.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }
}
