package org.gradientkata.classroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradientkata.classroom.intake.Sources.SIGMOID;
import static org.gradientkata.classroom.intake.Sources.TANH;
import static org.gradientkata.classroom.intake.Sources.sigmoid;
import static org.gradientkata.classroom.intake.Sources.tanh;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderIntakeTest {
  private static final IntakeLimits LIMITS =
      new IntakeLimits(1 << 20, 50, 10 << 20, 64 << 10, 100, 8);

  @TempDir private Path temp;
  private final List<Path> closed = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temp.resolve("learner"));
  }

  @Test
  @DisplayName("of a checkout of the whole kit the exercises are taken, not the solutions")
  void shouldTakeExercisesOfCheckout() throws IOException {
    write("exercises/src/main/java/org/gradientkata/activation/Sigmoid.java", sigmoid("1"));
    write("solutions/src/main/java/org/gradientkata/activation/Sigmoid.java", sigmoid("2"));
    write("exercises/quiz-answers.yaml", "a: 1");
    write("solutions/quiz-answers.yaml", "a: 2");
    write(".git/refs/Sigmoid.java", sigmoid("3"));
    write("exercises/target/Sigmoid.java", sigmoid("4"));

    Submission taken = take();

    assertThat(taken.sources()).containsOnlyKeys(SIGMOID).containsEntry(SIGMOID, sigmoid("1"));
    assertThat(taken.sheet()).contains("a: 1");
    assertThat(taken.remarks()).isEmpty();
  }

  @Test
  @DisplayName("links to files and to folders are not followed")
  void shouldNotFollowLinks() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), sigmoid("1"));
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("Tanh.java"), tanh("1"));
    Files.createSymbolicLink(folder.resolve("Sigmoid.java"), secret);
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    Submission taken = take();

    assertThat(taken.sources()).isEmpty();
    assertThat(taken.refusedClasses()).containsExactly(SIGMOID);
    assertThat(taken.remarks()).contains(Remark.of("link", "Sigmoid.java"));
  }

  @Test
  @DisplayName("the zip in a folder is opened where it is all that the folder holds")
  void shouldOpenTheOnlyZip() throws IOException {
    byte[] zip = new ZipBytes().file("Sigmoid.java", sigmoid("1")).bytes();
    Files.write(folder.resolve("work.zip"), zip);
    write("readme.txt", "please see the zip");

    assertThat(take().sources()).containsOnlyKeys(SIGMOID);

    write("Tanh.java", tanh("1"));

    assertThat(take().sources()).containsOnlyKeys(TANH);
  }

  @Test
  @DisplayName("a folder with too many files is refused as a whole")
  void shouldRefuseManyFiles() throws IOException {
    for (int i = 0; i <= LIMITS.entries(); i++) {
      write("f" + i, "");
    }

    Submission taken = take();

    assertThat(taken.refused()).isTrue();
    assertThat(taken.remarks()).containsExactly(Remark.of("folder.entries", LIMITS.entries()));
  }

  @Test
  @DisplayName("a file or folder that may not be opened costs itself alone")
  void shouldRemarkOnClosedFiles() throws IOException {
    write("Sigmoid.java", sigmoid("1"));
    write("Tanh.java", tanh("1"));
    write("closed/Swish.java", "x");
    close("Sigmoid.java");
    close("closed");

    Submission taken = take();

    assertThat(taken.sources()).containsOnlyKeys(TANH);
    assertThat(taken.refusedClasses()).containsExactly(SIGMOID);
    assertThat(taken.remarks())
        .containsExactly(
            Remark.of("unreadable", "closed"), Remark.of("unreadable", "Sigmoid.java"));
  }

  @Test
  @DisplayName("a folder that may not be opened is refused as a whole")
  void shouldRefuseClosedFolder() throws IOException {
    write("Sigmoid.java", sigmoid("1"));
    close("");

    assertThat(take().refused()).isTrue();
  }

  @Test
  @DisplayName("a folder with the name of an exercise file is not read")
  void shouldRefuseFolderNamedLikeFile() throws IOException {
    write("Sigmoid.java/inside", "x");
    write("Tanh.java", tanh("1"));

    assertThat(take().sources()).containsOnlyKeys(TANH);
  }

  @Test
  @DisplayName("an empty folder is a submission without exercises, with a word")
  void shouldRemarkOnNothing() throws IOException {
    Submission taken = take();

    assertThat(taken.refused()).isFalse();
    assertThat(taken.remarks()).containsExactly(Remark.of("nothing"));
  }

  @Test
  @DisplayName("a mark at the front of the text is taken off, as editors on Windows write it")
  void shouldDropByteOrderMark() throws IOException {
    write("Sigmoid.java", "\uFEFF" + sigmoid("1"));

    assertThat(take().sources()).containsEntry(SIGMOID, sigmoid("1"));
  }

  /** Takes all rights away, which root does not mind and Windows does not know. */
  private void close(String path) throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no such rights");
    Path file = folder.resolve(path);
    Files.setPosixFilePermissions(file, Set.of());
    closed.add(file);
    assumeTrue(!Files.isReadable(file), "root may read everything");
  }

  @AfterEach
  void open() throws IOException {
    for (Path file : closed) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Submission take() {
    return new Intake(LIMITS)
        .take(new SubmissionPlace("learner", folder, SubmissionPlace.Kind.FOLDER));
  }
}
