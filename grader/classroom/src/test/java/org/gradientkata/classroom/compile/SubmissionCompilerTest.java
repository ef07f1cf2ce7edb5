package org.gradientkata.classroom.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.classroom.compile.CompiledFile.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionCompilerTest {
  private static final String FOLDER = "org.gradientkata.activation.";
  private static final String SIGMOID = FOLDER + "Sigmoid";
  private static final String TANH = FOLDER + "Tanh";
  private static final String RELU = FOLDER + "ReLU";

  /** Two seconds of a processor: forty times what all solutions together need. */
  private static final CompileLimits LIMITS =
      new CompileLimits(Duration.ofSeconds(2), Duration.ofSeconds(60), 128, 2, 2 << 20);

  private static final SubmissionCompiler COMPILER = new SubmissionCompiler(classPath(), LIMITS);

  @AfterAll
  static void end() {
    COMPILER.close();
  }

  @Test
  @DisplayName("whole answers compile without a problem, each file to its own classes")
  void shouldCompileSolutions() throws IOException {
    Map<String, CompiledFile> files = COMPILER.compile(solutions());

    assertThat(files).hasSizeGreaterThan(20);
    assertThat(files.values())
        .allSatisfy(
            file -> {
              assertThat(file.problems()).as(file.className()).isEmpty();
              assertThat(file.status()).isEqualTo(Status.COMPILED);
              assertThat(file.refused()).isEmpty();
              assertThat(file.classes()).containsKey(file.className());
              assertThat(file.classes().keySet())
                  .allMatch(name -> AllowedNames.allows(file.className(), name));
            });
  }

  @Test
  @DisplayName("a missing semicolon is a problem of its file alone, and its class is still there")
  void shouldCompilePartly() throws IOException {
    Map<String, CompiledFile> files =
        COMPILER.compile(
            Map.of(
                SIGMOID, source("Sigmoid", "int f() { return 1 }\n  int g() { return 2; }"),
                TANH, source("Tanh", "")));

    assertThat(files.get(SIGMOID).status()).isEqualTo(Status.PARTLY);
    assertThat(files.get(SIGMOID).classes()).containsOnlyKeys(SIGMOID);
    assertThat(files.get(SIGMOID).problems())
        .extracting(CompiledFile.Problem::line)
        .containsExactly(3L);
    assertThat(files.get(TANH).status()).isEqualTo(Status.COMPILED);
  }

  @Test
  @DisplayName("a file that is no Java is not compiled, the others are")
  void shouldLoseBrokenFileAlone() throws IOException {
    Map<String, CompiledFile> files =
        COMPILER.compile(Map.of(SIGMOID, "\u0000\u0001 no {{{ Java", TANH, source("Tanh", "")));

    assertThat(files.get(SIGMOID).status()).isEqualTo(Status.NOT_COMPILED);
    assertThat(files.get(SIGMOID).problems()).isNotEmpty();
    assertThat(files.get(TANH).status()).isEqualTo(Status.COMPILED);
  }

  @Test
  @DisplayName("an exercise that calls another compiles although that one lacks the method")
  void shouldCompileAgainstStubOfBrokenPredecessor() throws IOException {
    Map<String, CompiledFile> files =
        COMPILER.compile(
            Map.of(
                SIGMOID, source("Sigmoid", "public double valeu(double x) { return x; }"),
                TANH, source("Tanh", "double f() { return new Sigmoid().value(1.0); }")));

    assertThat(files.get(TANH).status()).isEqualTo(Status.COMPILED);
  }

  @Test
  @DisplayName("an exercise may use a helper that its author gave another exercise")
  void shouldCompileTogether() throws IOException {
    Map<String, CompiledFile> files =
        COMPILER.compile(
            Map.of(
                SIGMOID, source("Sigmoid", "static int half(int x) { return x / 2; }"),
                TANH, source("Tanh", "int f() { return Sigmoid.half(2); }")));

    assertThat(files.get(TANH).status()).isEqualTo(Status.COMPILED);
  }

  @Test
  @DisplayName("nested, anonymous and companion classes belong to their file")
  void shouldTakeCompanions() throws IOException {
    String body = "static class In {} Object f() { return new Object() {}; }";
    Map<String, CompiledFile> files =
        COMPILER.compile(Map.of(SIGMOID, source("Sigmoid", body) + "class Helper { class In {} }"));

    assertThat(files.get(SIGMOID).classes())
        .containsOnlyKeys(
            SIGMOID, SIGMOID + "$In", SIGMOID + "$1", FOLDER + "Helper", FOLDER + "Helper$In");
  }

  @Test
  @DisplayName("a class that would stand in for another's, or for a test, is refused by name")
  void shouldRefuseShadows() throws IOException {
    String shadows = "class Tanh {} class SigmoidTest {} class SigmoidProbes {}";
    Map<String, CompiledFile> files =
        COMPILER.compile(
            Map.of(
                SIGMOID,
                source("Sigmoid", "") + shadows,
                // The package is written so that only the compiler reads it.
                RELU,
                "/**/ \\u0070ackage org.junit.jupiter.api; public class ReLU {} class Test {}"));

    assertThat(files.get(SIGMOID).classes()).containsOnlyKeys(SIGMOID);
    assertThat(files.get(SIGMOID).refused())
        .containsExactlyInAnyOrder(TANH, FOLDER + "SigmoidTest", FOLDER + "SigmoidProbes");
    assertThat(files.get(RELU).classes()).isEmpty();
    assertThat(files.get(RELU).refused())
        .contains("org.junit.jupiter.api.ReLU", "org.junit.jupiter.api.Test");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "a source that takes the compiler down costs its own exercise, and the next one runs")
  @MethodSource
  void shouldSurviveBombs(String name, String bomb) throws IOException {
    Map<String, CompiledFile> files =
        COMPILER.compile(
            Map.of(
                SIGMOID, source("Sigmoid", ""),
                RELU, bomb,
                TANH, source("Tanh", "")));

    assertThat(files.get(RELU).status()).isNotEqualTo(Status.COMPILED);
    assertThat(files.get(SIGMOID).status()).isEqualTo(Status.COMPILED);
    assertThat(files.get(TANH).status()).isEqualTo(Status.COMPILED);
    assertThat(COMPILER.compile(Map.of(TANH, source("Tanh", ""))).get(TANH).status())
        .isEqualTo(Status.COMPILED);
  }

  static Stream<Arguments> shouldSurviveBombs() {
    String doubling =
        IntStream.range(1, 40)
            .mapToObj(i -> "static final String A" + i + " = A" + (i - 1) + " + A" + (i - 1) + ";")
            .collect(Collectors.joining("\n", "static final String A0 = \"0123456789\";\n", ""));
    String lambdas =
        "interface F { int f(int x); } interface G { long f(int x); }"
            + "static int m(F f) { return 1; } static int m(G g) { return 2; }"
            + "int x() { return "
            + "m(x -> ".repeat(30)
            + "1"
            + ")".repeat(30)
            + "; }";
    return Stream.of(
        Arguments.of("a constant that doubles", source("ReLU", doubling)),
        Arguments.of(
            "a chain too long for the compiler's stack",
            source("ReLU", "boolean f() { return " + "!".repeat(60_000) + "true; }")),
        Arguments.of("lambdas within overloads", source("ReLU", lambdas)));
  }

  @Test
  @DisplayName("after a few deaths in one submission the compiler is not tried on the rest")
  void shouldGiveUpAfterFewDeaths() throws IOException {
    String bomb = (String) shouldSurviveBombs().toList().get(0).get()[1];
    Map<String, String> sources = new TreeMap<>();
    for (String name : List.of("GrowingCosineUnit", "LeakyReLU", "ReLU", "Sigmoid")) {
      sources.put(FOLDER + name, bomb.replace("ReLU", name));
    }

    Map<String, CompiledFile> files = COMPILER.compile(sources);

    assertThat(files.values()).extracting(CompiledFile::status).containsOnly(Status.CRASHED);
  }

  private static String source(String name, String body) {
    return "package org.gradientkata.activation;\npublic class " + name + " {\n  " + body + "\n}\n";
  }

  private static Map<String, String> solutions() throws IOException {
    Path folder = Path.of("../../solutions/src/main/java").toAbsolutePath().normalize();
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = folder.relativize(file).toString().replace('/', '.').replace('\\', '.');
        sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return sources;
  }

  private static List<Path> classPath() {
    List<Path> classPath = new ArrayList<>(CodePlaces.ofContract());
    classPath.addAll(CodePlaces.of(Sigmoid.class));
    return classPath;
  }
}
