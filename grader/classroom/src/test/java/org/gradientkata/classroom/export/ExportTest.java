package org.gradientkata.classroom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradientkata.classroom.export.GradedClass.forbidden;
import static org.gradientkata.classroom.export.GradedClass.missing;
import static org.gradientkata.classroom.export.GradedClass.person;
import static org.gradientkata.classroom.export.GradedClass.sigmoid;
import static org.gradientkata.classroom.export.GradedClass.stranger;
import static org.gradientkata.classroom.export.GradedClass.tanh;
import static org.gradientkata.classroom.export.GradedClass.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.InEnglish;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.SubmissionResult.Status;
import org.gradientkata.classroom.policy.Grade;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("an export")
@ExtendWith(InEnglish.class)
class ExportTest {
  private static final GradedBatch CLASS =
      GradedClass.of(
          person(
              "0012", "山田 花子", "hanako@example.org", sigmoid(), tanh("1 < 2 & \u001b[31m\u0000")),
          person("s2", "=HYPERLINK(\"x\")", "b@example.org", sigmoid(), forbidden()),
          missing("s3"),
          without("s4", Status.GRADER_ERROR),
          stranger("s5", sigmoid(), sigmoid()));

  @TempDir private Path temp;

  @Test
  @DisplayName("for Moodle has percentages and feedback of those it can know, and no empty id")
  void moodle() throws IOException {
    Path out = temp.resolve("moodle.csv");

    List<String> remarks = write(Format.MOODLE, CLASS, out);

    List<List<String>> lines = cells(out);
    assertThat(lines.get(0))
        .containsExactly(
            "ID number", "Full name", "Email address", "Gradient Kata", "Gradient Kata feedback");
    assertThat(lines).hasSize(3).allSatisfy(l -> assertThat(l).hasSize(5).doesNotContain(""));
    assertThat(lines.get(1).subList(0, 4))
        .containsExactly("0012", "山田 花子", "hanako@example.org", "70");
    assertThat(lines.get(1).get(4))
        .isEqualTo("14 of 20 points. 1 of 2 exercises solved. 02 tanh: wrong (4/10).");
    assertThat(lines.get(2).subList(1, 4))
        .containsExactly("'=HYPERLINK(\"x\")", "b@example.org", "50");
    assertThat(remarks)
        .hasSize(2)
        .anyMatch(r -> r.contains("s5"))
        .anyMatch(r -> r.contains("2 (s3, s4)"));
  }

  @Test
  @DisplayName("for Moodle drops the column of addresses if one is missing")
  void moodleWithoutAddress() throws IOException {
    Path out = temp.resolve("moodle.csv");

    write(Format.MOODLE, GradedClass.of(person("s1", "Ann", "", sigmoid())), out);

    assertThat(cells(out).get(0)).doesNotContain("Email address");
  }

  /** The importer's own rules, gradebook_importer.rb: row_has_student_headers?, process_pp. */
  @Test
  @DisplayName("for Canvas has its five columns, the points possible, and no empty grade")
  void canvas() throws IOException {
    Path out = temp.resolve("canvas.csv");

    new Export(Format.CANVAS, "Kata (1234)").write(CLASS, out);

    List<List<String>> lines = cells(out);
    assertThat(lines.get(0))
        .containsExactly("Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Kata (1234)");
    assertThat(lines.get(1)).containsExactly("    Points Possible", "", "", "", "", "20");
    assertThat(lines.get(2)).containsExactly("山田 花子", "", "0012", "hanako@example.org", "", "14");
    assertThat(lines).hasSize(4).allSatisfy(l -> assertThat(l.get(5)).isNotEmpty());
  }

  @Test
  @DisplayName("takes the submissions' names for ids if there was no roster, and says so")
  void withoutRoster() throws IOException {
    Path out = temp.resolve("canvas.csv");

    List<String> remarks = write(Format.CANVAS, GradedClass.of(stranger("s5", sigmoid())), out);

    assertThat(cells(out).get(2)).startsWith("s5", "", "s5");
    assertThat(remarks).singleElement().asString().contains("without a roster");
  }

  @Test
  @DisplayName("says which id the platform won't find because it had to be made harmless")
  void guardedIds() throws IOException {
    GradedBatch batch = GradedClass.of(person("=1+1", "", "", sigmoid()));

    List<String> remarks = write(Format.MOODLE, batch, temp.resolve("moodle.csv"));

    assertThat(cells(temp.resolve("moodle.csv")).get(1)).startsWith("'=1+1");
    assertThat(remarks).singleElement().asString().contains("=1+1", "apostrophe");
  }

  /** The key names and words of gradescope-autograders.readthedocs.io/en/latest/specs. */
  @Test
  @DisplayName("for Gradescope has one results.json a submission with a test for each stage")
  void gradescope() throws IOException {
    write(Format.GRADESCOPE, CLASS, temp);

    JsonNode json = json(temp.resolve("of-0012/results.json"));
    assertThat(json.get("score").decimalValue()).isEqualByComparingTo("14");
    assertThat(json.get("visibility").asText()).isEqualTo("visible");
    assertThat(json.get("output").asText()).startsWith("14 of 20 points.").contains("a remark");
    assertThat(names(json))
        .isSubsetOf(
            Set.of(
                "score",
                "execution_time",
                "output",
                "output_format",
                "test_output_format",
                "test_name_format",
                "visibility",
                "stdout_visibility",
                "extra_data",
                "tests",
                "leaderboard"));
    assertThat(json.get("tests"))
        .hasSize(4)
        .allSatisfy(
            test -> {
              assertThat(names(test))
                  .isSubsetOf(
                      Set.of(
                          "score",
                          "max_score",
                          "status",
                          "name",
                          "name_format",
                          "number",
                          "output",
                          "output_format",
                          "tags",
                          "visibility",
                          "extra_data"));
              assertThat(test.get("score").isNumber()).isTrue();
              assertThat(test.get("status").asText()).isIn("passed", "failed");
              assertThat(test.get("visibility").asText())
                  .isIn("visible", "hidden", "after_due_date", "after_published");
            });
    assertThat(json.at("/tests/3/number").asText()).isEqualTo("02.2");
    assertThat(json.at("/tests/3/status").asText()).isEqualTo("failed");
    assertThat(json(temp.resolve("of-s4/results.json")).at("/score").asInt(-1)).isZero();
    assertThat(temp).isDirectoryNotContaining("glob:**/of-s3");
  }

  /** What src/main.js and src/notify-classroom.js of autograding-grading-reporter read. */
  @Test
  @DisplayName("for GitHub Classroom is base64 of what its reporter adds up")
  void github() throws IOException {
    write(Format.GITHUB, CLASS, temp);

    String encoded = Files.readString(temp.resolve("of-0012.base64"));
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    assertThat(json).isEqualTo(json(temp.resolve("of-0012.json")));
    assertThat(json.get("status").asText()).isEqualTo("fail");
    assertThat(json.get("max_score").asInt()).isEqualTo(20);
    double sum = 0;
    for (JsonNode test : json.get("tests")) {
      sum += test.get("score").doubleValue();
      assertThat(test.get("status").asText()).isIn("pass", "fail", "error");
      assertThat(test.get("name").asText()).isNotEmpty();
    }
    assertThat(sum).isEqualTo(14);
    JsonNode broken = json(temp.resolve("of-s4.json"));
    assertThat(broken.get("status").asText()).isEqualTo("error");
    assertThat(broken.get("tests")).hasSize(1);
    assertThat(json(temp.resolve("of-s5.json")).get("status").asText()).isEqualTo("pass");
  }

  @Test
  @DisplayName("for JUnit's readers is valid by the schema, with each count as it is")
  void junit() throws Exception {
    write(Format.JUNIT, CLASS, temp);

    for (String name : List.of("of-0012", "of-s2", "of-s4", "of-s5")) {
      String xml = Files.readString(temp.resolve(name + ".xml"));
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(ExportTest.class.getResource("junit-rules.xsd"))
          .newValidator()
          .validate(new StreamSource(new StringReader(xml)));
      assertCounts(temp.resolve(name + ".xml"));
    }
    Element suites = root(temp.resolve("of-0012.xml"));
    assertThat(suites.getAttribute("tests")).isEqualTo("4");
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(suites.getElementsByTagName("failure").item(0).getTextContent())
        .isEqualTo("1 < 2 & \uFFFD[31m\uFFFD");
    Element forbidden =
        (Element) root(temp.resolve("of-s2.xml")).getElementsByTagName("error").item(0);
    assertThat(forbidden.getAttribute("type")).isEqualTo("forbidden_api");
    assertThat(forbidden.getTextContent()).contains("System.exit");
  }

  @Test
  @DisplayName("for JUnit's readers gives each run of a test a name of its own")
  void junitRuns() throws Exception {
    ExerciseResult runs =
        GradedClass.exercise(
            "01 sigmoid",
            "solved",
            "",
            10,
            List.of(),
            List.of(
                GradedClass.test("curve#1", "forward", "solved", ""),
                GradedClass.test("curve#2", "forward", "solved", "")));

    write(Format.JUNIT, GradedClass.of(person("s1", "", "", runs)), temp);

    NodeList cases = root(temp.resolve("of-s1.xml")).getElementsByTagName("testcase");
    assertThat(((Element) cases.item(0)).getAttribute("name")).endsWith(" [1]");
    assertThat(((Element) cases.item(1)).getAttribute("name")).endsWith(" [2]");
  }

  @Test
  @DisplayName("as a plain table begins with a byte order mark and has a line for each person")
  void csv() throws IOException {
    Path out = temp.resolve("all.csv");

    write(Format.CSV, CLASS, out);

    assertThat(Files.readString(out)).startsWith("\uFEFFid,name");
    List<List<String>> lines = cells(out);
    assertThat(lines).hasSize(6).allSatisfy(l -> assertThat(l).hasSize(18));
    assertThat(lines.get(1)).endsWith("14", "20", "10", "4", "");
    assertThat(lines.get(3)).startsWith("s3", "", "", "", "no_submission").endsWith("", "");
  }

  @Test
  @DisplayName("as JSON gives no grade to those who have none")
  void json() throws IOException {
    Path out = temp.resolve("all.json");

    write(Format.JSON, CLASS, out);

    JsonNode people = json(out).get("people");
    assertThat(people).hasSize(5);
    assertThat(people.at("/0/grade").decimalValue()).isEqualByComparingTo("14");
    assertThat(people.at("/0/outcomes/02 tanh").asText()).isEqualTo("wrong");
    assertThat(people.at("/2/grade").isNull()).isTrue();
  }

  @Test
  @DisplayName("refuses an unknown format, a folder for a file, and a folder without grades")
  void mistakes() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> Format.of("excel"))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("excel")
        .hasMessageContaining("moodle");
    assertThatThrownBy(() -> write(Format.CANVAS, CLASS, temp))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining(temp.toString());
    assertThatThrownBy(() -> write(Format.JUNIT, CLASS, file))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("file");
    assertThatThrownBy(() -> GradedBatch.read(temp, Optional.empty()))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("gradebook.json");
    Files.writeString(temp.resolve("gradebook.json"), "{\"rows\": 3");
    assertThatThrownBy(() -> GradedBatch.read(temp, Optional.empty()))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("gradebook.json");
  }

  @Test
  @DisplayName("of a group's submission is written once, and each of the group has the grade")
  void groups() {
    Grade ann = person("s1", "Ann", "", sigmoid());

    assertThat(GradedClass.of(ann, ann, missing("s3")).submissions()).containsExactly(ann);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("for Gradescope says why the points are no evidence, and not that where they are")
  @CsvSource({"kit, without a sandbox", "surefire reports, own build wrote"})
  void advisory(String kit, String word) throws IOException {
    BatchSettings settings = new BatchSettings(1, kit, 7, "en", "none", true, "", "", "0/1");
    List<Grade> grades = List.of(person("s1", "Ann", "", sigmoid()));

    write(Format.GRADESCOPE, new GradedBatch(settings, grades, List.of()), temp);

    String output = json(temp.resolve("of-s1/results.json")).get("output").asText();
    assertThat(output).contains("Advisory", word).containsOnlyOnce("Advisory");
    write(Format.GRADESCOPE, GradedClass.of(grades.get(0)), temp);
    assertThat(json(temp.resolve("of-s1/results.json")).get("output").asText())
        .doesNotContain("Advisory");
  }

  private static List<String> write(Format format, GradedBatch batch, Path out) throws IOException {
    return new Export(format, Export.COLUMN).write(batch, out);
  }

  private static void assertCounts(Path file) throws Exception {
    NodeList suites = root(file).getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      for (String[] pair :
          new String[][] {
            {"tests", "testcase"},
            {"failures", "failure"},
            {"errors", "error"},
            {"skipped", "skipped"}
          }) {
        assertThat(suite.getAttribute(pair[0]))
            .isEqualTo("" + suite.getElementsByTagName(pair[1]).getLength());
      }
    }
  }

  private static Element root(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<List<String>> cells(Path file) throws IOException {
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    try (MappingIterator<String[]> lines =
        mapper.readerFor(String[].class).readValues(Files.readString(file).replace("\uFEFF", ""))) {
      return lines.readAll().stream().map(List::of).toList();
    }
  }
}
