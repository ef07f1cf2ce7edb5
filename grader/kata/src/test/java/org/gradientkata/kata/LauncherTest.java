package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher for Linux and macOS, with a Java that only says how it was called. */
@DisplayName("the launcher")
class LauncherTest {
  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void makeCheckout() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no /bin/sh");
    boolean anyName = System.getProperty("sun.jnu.encoding", "").equals("UTF-8");
    root = Files.createDirectories(temp.resolve(anyName ? "kit 演習" : "kit"));
    Files.copy(Kit.here().root().resolve("kata"), root.resolve("kata"));
    Path target = Files.createDirectories(root.resolve("grader/kata/target"));
    Files.writeString(target.resolve("classpath.txt"), "lib/kata.jar");
    java("21.0.1");
  }

  @ParameterizedTest
  @CsvSource({"11.0.2, en_US.UTF-8, is too old", "1.8.0_292, ja_JP.UTF-8, 古すぎます"})
  @DisplayName("names a Java that is too old, and what is needed")
  void shouldRefuseOldJava(String version, String language, String words) throws Exception {
    java(version);

    CommandRun run = run(Map.of("LANG", language));

    assertThat(run.err()).contains("Java " + version, words, "JDK 17", "bin/java");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("says where it looked for a Java that isn't there")
  void shouldMissJava() throws Exception {
    CommandRun run = run(Map.of("JAVA_HOME", "/nowhere"));

    assertThat(run.err()).contains("No Java found at /nowhere/bin/java");
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @ParameterizedTest
  @CsvSource({"xx_YY.UTF-8", "C", "''"})
  @DisplayName("reads file names in any letters, also where the locale isn't installed")
  void shouldReadFileNames(String locale) throws Exception {
    CommandRun run = run(Map.of("LANG", locale));

    assertThat(run.out()).startsWith("LC_ALL=C.UTF-8\n").doesNotContain("-Dkata.lang");
  }

  @Test
  @DisplayName("keeps the language of a locale that isn't installed")
  void shouldKeepLanguage() throws Exception {
    String out = run(Map.of("LANG", "ja_XX.UTF-8"), "list", "a b").out();

    assertThat(out).contains("LC_ALL=C.UTF-8\n", "-Dkata.lang=ja\n", "\nlist\na b\n");
  }

  @ParameterizedTest
  @CsvSource({"grader/kata/target, Nothing can be written to", "exercises/target, 書き込めません"})
  @DisplayName("says what to do where nothing can be written")
  void shouldSayWhereNothingCanBeWritten(String folder, String words) throws Exception {
    Path target = root.resolve("grader/kata/target");
    if (root.resolve(folder).equals(target)) {
      Files.delete(target.resolve("classpath.txt"));
      Files.delete(target);
    }
    Files.createDirectories(root.resolve(folder).getParent());
    Files.writeString(root.resolve(folder), "a file where the folder would be");

    CommandRun run = run(Map.of("LANG", words.startsWith("N") ? "en" : "ja"));

    assertThat(run.err()).contains(words, folder);
    assertThat(run.code()).isEqualTo(Kata.WRONG);
  }

  @Test
  @DisplayName("leaves alone a locale that can spell all names")
  void shouldLeaveLocale() throws Exception {
    assertThat(run(Map.of("LANG", "C.UTF-8")).out()).startsWith("LC_ALL=\n");
  }

  @Test
  @DisplayName("finds its folder, whatever its name, when it is called by a link from elsewhere")
  void shouldFollowLinks() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("k"), root.resolve("kata"));

    CommandRun run = run(Map.of(), List.of("sh", link.toString(), "check"));

    String folder = temp.toRealPath().toString();
    assertThat(run.out())
        .contains("-Dkata.root=" + root.toRealPath() + "\n", "-Dkata.cwd=" + folder + "\n");
  }

  private CommandRun run(Map<String, String> environment, String... args) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("sh", root.resolve("kata") + ""));
    command.addAll(List.of(args));
    return run(environment, command);
  }

  private CommandRun run(Map<String, String> environment, List<String> command) throws Exception {
    Path out = temp.resolve("out.txt");
    Path err = temp.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toRealPath().toFile());
    builder.environment().keySet().removeIf(name -> name.matches("LC_.*|LANG|KATA_.*"));
    builder.environment().put("JAVA_HOME", temp.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void java(String version) throws IOException {
    Path java = temp.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2000-01-01' >&2
        else
          printf '%%s\\n' "LC_ALL=${LC_ALL:-}" "$@"
        fi
        """
            .formatted(version));
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }
}
