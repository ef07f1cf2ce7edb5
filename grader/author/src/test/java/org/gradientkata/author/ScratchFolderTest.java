package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.gradientkata.suite.ScratchFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  private static final String SLEEP = "sleep";

  @TempDir private Path temp;

  /** A program that has folders, one of them used by another program. */
  static final class Program {
    private Program() {}

    /**
     * Makes folders and waits to be stopped.
     *
     * @param args {@code sleep}, or nothing to end at once
     * @throws Exception if that can't be done
     */
    public static void main(String[] args) throws Exception {
      ScratchFolder own = ScratchFolder.make("own");
      Files.writeString(Files.createDirectories(own.path().resolve("a/b")).resolve("c"), "d");
      Process user = new ProcessBuilder("sleep", "60").start();
      ScratchFolder shared = ScratchFolder.make("shared");
      shared.usedBy(user);
      System.out.println(user.pid());
      if (args.length > 0 && args[0].equals(SLEEP)) {
        while (true) { // at work until the last moment
          ScratchFolder.make("more");
          Thread.sleep(1);
        }
      }
    }
  }

  @Test
  @DisplayName("a scratch folder goes when it is closed, with all that is in it")
  void goesWhenClosed() throws IOException {
    Path path;
    try (ScratchFolder folder = ScratchFolder.in(temp)) {
      path = folder.path();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "d");
      folder.empty();
      assertThat(path).isEmptyDirectory();
    }

    assertThat(path).doesNotExist();
  }

  @Test
  @DisplayName("what a link in a scratch folder points to stays")
  void linksAreNotFollowed() throws IOException {
    Path outside =
        Files.writeString(Files.createDirectory(temp.resolve("outside")).resolve("a"), "b");
    try (ScratchFolder folder = ScratchFolder.in(temp)) {
      Files.createSymbolicLink(folder.path().resolve("link"), outside.getParent());
    }

    assertThat(outside).exists();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // it has no sleep
  @DisplayName("a program that ends leaves no scratch folder and no user of one behind")
  void goesWithTheProgram() throws Exception {
    Process program = start();

    assertThat(userOf(program)).matches(ScratchFolderTest::ends);
    assertThat(program.waitFor()).isZero();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // it can only kill
  @DisplayName("a program that is stopped leaves no scratch folder and no user of one behind")
  void goesWhenStopped() throws Exception {
    Process program = start(SLEEP);
    long user = userOf(program);

    program.destroy();

    assertThat(program.waitFor()).isNotZero();
    assertThat(user).matches(ScratchFolderTest::ends);
    assertThat(temp).isEmptyDirectory();
  }

  private Process start(String... args) throws IOException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temp,
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName());
    return new ProcessBuilder(Stream.concat(java, Stream.of(args)).toList())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long userOf(Process program) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    return Long.parseLong(lines.readLine());
  }

  /** Within a time that no machine needs for it. */
  private static boolean ends(long pid) {
    try {
      ProcessHandle process = ProcessHandle.of(pid).orElse(null);
      return process == null || process.onExit().get(20, TimeUnit.SECONDS) != null;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
