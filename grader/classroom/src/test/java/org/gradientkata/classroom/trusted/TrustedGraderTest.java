package org.gradientkata.classroom.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.trusted.TrustedGrader.Predecessors;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrustedGraderTest {
  private static final Path SOLUTIONS = CodePlaces.of(Sigmoid.class).get(0);
  private static TrustedGrader grader;

  @BeforeAll
  static void lookForSandbox() throws IOException, ClassNotFoundException {
    Sandbox sandbox = Sandbox.find();
    assumeThat(sandbox.present())
        .as("answers run only in a sandbox, and bubblewrap isn't there or doesn't work here")
        .isTrue();
    Path tests = CodePlaces.of(Class.forName(Catalogue.testClass("01 sigmoid"))).get(0);
    grader = new TrustedGrader(sandbox, TrustedLimits.usual(), tests, SOLUTIONS);
  }

  @AfterAll
  static void end() {
    if (grader != null) {
      grader.close();
    }
  }

  @Test
  @DisplayName("the reference earns all points in the sandbox, as it does outside")
  void shouldGradeReference() throws IOException {
    List<String> exercises =
        Catalogue.exercises().stream().filter(e -> !Catalogue.places(e).isEmpty()).toList();

    GradedAnswers graded = grader.grade(reference(exercises), exercises, Predecessors.OWN, 1);

    String unsolved =
        graded.standings().stream()
            .flatMap(s -> s.reason().stream())
            .map(o -> o.exercise() + " " + o.method() + " " + o.state() + ": " + o.message())
            .collect(Collectors.joining("\n"));
    assertThat(unsolved).isEmpty();
    assertThat(graded.standings()).extracting(Standing::points).doesNotContain(0);
  }

  @Test
  @DisplayName("without any file every exercise is not started")
  void shouldGradeNothing() throws IOException {
    GradedAnswers graded =
        grader.grade(
            new AnswerClasses(Map.of(), Optional.empty()),
            Catalogue.exercises(),
            Predecessors.OWN,
            1);

    assertThat(graded.outcomes().values()).containsOnly("not_started");
    assertThat(graded.standings().get(0).outcomes())
        .as("there is no file to name, nor a line")
        .allSatisfy(o -> assertThat(o.message()).contains("Sigmoid").doesNotContain("null", "<"));
    assertThat(graded.standings()).extracting(Standing::points).containsOnly(0);
    assertThat(graded.standings())
        .filteredOn(s -> !Catalogue.places(s.exercise().value()).isEmpty())
        .flatExtracting(Standing::outcomes)
        .as("no test passes, nor waits for a predecessor")
        .extracting(Outcome::state)
        .containsOnly(State.NOT_STARTED);
  }

  @Test
  @DisplayName("what isn't begun is told in its place among what is")
  void shouldPlaceStubs() throws IOException {
    List<String> begun = List.of("01 sigmoid", "07 affine");

    GradedAnswers graded =
        grader.grade(reference(begun), Catalogue.exercises(), Predecessors.OWN, 1);

    assertThat(graded.standings())
        .extracting(s -> s.exercise().value())
        .containsExactlyElementsOf(Catalogue.exercises());
    assertThat(graded.outcomes())
        .containsOnlyKeys(Catalogue.exercises())
        .containsEntry("06 numerical-gradient", "not_started")
        .containsEntry("07 affine", "solved");
  }

  @Test
  @DisplayName("an exercise alone is solved on the reference's predecessors")
  void shouldStandOnReference() throws IOException {
    List<String> one = List.of("23 trainer");

    assertThat(grader.grade(reference(one), one, Predecessors.OWN, 1).outcomes())
        .doesNotContainValue("solved");
    assertThat(grader.grade(reference(one), one, Predecessors.REFERENCE, 1).outcomes())
        .containsOnly(Map.entry("23 trainer", "solved"));
  }

  private static AnswerClasses reference(List<String> exercises) throws IOException {
    Reference reference = new Reference(SOLUTIONS);
    Map<String, Map<String, byte[]>> files = new TreeMap<>();
    for (String exercise : exercises) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        Map<String, byte[]> own = new TreeMap<>(reference.of(exercise));
        own.keySet().removeIf(n -> !n.replaceFirst("\\$.*", "").equals(place.className()));
        files.put(place.className(), own);
      }
    }
    return new AnswerClasses(files, Optional.empty());
  }
}
