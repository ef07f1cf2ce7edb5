package org.gradientkata.classroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.gradientkata.classroom.intake.SubmissionPlace.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SubmissionPlaceTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("folders, zips, links and other archives are submissions, notes are none")
  void shouldListSubmissions() throws IOException {
    Files.createDirectory(folder.resolve("alice"));
    Files.createFile(folder.resolve("bob.ZIP"));
    Files.createFile(folder.resolve("carol.tar.gz"));
    Files.createSymbolicLink(folder.resolve("dave"), folder);
    Files.createFile(folder.resolve("roster.csv"));
    Files.createFile(folder.resolve(".DS_Store"));

    List<SubmissionPlace> places = SubmissionPlace.in(folder);

    assertThat(places)
        .extracting(SubmissionPlace::name)
        .containsExactly("alice", "bob", "carol.tar.gz", "dave");
    assertThat(places)
        .extracting(SubmissionPlace::kind)
        .containsExactly(Kind.FOLDER, Kind.ZIP, Kind.OTHER, Kind.LINK);
  }

  @Test
  @DisplayName("a pipe that is called a zip is not waited for")
  void shouldNotOpenPipes() throws Exception {
    Path pipe = folder.resolve("eve.zip");
    Process mkfifo = start("mkfifo", pipe.toString());
    assumeThat(mkfifo.waitFor()).as("mkfifo").isZero();

    assertThat(SubmissionPlace.in(folder))
        .extracting(SubmissionPlace::kind)
        .containsExactly(Kind.OTHER);
  }

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new TestAbortedException("no " + command[0] + " on this machine", e);
    }
  }

  @Test
  @DisplayName("names of any script stay, odd ones are changed and stay apart")
  void shouldKeepNamesApart() throws IOException {
    String encoding = System.getProperty("sun.jnu.encoding");
    assumeThat(Charset.forName(encoding).newEncoder().canEncode("山田"))
        .as("the locale's encoding, %s, has no Japanese file names", encoding)
        .isTrue();
    for (String name : List.of("山田 太郎", "Zoë", "a;b", "a:b", "-rf", "con", "alice", "ALICE")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.createFile(folder.resolve("alice.zip"));

    List<String> names = SubmissionPlace.in(folder).stream().map(SubmissionPlace::name).toList();

    assertThat(names).hasSize(9).doesNotHaveDuplicates().contains("山田 太郎", "Zoë");
    assertThat(names).filteredOn(n -> n.startsWith("a_b~")).hasSize(2);
    assertThat(names)
        .filteredOn(n -> n.toLowerCase(java.util.Locale.ROOT).startsWith("alice~"))
        .hasSize(3);
    assertThat(names).noneMatch(n -> n.startsWith("-") || n.equals("con"));
  }

  @Test
  @DisplayName("a folder that isn't there is named")
  void shouldNameMissingFolder() {
    assertThatThrownBy(() -> SubmissionPlace.in(folder.resolve("none")))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessageContaining("none");
  }
}
