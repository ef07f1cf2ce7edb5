package org.gradientkata.classroom.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.gradientkata.classroom.InEnglish;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.quiz.Quiz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a gradebook of Surefire reports")
@ExtendWith(InEnglish.class)
class ReportGradebookTest {
  private static final Manifest.Entry SIGMOID =
      Manifest.read("01 sigmoid", ReportGradebookTest.class.getClassLoader());
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path folder;
  private Path reports;

  @BeforeEach
  void nameFolder() {
    reports = folder.resolve("reports");
  }

  @Test
  @DisplayName("gives the points of the stages whose tests all pass")
  void givesPointsByStage() throws IOException {
    report("alice", SIGMOID, test -> false);
    report("bob", SIGMOID, test -> test.stage() == Stage.GRADIENT);

    ExerciseResult alice = sigmoid(grade("alice"));
    ExerciseResult bob = sigmoid(grade("bob"));

    assertThat(alice.points()).isEqualTo(alice.maximum()).isPositive();
    assertThat(alice.outcome()).isEqualTo("solved");
    assertThat(bob.points())
        .isEqualTo(alice.maximum() - SIGMOID.points().get(Stage.GRADIENT))
        .isPositive();
    assertThat(bob.outcome()).isEqualTo("wrong");
    assertThat(bob.stages())
        .filteredOn(s -> s.stage().equals("gradient"))
        .singleElement()
        .satisfies(s -> assertThat(s.reason()).contains("expected 0.25 <here>"));
  }

  @Test
  @DisplayName("names every missing report, and gives those exercises no points")
  void namesMissingReports() throws IOException {
    report("alice", SIGMOID, test -> false);

    SubmissionResult alice = grade("alice");

    assertThat(alice.remarks())
        .singleElement()
        .asString()
        .startsWith("No report of 23 exercises: 02 tanh, 03 relu, ")
        .endsWith(", 24 quiz");
    assertThat(alice.points()).isEqualTo(sigmoid(alice).points());
    assertThat(alice.maximum()).isGreaterThan(300);
    assertThat(alice.advisory()).isTrue();
  }

  @Test
  @DisplayName("names a broken report and goes on with the others")
  void namesABrokenReport() throws IOException {
    report("alice", SIGMOID, test -> false);
    Path broken = file("alice", "TEST-org.gradientkata.activation.TanhTest.xml");
    Files.writeString(broken, "<testsuite name='x'><testcase");

    SubmissionResult alice = grade("alice");

    assertThat(alice.remarks()).anyMatch(r -> r.contains(broken.getFileName() + " can't be read"));
    assertThat(alice.exercises().get(1).outcome()).isEqualTo("broken_report");
    assertThat(sigmoid(alice).outcome()).isEqualTo("solved");
  }

  @Test
  @DisplayName("reads no entity and no other file on behalf of a report")
  void readsNoEntities() throws IOException {
    Files.createDirectories(reports);
    Path secret = Files.writeString(folder.resolve("secret.txt"), "s3cret");
    Path evil = file("mallory", "TEST-evil.xml");
    Files.writeString(
        evil,
        "<!DOCTYPE t [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><testsuite name=\""
            + SIGMOID.testClass()
            + "\"><testcase name=\"a\"><failure message=\"m\">&x;</failure></testcase></testsuite>");

    SubmissionResult mallory = grade("mallory");

    assertThat(mallory.remarks()).anyMatch(r -> r.contains("TEST-evil.xml can't be read"));
    assertThat(mallory.toString()).doesNotContain("s3cret");
    assertThat(mallory.points()).isZero();
  }

  @Test
  @DisplayName("names duplicates, and the newer report counts")
  void namesDuplicates() throws IOException {
    Path old = report("alice", SIGMOID, test -> false);
    Path copy = reports.resolve("alice/again/" + old.getFileName());
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, xml(SIGMOID, test -> true));
    Files.setLastModifiedTime(old, FileTime.from(NOON));
    Files.setLastModifiedTime(copy, FileTime.from(NOON.plusSeconds(5)));

    SubmissionResult alice = grade("alice");

    assertThat(alice.remarks())
        .anyMatch(r -> r.contains("tell of the same tests") && r.contains("again"));
    assertThat(sigmoid(alice).points()).isZero();
  }

  @Test
  @DisplayName("names reports of an earlier run and of another version of the kit")
  void namesOldReports() throws IOException {
    Path sigmoid = report("alice", SIGMOID, test -> false);
    Manifest.Entry tanh = Manifest.read("02 tanh", getClass().getClassLoader());
    Path other = report("alice", tanh, test -> false);
    Files.writeString(
        other,
        Files.readString(other)
            .replace("<testcase name=\"" + tanh.tests().get(0).title(), "<testcase name=\"gone"));
    Files.setLastModifiedTime(sigmoid, FileTime.from(NOON.minusSeconds(7200)));
    Files.setLastModifiedTime(other, FileTime.from(NOON));

    SubmissionResult alice = grade("alice");

    assertThat(alice.remarks())
        .anyMatch(r -> r.contains("SigmoidTest.xml is of an earlier run"))
        .anyMatch(r -> r.startsWith("02 tanh: the report knows a test"))
        .anyMatch(r -> r.startsWith("02 tanh: the report lacks a test"));
    assertThat(alice.exercises().get(1).points()).isLessThan(alice.exercises().get(1).maximum());
  }

  @Test
  @DisplayName("counts questions by those of the quiz, not by those of the report")
  void countsQuestionsOfTheQuiz() throws IOException {
    Manifest.Entry quiz = Manifest.read(Catalogue.QUIZ, getClass().getClassLoader());
    Manifest.Test question = quiz.testsOf(Stage.QUESTION).get(0);
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      cases.append("<testcase name=\"").append(question.title()).append(" One\"/>");
    }
    Files.writeString(
        file("alice", "TEST-quiz.xml"),
        "<testsuite name=\"" + quiz.testClass() + "\">" + cases + "</testsuite>");

    ExerciseResult result = grade("alice").exercises().get(Catalogue.exercises().size() - 1);

    int worth = quiz.points().get(Stage.QUESTION);
    assertThat(result.points()).isEqualTo(worth / Quiz.ofKit().questions().size());
  }

  @Test
  @DisplayName("writes rows of the roster, those without reports too, safe against formulas")
  void writesTheGradebook() throws IOException {
    report("s1", SIGMOID, test -> false);
    Path people = folder.resolve("roster.csv");
    Files.writeString(people, "id,name\ns1,=HYPERLINK(1)\ns2,山田 花子\n");

    new ReportGradebook(reports, folder.resolve("out"), Roster.read(people)).write();

    List<String> lines = Files.readAllLines(folder.resolve("out/gradebook.csv"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("s1,'=HYPERLINK(1),").contains("advisory");
    assertThat(lines.get(2)).startsWith("s2,山田 花子,").contains("no_submission");
    assertThat(folder.resolve("out/results/s1.json")).content().contains("\"advisory\" : true");
  }

  @Test
  @DisplayName("gives no 0 to whoever has no report at all, and names the folder")
  void namesEmptyFolders() throws IOException {
    report("alice", SIGMOID, test -> false);
    Files.createDirectories(reports.resolve("bob/target"));

    SubmissionResult bob = grade("bob");

    assertThat(bob.status()).isEqualTo(SubmissionResult.Status.REFUSED);
    assertThat(bob.remarks()).singleElement().asString().contains("bob holds no report");
    assertThat(bob.maximum()).isZero();
  }

  @Test
  @DisplayName("names what can't be opened, tests that the kit doesn't have, and copies")
  void namesOddReports() throws IOException {
    Path original = report("alice", SIGMOID, test -> false);
    Path copy = file("bob", original.getFileName().toString());
    Files.copy(original, copy);
    report("carol", SIGMOID, test -> true);
    Files.writeString(file("bob", "TEST-x.MyTest.xml"), "<testsuite name=\"x.MyTest\"/>");
    // A folder of a report's name can't be read as a file, and is none.
    Files.createDirectories(file("bob", "TEST-folder.xml"));

    assertThat(grade("alice").remarks())
        .anyMatch(r -> r.contains("the same file") && r.contains("bob"));
    assertThat(grade("bob").remarks())
        .anyMatch(r -> r.contains("the same file") && r.contains("alice"))
        .anyMatch(r -> r.startsWith("x.MyTest is no test"));
    assertThat(grade("carol").remarks()).noneMatch(r -> r.contains("the same file"));
    assertThat(sigmoid(grade("bob")).outcome()).isEqualTo("solved");
  }

  @Test
  @DisplayName("tells what changed since the gradebook before")
  void tellsChanges() throws IOException {
    report("alice", SIGMOID, test -> true);
    int before = grade("alice").points();
    report("alice", SIGMOID, test -> false);
    int now = grade("alice").points();

    assertThat(folder.resolve("out/changes.csv"))
        .content()
        .contains("alice,01 sigmoid," + before + "," + now + ",wrong,solved");
  }

  private SubmissionResult grade(String learner) throws IOException {
    return new ReportGradebook(reports, folder.resolve("out"), Roster.empty())
        .write().stream().filter(r -> r.submission().equals(learner)).findFirst().orElseThrow();
  }

  private static ExerciseResult sigmoid(SubmissionResult result) {
    return result.exercises().get(0);
  }

  private Path report(String learner, Manifest.Entry entry, Predicate<Manifest.Test> fails)
      throws IOException {
    Path file = file(learner, "TEST-" + entry.testClass() + ".xml");
    Files.writeString(file, xml(entry, fails));
    return file;
  }

  /** As Surefire 3.6.1 writes it. */
  private static String xml(Manifest.Entry entry, Predicate<Manifest.Test> fails) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite version=\"3.0.2\" name=\"").append(entry.testClass()).append("\">\n");
    xml.append("  <properties><property name=\"a\" value=\"b\"/></properties>\n");
    for (Manifest.Test test : entry.tests()) {
      String title =
          test.title().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
      xml.append("  <testcase name=\"").append(title).append(test.repeated() ? "[1] x" : "");
      xml.append("\" classname=\"").append(entry.testClass()).append("\" time=\"0.1\">");
      if (fails.test(test)) {
        xml.append("<failure message=\"expected 0.25 &lt;here&gt;\" type=\"E\">trace</failure>");
      }
      xml.append("<system-out>noise</system-out></testcase>\n");
    }
    return xml.append("</testsuite>\n").toString();
  }

  private Path file(String learner, String name) throws IOException {
    Path file = reports.resolve(learner).resolve("target/surefire-reports").resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }
}
