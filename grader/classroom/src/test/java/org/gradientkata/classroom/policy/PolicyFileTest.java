package org.gradientkata.classroom.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.InEnglish;
import org.gradientkata.classroom.SchemaFile;
import org.gradientkata.classroom.batch.BatchSettings;
import org.gradientkata.classroom.batch.ExerciseResult;
import org.gradientkata.classroom.batch.Gradebook;
import org.gradientkata.classroom.batch.SubmissionResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a policy")
@ExtendWith(InEnglish.class)
class PolicyFileTest {
  private static final Set<String> IDS = Set.of("s1", "s2", "s3");

  private static final String WHOLE =
      """
      zone: Asia/Tokyo
      deadline: 2026-11-20 23:59
      submitted: submitted.csv
      late:
        grace-minutes: 15
        free-days: 1
        percent-per-day: 10
        last-day: 7
      extensions:
        - id: s2
          days: 3
          reason: illness
        - id: s3
          deadline: 2026-12-24T12:00:00+09:00
      weights:
        02 tanh: 2
        24 quiz: 0
      best: 100
      missing: zero
      """;

  private static final SchemaFile SCHEMA = new SchemaFile("policy.schema.json");

  @TempDir private Path temp;

  /**
   * With 10 of 10 and 4 of 10 points, the second twice as heavy: (10 + 8)/(10 + 20) is 60 of 100. A
   * day that has begun counts; the first is free, each further one takes a tenth.
   */
  @ParameterizedTest(name = "{0} at {1}: {2} days, {3} % off, {4}")
  @CsvSource(
      textBlock =
          """
          s1, 2026-11-20 23:59,          0,   0, 60
          s1, 2026-11-21 00:14,          0,   0, 60
          s1, 2026-11-21 00:15,          1,   0, 60
          s1, 2026-11-21 23:59,          1,   0, 60
          s1, 2026-11-21T15:00:00Z,      2,  10, 54
          s1, 2026-11-27 23:59,          7,  60, 24
          s1, 2026-11-28 00:00,          8, 100, 0
          s2, 2026-11-23 23:59,          0,   0, 60
          s2, 2026-11-25 00:00,          2,  10, 54
          s3, 2026-12-24 12:00:00 +09:00, 0,  0, 60
          """)
  @DisplayName("weighs, scales, and takes off what lateness costs")
  void grades(String id, String submitted, int days, String off, String points) throws IOException {
    Grading grading = read(WHOLE, "ID,submitted\n" + id + "," + submitted + "\n");

    Grade grade = grading.grade(row(id), Optional.of(result()), exercises());

    Lateness lateness = grade.lateness().orElseThrow();
    assertThat(lateness.days()).isEqualTo(days);
    assertThat(lateness.percentOff()).isEqualByComparingTo(off);
    assertThat(grade.points()).isEqualByComparingTo(points);
    assertThat(grade.maximum()).isEqualByComparingTo("100");
    assertThat(grade.exercises().values().stream().mapToDouble(p -> p.doubleValue()).sum())
        .isCloseTo(Double.parseDouble(points), org.assertj.core.api.Assertions.within(1e-5));
    assertThat(grade.row().points()).isEqualTo(14);
  }

  @Test
  @DisplayName("counts the last of several times, and those without one as on time")
  void times() throws IOException {
    Grading grading = read(WHOLE, "submitted,id\n2026-11-22 10:00,s1\n2026-11-20 10:00,s1\n,s2\n");

    assertThat(grading.times())
        .containsOnly(Map.entry("s1", Instant.parse("2026-11-22T01:00:00Z")));
    assertThat(grading.grade(row("s2"), Optional.of(result()), exercises()).points())
        .isEqualByComparingTo("60");
  }

  @Test
  @DisplayName("gives 0 to those without a submission only if it says so, never to what is broken")
  void missing() throws IOException {
    Gradebook.Row nothing =
        new Gradebook.Row("s1", "", "", "", "no_submission", 0, 0, Map.of(), Map.of(), true);
    Gradebook.Row broken =
        new Gradebook.Row("s1", "", "", "x", "grader_error", 0, 0, Map.of(), Map.of(), true);
    Grading zero = read("missing: zero", "");
    Grading none = read("best: 10", "");

    assertThat(zero.grade(nothing, Optional.empty(), exercises()))
        .matches(Grade::isThere)
        .satisfies(g -> assertThat(g.points()).isZero());
    assertThat(none.grade(nothing, Optional.empty(), exercises()).isThere()).isFalse();
    assertThat(zero.grade(broken, Optional.empty(), exercises()).isThere()).isFalse();
  }

  @ParameterizedTest(name = "line {1}: {2}")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          best: [1                                                   | 1 | no YAML
          - a                                                        | 1 | name: value
          dedline: 2026-11-20T23:59:00Z                              | 1 | Unknown key 'dedline'
          best: ten                                                  | 1 | best: ten is no number from 0 to 1000000
          best: -1                                                   | 1 | is no number
          best: 0                                                    | 1 | more than 0
          best: 10~missing: maybe                                    | 2 | maybe
          deadline: tomorrow                                         | 1 | tomorrow is no point in time
          deadline: 2026-11-20 23:59                                 | 1 | name a zone
          zone: Mars/Olympus                                         | 1 | is no time zone
          late:~  percent-per-day: 10                                | 1 | late means nothing without a deadline
          deadline: 2026-11-20T23:59:00Z~late:~  free-days: 1.5      | 3 | 1.5 is no whole number
          deadline: 2026-11-20T23:59:00Z~late:~  percent-per-day: 110 | 3 | from 0 to 100
          deadline: 2026-11-20T23:59:00Z~late:~  per-day: 10         | 3 | percent-per-day
          deadline: 2026-11-20T23:59:00Z~submitted: none.csv         | 2 | there is no file
          deadline: 2026-11-20T23:59:00Z~extensions:~- id: s9~  days: 1 | 3 | s9
          deadline: 2026-11-20T23:59:00Z~extensions:~- id: s1        | 3 | either a deadline or
          deadline: 2026-11-20T23:59:00Z~extensions:~- days: 1       | 3 | 'id' is missing
          deadline: 2026-11-20T23:59:00Z~extensions:~- id: s1~  days: 1~- id: s1~  days: 2 | 5 | above
          weights:~  01 sigmoid: 1~  99 magic: 1                     | 3 | 99 magic is no exercise
          weights:~  01 sigmoid: heavy                               | 2 | heavy
          """)
  @DisplayName("that is wrong is refused with its line")
  void mistakes(String yaml, int line, String words) {
    assertThatThrownBy(() -> read(yaml.replace("~", "\n"), ""))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("policy.yaml:" + line + ":")
        .hasMessageContaining(words);
  }

  @Test
  @DisplayName("with a table of times that is wrong is refused with the table's line")
  void wrongTimes() {
    assertThatThrownBy(() -> read(WHOLE, "id,submitted\ns1,yesterday\n"))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContainingAll("submitted.csv", "line 2", "yesterday");
    assertThatThrownBy(() -> read(WHOLE, "id,date\ns1,2026-11-20 10:00\n"))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContainingAll("submitted.csv", "id and submitted");
    assertThatThrownBy(() -> read("# nothing", ""))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("empty");
  }

  @Test
  @DisplayName("is described by a schema that takes the whole one and refuses each wrong form")
  void schema() throws IOException {
    assertThat(SCHEMA.problems(WHOLE)).isEmpty();
    for (String wrong :
        List.of(
            "dedline: x",
            "best: ten",
            "best: 0",
            "missing: maybe",
            "deadline: tomorrow",
            "late: {percent-per-day: 10}",
            "deadline: 2026-11-20T23:59:00Z\nlate: {free-days: 1.5}",
            "deadline: 2026-11-20T23:59:00Z\nlate: {percent-per-day: 110}",
            "deadline: 2026-11-20T23:59:00Z\nlate: {per-day: 110}",
            "deadline: 2026-11-20T23:59:00Z\nextensions: [{id: s1}]",
            "deadline: 2026-11-20T23:59:00Z\nextensions: [{days: 1}]",
            "weights: {sigmoid: 1}",
            "weights: {01 sigmoid: heavy}")) {
      assertThat(SCHEMA.problems(wrong)).as(wrong).isNotEmpty();
    }
  }

  private Grading read(String yaml, String times) throws IOException {
    Path file = temp.resolve("policy.yaml");
    Files.writeString(file, yaml);
    if (!times.isEmpty()) {
      Files.writeString(temp.resolve("submitted.csv"), times);
    }
    return PolicyFile.read(file, IDS);
  }

  private static Gradebook.Row row(String id) {
    Map<String, Integer> points = Map.of("01 sigmoid", 10, "02 tanh", 4);
    return new Gradebook.Row(id, "", "", "x", "graded", 14, 20, points, Map.of(), true);
  }

  private static SubmissionResult result() {
    BatchSettings s = new BatchSettings(1, "kit", 7, "en", "none", false, "", "", "0/1");
    return new SubmissionResult(
        1,
        "x",
        "x",
        "",
        s.kit(),
        s.seed(),
        s.language(),
        s.isolation(),
        s.advisory(),
        SubmissionResult.Status.GRADED,
        14,
        20,
        List.of(),
        exercises());
  }

  private static List<ExerciseResult> exercises() {
    return List.of(exercise("01 sigmoid", 10), exercise("02 tanh", 4));
  }

  private static ExerciseResult exercise(String name, int points) {
    return new ExerciseResult(
        name, "wrong", "", points, 10, points, -1, 1, 1, List.of(), List.of(), List.of());
  }
}
