package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {
  @TempDir private Path temp;
  private Path root;
  private Path target;

  @BeforeEach
  void makeBuild() throws IOException {
    root = temp.resolve("kit");
    target = Files.createDirectories(root.resolve("grader/kata/target"));
    Files.createDirectories(root.resolve("grader/labs/src/main"));
    Files.createFile(root.resolve("pom.xml"));
    jar(target.resolve("kata-1.jar"), "A.class");
    jar(temp.resolve("signed.jar"), "B.class", "META-INF/ECLIPSE_.SF", "META-INF/ECLIPSE_.RSA");
    Files.writeString(target.resolve("dependencies.txt"), temp.resolve("signed.jar").toString());
    Files.createFile(target.resolve("building"));
  }

  @Test
  @DisplayName("the class path names copies, seen from the root, the kit's own jar first")
  void shouldWriteClassPathSeenFromRoot() throws IOException {
    new Toolbox(root).fill();

    assertThat(Files.readString(target.resolve("classpath.txt")).split(java.io.File.pathSeparator))
        .containsExactly(
            Path.of("grader/kata/target/lib/kata-1.jar").toString(),
            Path.of("grader/kata/target/lib/signed.jar").toString());
  }

  @Test
  @DisplayName("the copy of a signed jar has no signature")
  void shouldTakeSignatureAway() throws IOException {
    new Toolbox(root).fill();

    try (ZipFile copy = new ZipFile(target.resolve("lib/signed.jar").toFile())) {
      assertThat(copy.stream().map(ZipEntry::getName)).containsExactly("B.class");
    }
  }

  @Test
  @DisplayName("the tools are outdated when a source is newer than the start of their build")
  void shouldBeOutdatedWhenSourceIsNewer() throws IOException {
    Toolbox toolbox = new Toolbox(root);
    Files.setLastModifiedTime(
        target.resolve("building"), FileTime.fromMillis(System.currentTimeMillis() + 2_000));
    toolbox.fill();
    assertThat(toolbox.isOutdated()).isFalse();

    Path source = Files.createFile(root.resolve("grader/labs/src/main/New.java"));
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 5_000));

    assertThat(toolbox.isOutdated()).isTrue();
  }

  private static void jar(Path file, String... entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(1);
      }
    }
  }
}
