package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path temp;

  @Test
  @DisplayName("a file appears complete, in a folder made for it, with nothing beside it")
  void shouldLeaveOnlyTheCompleteFile() throws IOException {
    RunFolder folder = new RunFolder(temp.resolve("a/b"));
    folder.requireWritable();

    Path file = folder.write("x.json", new byte[] {1, 2, 3});

    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(names(folder.path())).containsExactly("x.json");
  }

  @Test
  @DisplayName("looking whether one can write makes nothing")
  void shouldMakeNothingWhenOnlyAsked() throws IOException {
    new RunFolder(temp.resolve("a/b")).requireWritable();

    assertThat(names(temp)).isEmpty();
  }

  @Test
  @DisplayName("an older file is replaced")
  void shouldReplaceOlderFile() throws IOException {
    RunFolder folder = new RunFolder(temp);
    folder.write("x.json", new byte[] {1});

    Path file = folder.write("x.json", new byte[] {2});

    assertThat(file).hasBinaryContent(new byte[] {2});
    assertThat(names(temp)).containsExactly("x.json");
  }

  @Test
  @DisplayName("where the file can't take its place nothing half-written stays")
  void shouldCleanUpWhenMoveFails() throws IOException {
    Files.createDirectories(temp.resolve("x.json/occupied"));
    RunFolder folder = new RunFolder(temp);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> folder.write("x.json", new byte[] {1}));

    assertThat(names(temp)).containsExactly("x.json");
  }

  @Test
  @DisplayName("a file where the folder should be is refused early")
  void shouldRefuseFileAsFolder() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatExceptionOfType(NotDirectoryException.class)
        .isThrownBy(() -> new RunFolder(file.resolve("out")).requireWritable());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
