package org.gradientkata.classroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.intake.SubmissionPlace.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  @EnabledOnOs(OS.LINUX) // elsewhere names are letters whatever the locale
  @DisplayName("names that no letters come of stay apart")
  void shouldTellBytesApart() throws Exception {
    makeFolders("a\\202 a\\203");

    assertThat(SubmissionPlace.in(folder))
        .extracting(SubmissionPlace::name)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(n -> n.startsWith("a_~"));
  }

  /** By their bytes in octal digits, so that it doesn't hang on this JVM's locale. */
  private void makeFolders(String names) throws InterruptedException {
    Process mkdir = start("sh", "-c", "cd '" + folder + "' && mkdir $(printf '" + names + "')");
    assumeThat(mkdir.waitFor()).as("mkdir").isZero();
  }

  /** Lists a folder in a locale of its own. */
  static final class Listing {
    private Listing() {}

    /**
     * Prints what came of it.
     *
     * @param args the folder
     * @throws IOException if it can't be read
     */
    public static void main(String[] args) throws IOException {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      try {
        SubmissionPlace.in(Path.of(args[0])).forEach(p -> out.println(p.name()));
      } catch (ClassroomMistake e) {
        out.println(e.getMessage());
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // elsewhere names are letters whatever the locale
  @DisplayName("a locale without the letters of a name is named, with the cure")
  void shouldNameLocale() throws Exception {
    makeFolders("\\347\\224\\260\\344\\270\\255"); // 田中 in UTF-8
    Files.createDirectory(folder.resolve("alice"));

    assertThat(listed("C")).singleElement().asString().contains("LC_ALL=C.UTF-8", "ANSI_X3.4-1968");
    assertThat(listed("C.UTF-8")).containsExactly("alice", "田中");
  }

  private List<String> listed(String locale) throws IOException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dkata.lang=en",
            "-cp",
            System.getProperty("java.class.path"),
            Listing.class.getName(),
            folder.toString());
    java.environment().put("LC_ALL", locale);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(java.start().getInputStream(), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @Test
  @DisplayName("a folder that isn't there is named")
  void shouldNameMissingFolder() {
    assertThatThrownBy(() -> SubmissionPlace.in(folder.resolve("none")))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessageContaining("none");
  }
}
