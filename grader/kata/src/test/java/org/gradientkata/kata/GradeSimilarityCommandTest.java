package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a jar in JPlag's place that writes down what it was given: its arguments are those of the
 * page "How to Use JPlag" of JPlag 6; what it says and writes is as JPlag 6.0.0 was seen to do.
 */
@DisplayName("kata grade similarity")
class GradeSimilarityCommandTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final String PROGRAM =
      """
      import java.nio.file.*;
      import java.util.*;
      public class Fake {
        public static void main(String[] args) throws Exception {
          List<String> a = Arrays.asList(args);
          StringBuilder seen = new StringBuilder(String.join(" ", a.subList(1, 5)) + "\\n");
          for (Path root : List.of(Path.of(a.get(0)), Path.of(a.get(a.indexOf("-bc") + 1)))) {
            try (var files = Files.walk(root)) {
              for (Path f : files.filter(Files::isRegularFile).sorted().toList()) {
                seen.append(root.getFileName().resolve(root.relativize(f))).append('\\n');
              }
            }
          }
          Files.writeString(Path.of(a.get(a.indexOf("-r") + 1) + ".jplag"), seen);
        }
      }
      """;

  @TempDir Path folder;
  private Path submissions;
  private Path report;

  @BeforeEach
  void handIn() throws IOException {
    submissions = Files.createDirectory(folder.resolve("submissions"));
    report = folder.resolve("similar.jplag");
    Path ann = Files.createDirectory(submissions.resolve("ann"));
    Files.writeString(ann.resolve("Sigmoid.java"), source("Sigmoid"));
    Files.writeString(ann.resolve("diary.txt"), "secret");
    try (OutputStream out = Files.newOutputStream(submissions.resolve("bob.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x/Tanh.java"));
      zip.write(source("Tanh").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.createFile(submissions.resolve("eve.zip"));
  }

  @Test
  @DisplayName("hands JPlag the exercise files of folders and zips, and the stubs as base code")
  void compare() throws IOException {
    CommandRun run = run("en", jar(PROGRAM), JAVA);

    assertThat(run.code()).as(run.err()).isEqualTo(Kata.OK);
    assertThat(run.out()).contains("compared: 2", "" + report);
    assertThat(report)
        .content()
        .startsWith("--mode RUN -l java\n")
        .contains(
            "submissions/ann/org/gradientkata/activation/Sigmoid.java".replace('/', separator()))
        .contains("submissions/bob/org/gradientkata/activation/Tanh.java".replace('/', separator()))
        .contains("stubs/org/gradientkata/layer/Affine.java".replace('/', separator()))
        .doesNotContain("diary", "eve");
  }

  @Test
  @DisplayName("leaves out a file that can't be parsed, which would cost JPlag the whole learner")
  void unreadable() throws IOException {
    Files.writeString(
        submissions.resolve("ann/Tanh.java"),
        "package org.gradientkata.activation;\nclass Tanh { int x = ; }");
    Files.writeString(
        submissions.resolve("ann/ReLU.java"),
        "package org.gradientkata.activation;\nclass ReLU { Unknown x = y; }");

    CommandRun run = run("en", jar(PROGRAM), JAVA);

    assertThat(run.out()).contains("compared: 2", "parse them: 1 (ann: Tanh.java)");
    assertThat(report).content().contains("Sigmoid.java", "ReLU.java");
    assertThat(Files.readString(report).lines().filter(l -> l.contains("submissions/ann")))
        .noneMatch(l -> l.contains("Tanh"));
  }

  @Test
  @DisplayName("takes the report under the name of JPlag 6.0, and says whom JPlag left out")
  void older() throws IOException {
    Path older =
        jar(
            """
            public class Fake {
              public static void main(String[] a) throws Exception {
                System.out.println("[WARN] JPlag - 1 submissions were skipped (see errors above): [bob]");
                java.nio.file.Files.writeString(java.nio.file.Path.of("result.zip"), "report");
              }
            }
            """);

    CommandRun run = run("en", older, JAVA);

    assertThat(run.out()).contains("compared: 1", "own: bob", "similar.zip");
    assertThat(folder.resolve("similar.zip")).hasContent("report");
  }

  @Test
  @DisplayName("says what is missing: the jar, its Java, a second submission, a report")
  void mistakes() throws IOException {
    Path none = folder.resolve("none.jar");
    Path jar = jar(PROGRAM);
    assertThat(run("en", none, JAVA).err()).contains(none + "", "https://github.com/jplag");
    assertThat(run("ja", none, JAVA).err()).contains("ダウンロード");
    assertThat(run("en", jar, folder.resolve("java").toString()).err()).contains("--java");
    Path mute = jar("public class Fake { public static void main(String[] a) {} }");
    assertThat(run("en", mute, JAVA).err()).contains("wrote no report");
    Path failing =
        jar(
            "public class Fake { public static void main(String[] a) { throw new Error(\"ill\"); } }");
    assertThat(run("ja", failing, JAVA).err()).contains("エラーで終了", "ill");
    Path tooNew =
        jar(
            "public class Fake { public static void main(String[] a) {"
                + " throw new UnsupportedClassVersionError(\"65.0\"); } }");
    assertThat(run("ja", tooNew, JAVA).err()).contains("Java 21 以上", "--java");
    Files.delete(submissions.resolve("bob.zip"));
    assertThat(run("en", jar, JAVA).err()).contains("takes two");
    assertThat(report).doesNotExist();
  }

  @Test
  @DisplayName("asks for another Java where this one is too old for JPlag")
  void java() throws IOException {
    CommandRun run =
        CommandRun.of(
            "grade",
            "similarity",
            "" + submissions,
            "--jplag",
            "" + jar(PROGRAM),
            "--out",
            "" + report);

    if (Runtime.version().feature() < 21) {
      assertThat(run.err())
          .contains("Java 21 or newer", "this is Java " + Runtime.version().feature(), "--java");
    } else {
      assertThat(run.code()).isEqualTo(Kata.OK);
    }
  }

  private CommandRun run(String language, Path jar, String java) {
    return CommandRun.in(
        language,
        "grade",
        "similarity",
        "" + submissions,
        "--jplag",
        "" + jar,
        "--java",
        java,
        "--out",
        "" + report);
  }

  private static char separator() {
    return java.io.File.separatorChar;
  }

  private static String source(String name) {
    return "package org.gradientkata.activation;\npublic class " + name + " {}\n";
  }

  private Path jar(String program) throws IOException {
    Path work = Files.createTempDirectory(folder, "jar");
    Path source = Files.writeString(work.resolve("Fake.java"), program);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", work.toString(), source.toString());
    assertThat(code).isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Fake");
    Path jar = work.resolve("fake.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      zip.putNextEntry(new JarEntry("Fake.class"));
      zip.write(Files.readAllBytes(work.resolve("Fake.class")));
    }
    return jar;
  }
}
