package org.gradientkata.classroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.intake.Roster.Person;
import org.gradientkata.classroom.intake.SubmissionPlace.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("people are found by the submission that they name, alone or as a group")
  void shouldFindNamedSubmission() throws IOException {
    Roster roster =
        roster(
            """
            name,id,submission
            "Doe, Jane",17,team-a
            山田 太郎,18,team-a
            """);

    assertThat(roster.of(place("team-a.zip")))
        .extracting(Person::name)
        .containsExactly("Doe, Jane", "山田 太郎");
    assertThat(roster.of(place("team-b"))).isEmpty();
  }

  @Test
  @DisplayName("failing that, by the id as a word of the name, if it is one person's only")
  void shouldFindIdInName() throws IOException {
    Roster roster = roster("id\n17\n1\nassignment\nhana\n");

    assertThat(roster.of(place("Jane Doe_17_assignsubmission_file")))
        .extracting(Person::id)
        .containsExactly("17");
    assertThat(roster.of(place("lesson-hana"))).extracting(Person::id).containsExactly("hana");
    assertThat(roster.of(place("assignment-hana"))).as("two ids").isEmpty();
    assertThat(roster.of(place("117"))).isEmpty();
  }

  @Test
  @DisplayName(
      "an accent counts alike as a sign of its own, as on a Mac, and as part of its letter")
  void shouldCompareComposed() throws IOException {
    assumeThat(
            Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode("e\u0301"))
        .as("the locale has such file names")
        .isTrue();
    Roster roster = roster("id,submission\n1,Zo\u00E9\nRen\u00E9,\n");

    assertThat(roster.of(place("Zoe\u0301"))).extracting(Person::id).containsExactly("1");
    assertThat(roster.of(place("Rene\u0301_file"))).extracting(Person::id).hasSize(1);
    assertThat(place("Zoe\u0301.zip").stem()).isEqualTo(place("zo\u00E9").stem());
  }

  @Test
  @DisplayName("a spreadsheet's mark, blanks and empty lines do no harm")
  void shouldReadWhatSpreadsheetsWrite() throws IOException {
    assertThat(roster("\uFEFFID , Name\r\n 7 , Ann \r\n,\r\n").people())
        .containsExactly(new Person("7", "Ann", "", ""));
  }

  @Test
  @DisplayName("a mistake is named with file and line")
  void shouldNameMistakes() {
    assertThatThrownBy(() -> roster("name\nAnn\n"))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContainingAll("roster.csv", "id");
    assertThatThrownBy(() -> roster("id,name\n1,Ann\n1,Bob\n"))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContainingAll("roster.csv", "3", "1");
    assertThatThrownBy(() -> roster("id,name\n,Ann\n"))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContainingAll("roster.csv", "2");
    assertThatThrownBy(() -> roster("id,name\n1,山田\n", Charset.forName("Shift_JIS")))
        .isInstanceOf(ClassroomMistake.class)
        .hasMessageContaining("UTF-8");
  }

  private Roster roster(String csv) throws IOException {
    return roster(csv, StandardCharsets.UTF_8);
  }

  private Roster roster(String csv, Charset charset) throws IOException {
    return Roster.read(Files.write(folder.resolve("roster.csv"), csv.getBytes(charset)));
  }

  private SubmissionPlace place(String file) {
    return new SubmissionPlace(file, folder.resolve(file), Kind.FOLDER);
  }
}
