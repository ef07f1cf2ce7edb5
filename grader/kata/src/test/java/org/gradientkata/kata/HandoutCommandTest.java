package org.gradientkata.kata;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.gradientkata.author.AnswerTexts;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.handout.Handout;
import org.gradientkata.suite.SourceCompiler;
import org.gradientkata.suite.quiz.QuestionReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("kata handout")
class HandoutCommandTest {
  private static final String RESOURCES = "grader/suite/src/main/resources/org/gradientkata/suite/";

  @TempDir static Path folder;
  private static Path out;
  private static CommandRun run;

  @BeforeAll
  static void write() {
    out = folder.resolve("handout");
    run = CommandRun.of("handout", "--out", out.toString());
  }

  @Test
  @DisplayName("writes learners' files, a package for Gradescope and a word to the instructor")
  void shouldWriteEverything() {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(Kata.OK);
    assertThat(out.resolve("README.ja.md")).isRegularFile();
    assertThat(out.resolve("learners/mvnw")).isExecutable();
    assertThat(out.resolve("learners/.github/workflows/classroom.yml"))
        .content()
        .contains("-Dkata.strict")
        .doesNotContain("author");
    assertThat(folder).isDirectoryContaining(f -> f.equals(out));
    assertThat(folder.toFile().list()).containsExactly("handout");
  }

  @Test
  @DisplayName(
      "keeps the solutions in the instructor's package for Gradescope, which grades with them")
  void shouldPackForGradescope() throws IOException {
    assertThat(out.toFile().list())
        .containsExactlyInAnyOrder("README.md", "README.ja.md", "instructor", "learners");
    try (ZipFile zip = ZipFile.builder().setPath(out.resolve("instructor/gradescope.zip")).get()) {
      List<String> names =
          Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();

      assertThat(names)
          .contains("setup.sh", "run_autograder", "kit/kata", "kit/solutions/quiz-answers.yaml")
          .noneMatch(
              name ->
                  name.contains("/target/")
                      || name.contains("src/test/java/org/gradientkata/kata"));
      for (String program : List.of("setup.sh", "run_autograder", "kit/kata", "kit/mvnw")) {
        assertThat(zip.getEntry(program).getUnixMode()).as(program).isEqualTo(0100755);
      }
      String script = text(zip, "run_autograder");
      assertThat(script).startsWith("#!/usr/bin/env bash\n").contains("language=en\n");
      for (var stub : new AnswerTexts(Kit.here().root()).stubs().entrySet()) {
        assertThat(text(zip, "kit/" + stub.getKey())).isEqualTo(stub.getValue());
        assertThat(names).contains("kit/" + stub.getKey().replaceFirst("exercises", "solutions"));
      }
    }
  }

  @Test
  @DisplayName("leaves out solutions, answers, oracles and whatever needs them")
  void shouldLeaveOutTheStaffsFiles() throws IOException {
    for (String absent :
        List.of("solutions", "grader/author", "grader/classroom", "CONTRIBUTING.md", ".ci")) {
      assertThat(out.resolve("learners").resolve(absent)).doesNotExist();
    }
    for (Path file : files(out.resolve("learners"))) {
      assertThat(file.toString()).doesNotContain("/target/").doesNotEndWith(".variants");
    }
    assertThat(Files.readString(out.resolve("learners/pom.xml")))
        .doesNotContain("<module>solutions", "<module>grader/author", "staff -->");
  }

  @Test
  @DisplayName("holds the stubs as cut, so that an instructor's own tries don't get out")
  void shouldHoldTheStubsAsCut() throws IOException {
    for (var stub : new AnswerTexts(Kit.here().root()).stubs().entrySet()) {
      assertThat(out.resolve("learners").resolve(stub.getKey())).hasContent(stub.getValue());
    }
    assertThat(files(out.resolve("learners/exercises/src")))
        .hasSameSizeAs(new AnswerTexts(Kit.here().root()).stubs().keySet());
  }

  @Test
  @DisplayName("asks the quiz with sealed explanations and has no key")
  void shouldSealTheQuiz() throws IOException {
    String questions =
        Files.readString(out.resolve("learners/" + RESOURCES + "quiz/questions.yaml"));

    assertThat(new QuestionReader("questions.yaml").read(questions).isSealed()).isTrue();
    assertThat(questions).doesNotContain("right: ", "why-en");
  }

  @Test
  @DisplayName("carries twins, compiled, but no right form")
  void shouldCarryTwinsAlone() throws IOException {
    for (Path zip : files(out.resolve("learners/" + RESOURCES + "twins"))) {
      try (var file = new java.util.zip.ZipFile(zip.toFile())) {
        assertThat(file.stream().map(e -> e.getName()))
            .allMatch(name -> name.matches("(twin|convention)/.*\\.class"));
      }
    }
  }

  @Test
  @DisplayName("has tools that compile without what it lacks, and that don't lay the quiz open")
  void shouldCompileItsTools(@TempDir Path classes) throws IOException, InterruptedException {
    Path learners = out.resolve("learners");
    List<String> modules = List.of("suite", "labs", "kata");
    List<Path> sources = new ArrayList<>();
    for (String module : modules) {
      sources.addAll(files(learners.resolve("grader/" + module + "/src/main/java")));
    }
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry -> !entry.matches(".*/grader/(suite|labs|kata|author|classroom)/target/.*"))
            .filter(entry -> !entry.matches(".*/(suite|labs|kata|author|classroom)-[^/]*\\.jar"))
            .map(Path::of)
            .toList();

    assertThat(new SourceCompiler(classPath).compile(sources, classes)).isEmpty();
    assertThat(sources).noneMatch(f -> f.endsWith("HandoutCommand.java"));
    assertThat(sources).anyMatch(f -> f.endsWith("QuizCommand.java"));

    List<Path> its = new ArrayList<>(List.of(classes));
    modules.forEach(m -> its.add(learners.resolve("grader/" + m + "/src/main/resources")));
    its.addAll(classPath);
    Path page = learners.resolve("quiz.html");
    assertThat(handoutsOwn(its, "en", "quiz", "--html", page.toString()))
        .contains("--html: in this handout the explanations are sealed");
    assertThat(handoutsOwn(its, "ja", "quiz", "--html", page.toString())).contains("封");
    assertThat(page).doesNotExist();
  }

  @Test
  @DisplayName("is refused, and nothing is written, if a solved body were in it")
  void shouldRefuseASolvedBody() throws IOException {
    Path root = Kit.here().root();
    AnswerTexts texts = new AnswerTexts(root);
    Path refused = folder.resolve("../refused");
    Map<String, String> stubs = new TreeMap<>(texts.stubs());
    for (String stub : texts.stubs().keySet()) {
      Path solution = root.resolve(stub.replaceFirst("^exercises/", "solutions/"));
      stubs.put(stub, Files.readString(solution).replaceAll("// (answer|end).*", ""));
    }

    assertThatThrownBy(() -> new Handout(root, stubs, texts.answers()).write(refused))
        .isInstanceOf(ClassroomMistake.class)
        .satisfies(
            e ->
                assertThat(stubs.keySet()).allMatch(f -> e.getMessage().contains("learners/" + f)));
    assertThat(refused).doesNotExist();
  }

  @Test
  @DisplayName("refuses a folder that has something in it, and leaves it as it was")
  void shouldRefuseAFullFolder(@TempDir Path full) throws IOException {
    Files.writeString(full.resolve("mine.txt"), "mine");

    CommandRun again = CommandRun.of("handout", "--out", full.toString());

    assertThat(again.code()).isEqualTo(Kata.WRONG);
    assertThat(again.err()).contains(full.toString(), "has something in it");
    assertThat(full.toFile().list()).containsExactly("mine.txt");
  }

  private static String handoutsOwn(List<Path> classPath, String language, String... command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Dkata.root=" + out.resolve("learners"));
    words.add("-Dfile.encoding=UTF-8");
    words.add("-Dstderr.encoding=UTF-8");
    words.add("-Dsun.stderr.encoding=UTF-8");
    words.add("-cp");
    words.add(classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
    words.add("org.gradientkata.kata.Kata");
    words.addAll(List.of(command));
    words.add("--lang=" + language);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(Kata.WRONG);
    return said;
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Path> files(Path start) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
