package org.gradientkata.classroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.InEnglish;
import org.gradientkata.classroom.SchemaFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the rules of a course")
@ExtendWith(InEnglish.class)
class CourseRulesFileTest {
  private static final String WHOLE =
      """
      forbid:
        - api: java.util.stream
          exercises: [01 sigmoid, 02 tanh]
          reason: Write the loops yourself.
        - api: org.ejml.dense.row.CommonOps_DDRM#invert
          exercises: 07 affine
        - api: java.util.Random#new
        - api: java.lang.Math#PI
        - api: org.ejml.dense
        - api: java.util.Map$Entry
      """;

  private static final SchemaFile SCHEMA = new SchemaFile("rules.schema.json");

  @TempDir private Path temp;

  @Test
  @DisplayName("name packages, classes and members, for some exercises or for all")
  void whole() throws IOException {
    CourseRules rules = read(WHOLE);

    assertThat(rules.bans())
        .extracting(Ban::kind)
        .containsExactly(
            Ban.Kind.PACKAGE,
            Ban.Kind.MEMBER,
            Ban.Kind.MEMBER,
            Ban.Kind.MEMBER,
            Ban.Kind.PACKAGE,
            Ban.Kind.CLASS);
    assertThat(rules.bans().get(0).concerns("02 tanh")).isTrue();
    assertThat(rules.bans().get(0).concerns("03 relu")).isFalse();
    assertThat(rules.bans().get(2).concerns("03 relu")).isTrue();
    assertThat(rules.words())
        .startsWith("java.util.stream in 01 sigmoid, 02 tanh: Write the loops yourself.; org.ejml");
    assertThat(SCHEMA.problems(WHOLE)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("are refused with the line of what is wrong")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          forbid:\\n- api: java.util.streams          | :2: | neither a package nor a class
          forbid:\\n- api: java.util.stream.*         | :2: | java.util.Arrays#fill
          forbid:\\n- reason: x\\n  api: java.utl.Arrays#fill | :3: | no class java.utl.Arrays
          forbid:\\n- api: java.util.Arrays#fil       | :2: | no public method or field fil
          forbid:\\n- {api: java.util, exercises: [1 sigmoid]} | :2: | 01 sigmoid, 02 tanh
          forbid:\\n- {api: java.util, exercises: 24 quiz}     | :2: | no exercise with code
          forbid:\\n- {api: java.util, in: 02 tanh}   | :2: | exercises
          allow:\\n- api: java.net                    | :1: | forbid
          forbid:\\n- exercises: 02 tanh              | :2: | api
          forbid: java.util                           | :1: | list
          forbid: []                                  | rules.yaml | forbids nothing
          # nothing                                   | rules.yaml | forbids nothing
          forbid:\\n  - api: [                        | :2: | YAML
          """)
  void mistakes(String yaml, String place, String word) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining(temp.resolve("rules.yaml").toString())
        .hasMessageContaining(place)
        .hasMessageContaining(word);
  }

  @Test
  @DisplayName("are refused in Japanese, too, and in another encoding with a word")
  void japanese() throws IOException {
    InEnglish.changeToJapanese();
    Path file = temp.resolve("rules.yaml");

    assertThatThrownBy(() -> read("forbid:\n- api: java.util.streams\n"))
        .hasMessageContaining(":2: api: java.util.streams は");
    Files.write(file, "forbid: # 禁止\n".getBytes(Charset.forName("Shift_JIS")));
    assertThatThrownBy(() -> CourseRulesFile.read(file)).hasMessageContaining("UTF-8");
  }

  @Test
  @DisplayName("that the schema refuses are refused by the reader, too")
  void schema() throws IOException {
    for (String wrong :
        new String[] {
          "allow: []",
          "forbid: []",
          "forbid: [{}]",
          "forbid: [{api: a b}]",
          "forbid: [{api: java.util, exercises: [sigmoid]}]",
          "forbid: [{api: java.util, why: x}]"
        }) {
      assertThat(SCHEMA.problems(wrong)).as(wrong).isNotEmpty();
      assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(ClassroomMistake.class);
    }
  }

  private CourseRules read(String yaml) throws IOException {
    Path file = temp.resolve("rules.yaml");
    Files.writeString(file, yaml);
    return CourseRulesFile.read(file);
  }
}
