package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test would wait for ever if the change were lost. */
@Timeout(30)
class FileChangesTest {
  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createDirectories(temp.resolve("src/a")).resolve("A.java");
    Files.writeString(file, "class A {}");
  }

  @ParameterizedTest(name = "polling: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("a file that was saved between two looks is found at the next")
  void shouldFindWhatWasSavedInBetween(boolean poll) throws Exception {
    try (FileChanges changes = new FileChanges(temp, poll)) {
      Files.writeString(file, "class A { int one; }");
      assertThat(changes.await()).containsExactly(file);

      Files.writeString(file, "class A { int two, three; }");
      assertThat(changes.await()).containsExactly(file);
    }
  }

  @ParameterizedTest(name = "polling: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("a file put in place by renaming counts, even with the old time")
  void shouldFindRenamedFile(boolean poll) throws Exception {
    FileTime old = Files.getLastModifiedTime(file);
    try (FileChanges changes = new FileChanges(temp, poll)) {
      Path unfinished = Files.writeString(temp.resolve("A.tmp"), "class B {}");
      Files.setLastModifiedTime(unfinished, old);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);

      assertThat(changes.await()).containsExactly(file);
    }
  }

  @ParameterizedTest(name = "polling: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("new folders are watched too, deleted files count, other files don't")
  void shouldFollowFolders(boolean poll) throws Exception {
    try (FileChanges changes = new FileChanges(temp, poll)) {
      Files.writeString(temp.resolve("src/a/A.java.swp"), "x");
      Files.createDirectories(temp.resolve("target"));
      Files.writeString(temp.resolve("target/T.java"), "x");
      Path other = Files.createDirectories(temp.resolve("src/b")).resolve("B.java");
      Files.writeString(other, "class B {}");
      assertThat(changes.await()).containsExactly(other);

      Files.delete(other);
      assertThat(changes.await()).containsExactly(other);
    }
  }
}
