package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.gradientkata.suite.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what an exercise should have")
class CompletenessTest {
  private static final Path ROOT = Checkout.here().tree().root();

  static List<String> exercises() {
    return Catalogue.exercises();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  @DisplayName("every exercise of the kit is whole, in both languages")
  void shouldLackNothing(String exercise) {
    assertThat(new Completeness(ROOT).lacking(exercise)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          grader/suite/src/main/resources/org/gradientkata/suite/texts/kit_en.properties, kit_ja.properties
          grader/kata/src/main/resources/org/gradientkata/kata/kata_en.properties, kata_ja.properties
          grader/labs/src/main/resources/org/gradientkata/labs/experiment/labs_en.properties, labs_ja.properties
          datasets/src/main/resources/org/gradientkata/datasets/messages.properties, messages_ja.properties
          grader/contract/src/main/resources/org/gradientkata/contract/messages.properties, messages_ja.properties
          """)
  @DisplayName("the kit's other texts have the same keys and gaps in both languages")
  void shouldSayTheSameInBothLanguages(String english, String japanese) throws IOException {
    Properties en = load(ROOT.resolve(english));
    Properties ja = load(ROOT.resolve(english).resolveSibling(japanese));

    assertThat(en.stringPropertyNames()).isEqualTo(ja.stringPropertyNames()).isNotEmpty();
    assertThat(en.stringPropertyNames())
        .allSatisfy(key -> assertThat(TextFiles.gaps(ja, key)).isEqualTo(TextFiles.gaps(en, key)));
  }

  @Nested
  @DisplayName("is missed when it isn't there:")
  class Missed {
    private static final String EXERCISE = "03 relu";
    private static final String TEXTS =
        "grader/suite/src/main/resources/org/gradientkata/suite/texts/";

    @TempDir private Path copy;

    @BeforeEach
    void copyExercise() throws IOException {
      String relu = "src/main/java/org/gradientkata/activation/";
      for (String name : List.of("ReLU", "LeakyReLU")) {
        copy("solutions/" + relu + name + ".java");
        copy("exercises/" + relu + name + ".java");
        copy("solutions/src/variants/org/gradientkata/activation/" + name + ".variants");
      }
      copy("grader/suite/src/test/java/org/gradientkata/activation/ReluTest.java");
      copy(TEXTS + "relu_en.properties");
      copy(TEXTS + "relu_ja.properties");
      copy("docs/lessons/03-relu.md");
      copy("docs/lessons/03-relu.ja.md");
      copy("docs/lessons/img/03-relu.png");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"title", "hint.1", "hint.3", "because.leak", "twin.ReLU.value.absolute"})
    @DisplayName("a text in one language")
    void shouldMissText(String key) throws IOException {
      edit(TEXTS + "relu_ja.properties", "(?m)^" + key.replace(".", "\\.") + " = .*$", "");

      assertThat(lacking()).containsExactly(Lack.of(Lack.Kind.TEXT, texts("ja"), key));
    }

    @Test
    @DisplayName("the Japanese title of a test")
    void shouldMissTitleOfTest() throws IOException {
      edit(TEXTS + "relu_ja.properties", "(?m)^test\\.passesNanOn = .*$", "");

      assertThat(lacking())
          .containsExactly(Lack.of(Lack.Kind.TEXT, texts("ja"), "test.passesNanOn"));
    }

    @Test
    @DisplayName("a text that nothing asks for is named as well")
    void shouldNameUnusedText() throws IOException {
      edit(TEXTS + "relu_en.properties", "$", "\nbecause.nobody-asks = x\n");

      assertThat(lacking())
          .containsExactly(Lack.of(Lack.Kind.UNUSED_TEXT, texts("en"), "because.nobody-asks"));
    }

    @Test
    @DisplayName("a gap that one language fills and the other doesn't")
    void shouldNameOtherGaps() throws IOException {
      edit(TEXTS + "relu_ja.properties", "because\\.leak = ", "because.leak = {0} ");

      assertThat(lacking()).containsExactly(Lack.of(Lack.Kind.GAPS, texts("ja"), "because.leak"));
    }

    @Test
    @DisplayName("a lesson, its picture, an up-to-date stub, twins, a right form")
    void shouldMissFiles() throws IOException {
      Files.delete(copy.resolve("docs/lessons/03-relu.md"));
      edit("docs/lessons/03-relu.ja.md", "!\\[", "[");
      edit("exercises/src/main/java/org/gradientkata/activation/ReLU.java", "$", "// mine\n");
      Files.delete(
          copy.resolve("solutions/src/variants/org/gradientkata/activation/ReLU.variants"));
      Files.delete(
          copy.resolve("solutions/src/variants/org/gradientkata/activation/LeakyReLU.variants"));

      assertThat(lacking())
          .contains(
              Lack.of(
                  Lack.Kind.STUB, "exercises/src/main/java/org/gradientkata/activation/ReLU.java"),
              Lack.of(Lack.Kind.TWINS, 0),
              Lack.of(Lack.Kind.RIGHT_FORM),
              Lack.of(Lack.Kind.LESSON, "docs/lessons/03-relu.md"),
              Lack.of(Lack.Kind.PICTURE, "docs/lessons/03-relu.ja.md"));
    }

    private List<Lack> lacking() {
      return new Completeness(copy).lacking(EXERCISE);
    }

    private static String texts(String language) {
      return TEXTS + "relu_" + language + ".properties";
    }

    private void copy(String file) throws IOException {
      Files.createDirectories(copy.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), copy.resolve(file));
    }

    private void edit(String file, String pattern, String replacement) throws IOException {
      Path path = copy.resolve(file);
      String before = Files.readString(path);
      String after = before.replaceFirst(pattern, replacement);
      assertThat(after).isNotEqualTo(before);
      Files.writeString(path, after);
    }
  }

  private static Properties load(Path file) throws IOException {
    Properties texts = new Properties();
    texts.load(new StringReader(Files.readString(file)));
    return texts;
  }
}
