package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Manifest;
import org.gradientkata.suite.ManifestJson;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The manifest: which tests an exercise has, and which points depend on each. */
@DisplayName("the manifest")
class ManifestTest {
  private static final Checkout CHECKOUT = Checkout.here();
  private static final List<Manifest.Entry> MANIFEST =
      Manifest.read(ManifestTest.class.getClassLoader());

  static Stream<Manifest.Entry> entries() {
    return MANIFEST.stream();
  }

  @Test
  @DisplayName("is what its schema says")
  void followsItsSchema() {
    SchemaFile schema = new SchemaFile("manifest.schema.json");
    String json = ManifestJson.of(MANIFEST);

    assertThat(schema.problems(json)).isEmpty();
    assertThat(schema.problems(json.replaceFirst("\"gradient\"", "\"slope\""))).isNotEmpty();
  }

  @Test
  @DisplayName("that is committed is that of these tests; else run ./kata author cut")
  void isCommitted() {
    assertThat(KitTree.read(CHECKOUT.tree().manifest()))
        .as("docs/manifest.json, after ./kata author cut")
        .isEqualTo(ManifestJson.of(MANIFEST));
  }

  @Test
  @DisplayName("has every exercise, in order")
  void hasEveryExercise() {
    assertThat(MANIFEST)
        .extracting(Manifest.Entry::exercise)
        .containsExactlyElementsOf(Catalogue.exercises());
  }

  @ParameterizedTest
  @MethodSource("entries")
  @DisplayName("gives no points without tests, and no exercise tests without points")
  void pointsGoToStagesWithTests(Manifest.Entry entry) {
    for (Stage stage : Stage.values()) {
      boolean ofSheet = entry.points().containsKey(Stage.QUESTION) && stage == Stage.SHAPE;
      assertThat(entry.testsOf(stage).isEmpty())
          .as("%s, %s without tests", entry.exercise(), stage)
          .isEqualTo(!entry.points().containsKey(stage) && !ofSheet);
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  @DisplayName("knows each test of a report by its title: no two of a class can be mixed up")
  void titlesAreUnambiguous(Manifest.Entry entry) {
    for (Manifest.Test test : entry.tests()) {
      List<String> reported =
          test.repeated()
              ? List.of(test.title() + "[1] x = 0", test.title() + " at 0")
              : List.of(test.title());

      for (String name : reported) {
        assertThat(entry.tests()).filteredOn(t -> t.isNamed(name)).containsExactly(test);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"01 sigmoid", "14 gradient-clipping", "24 quiz"})
  @DisplayName("names the tests as the results of a run do, and each of them is run")
  void agreesWithResults(String exercise) {
    Manifest.Entry entry =
        MANIFEST.stream().filter(e -> e.exercise().equals(exercise)).findFirst().orElseThrow();

    Standing standing = new AnswerRun(CHECKOUT.solutionsAndTests()).grade(List.of(exercise)).get(0);

    for (Outcome outcome : standing.outcomes()) {
      String method = outcome.method().replaceFirst("#\\d+$", "");
      boolean repeated = !method.equals(outcome.method());
      // A question of the quiz has a title of its own.
      String title = outcome.stage() == Stage.QUESTION ? "each answer is right" : outcome.title();
      assertThat(entry.tests())
          .contains(new Manifest.Test(method, title, outcome.stage(), repeated));
    }
    assertThat(standing.outcomes())
        .extracting(o -> o.method().replaceFirst("#\\d+$", ""))
        .containsAll(entry.tests().stream().map(Manifest.Test::method).toList());
    assertThat(standing.worth()).isEqualTo(entry.points());
  }

  @ParameterizedTest
  @MethodSource("entries")
  @DisplayName("finds each test case of Surefire's own report, if this build has written one")
  void findsTheTestCasesOfSurefire(Manifest.Entry entry) throws Exception {
    Path suite = CHECKOUT.tree().root().resolve("grader/suite/target");
    Path report = suite.resolve("surefire-reports/TEST-" + entry.testClass() + ".xml");
    Path tests =
        suite.resolve("test-classes").resolve(entry.testClass().replace('.', '/') + ".class");
    assumeThat(isNewer(report, tests))
        .as("no report of these tests: run the suite before, as ./mvnw verify does")
        .isTrue();

    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");

    assertThat(cases.getLength()).isPositive();
    for (int i = 0; i < cases.getLength(); i++) {
      Element found = (Element) cases.item(i);
      assertThat(found.getAttribute("classname")).isEqualTo(entry.testClass());
      assertThat(entry.tests())
          .filteredOn(t -> t.isNamed(found.getAttribute("name")))
          .as(found.getAttribute("name"))
          .hasSize(1);
    }
  }

  private static boolean isNewer(Path file, Path than) throws IOException {
    return Files.exists(file)
        && Files.exists(than)
        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
  }
}
