package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what a verdict rests on")
class VerdictKeysTest {
  private static final String SIGMOID = "01 sigmoid";
  private static final String RELU = "03 relu";
  private static final String ACTIVATION = "org/gradientkata/activation/";

  @TempDir private Path temp;
  private AnswerSet answers;

  @BeforeEach
  void makeAnswers() throws IOException {
    answers =
        new AnswerSet("test", temp.resolve("m/src/main/java"), temp.resolve("m/target/classes"));
    for (String exercise : Catalogue.exercises()) {
      for (Catalogue.Place place : Catalogue.places(exercise)) {
        classFile(place.className().replace('.', '/'), "code of " + exercise);
      }
    }
  }

  @Test
  @DisplayName("its own classes and those of all that it builds on, and no others")
  void shouldFollowPredecessors() throws IOException {
    Map<String, String> before = keys(Set.of());
    classFile(ACTIVATION + "Sigmoid", "other code");

    List<String> resting =
        Catalogue.exercises().stream()
            .filter(e -> e.equals(SIGMOID) || Board.before(e).contains(SIGMOID))
            .toList();
    assertThat(resting).contains(SIGMOID, "22 multi-layer-net").doesNotContain(RELU);
    assertThat(changed(before, keys(Set.of()))).isEqualTo(resting);
  }

  @Test
  @DisplayName("a class that the learner added, for whoever names it, also by way of another")
  void shouldFollowNames() throws IOException {
    classFile(ACTIVATION + "ReLU", "code that calls own/Helper");
    classFile("own/Helper", "code that calls own/計算");
    classFile("own/計算", "code");
    Map<String, String> before = keys(Set.of());
    classFile("own/計算", "other code");

    assertThat(changed(before, keys(Set.of()))).contains(RELU).doesNotContain(SIGMOID);
  }

  @Test
  @DisplayName("nested classes")
  void shouldSeeNestedClasses() throws IOException {
    Map<String, String> before = keys(Set.of());
    classFile(ACTIVATION + "Sigmoid$1", "code");

    assertThat(changed(before, keys(Set.of()))).contains(SIGMOID).doesNotContain(RELU);
  }

  @Test
  @DisplayName("its own source, whose lines a message may quote")
  void shouldSeeSource() throws IOException {
    Map<String, String> before = keys(Set.of());
    write(answers.sources().resolve(ACTIVATION + "Sigmoid.java"), "// a comment");

    assertThat(changed(before, keys(Set.of()))).containsExactly(SIGMOID);
  }

  @Test
  @DisplayName("the quiz's answer sheet, for the quiz alone")
  void shouldSeeAnswerSheet() throws IOException {
    Map<String, String> before = keys(Set.of());
    write(answers.folder().resolve("quiz-answers.yaml"), "a: b");

    assertThat(changed(before, keys(Set.of()))).containsExactly(Catalogue.QUIZ);
  }

  @Test
  @DisplayName("which of those that it builds on are wrong")
  void shouldSeeWhatIsWrong() {
    List<String> waiting =
        Catalogue.exercises().stream().filter(e -> Board.before(e).contains(RELU)).toList();

    assertThat(waiting).isNotEmpty();
    assertThat(changed(keys(Set.of()), keys(Set.of(RELU)))).isEqualTo(waiting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kata.deadline", "kata.strict", "kata.data"})
  @DisplayName("every setting of the kit")
  void shouldSeeSettings(String name) {
    Map<String, String> before = keys(Set.of());
    System.setProperty(name, "1234");
    try {
      assertThat(changed(before, keys(Set.of()))).isEqualTo(Catalogue.exercises());
    } finally {
      System.clearProperty(name);
    }
    assertThat(keys(Set.of())).isEqualTo(before);
  }

  @Test
  @DisplayName("the language of its messages and titles")
  void shouldSeeLanguage() {
    String language = System.getProperty("kata.lang");
    try {
      System.setProperty("kata.lang", "en");
      Map<String, String> before = keys(Set.of());
      System.setProperty("kata.lang", "ja");

      assertThat(changed(before, keys(Set.of()))).isEqualTo(Catalogue.exercises());
    } finally {
      if (language == null) {
        System.clearProperty("kata.lang");
      } else {
        System.setProperty("kata.lang", language);
      }
    }
  }

  @Test
  @DisplayName("the tests and tools, as folders or as jars")
  void shouldSeeTools() throws IOException {
    String classPath = System.getProperty("java.class.path");
    Path folder = temp.resolve("tools");
    Path jar = temp.resolve("tools.jar");
    write(folder.resolve("Some.class"), "code");
    write(jar, "code");
    try {
      System.setProperty(
          "java.class.path",
          String.join(java.io.File.pathSeparator, classPath, folder + "", jar + ""));
      Map<String, String> first = keys(Set.of());
      write(folder.resolve("Some.class"), "Code");
      Map<String, String> second = keys(Set.of());
      write(jar, "longer code");

      assertThat(changed(first, second)).isEqualTo(Catalogue.exercises());
      assertThat(changed(second, keys(Set.of()))).isEqualTo(Catalogue.exercises());
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }

  private Map<String, String> keys(Set<String> failing) {
    VerdictKeys keys = VerdictKeys.of(answers);
    return Catalogue.exercises().stream()
        .collect(Collectors.toMap(e -> e, e -> keys.of(e, failing), (a, b) -> a, TreeMap::new));
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.keySet().stream().filter(e -> !before.get(e).equals(after.get(e))).toList();
  }

  private void classFile(String name, String text) throws IOException {
    write(answers.classes().resolve(name + ".class"), text);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
