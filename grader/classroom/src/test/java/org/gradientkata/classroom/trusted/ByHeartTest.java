package org.gradientkata.classroom.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.classroom.compile.CodePlaces;
import org.gradientkata.classroom.trusted.TrustedGrader.Predecessors;
import org.gradientkata.suite.AnswerRun;
import org.gradientkata.suite.Catalogue;
import org.gradientkata.suite.SourceCompiler;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that has learnt the tests' inputs by heart: what it was asked is recorded first. */
class ByHeartTest {
  private static final Path SOLUTIONS = CodePlaces.of(Sigmoid.class).get(0);
  private static final String SIGMOID = "org.gradientkata.activation.Sigmoid";
  private static final String EXERCISE = "01 sigmoid";
  private static final String METHOD = "public double value(double x) {";

  @TempDir Path folder;

  @Test
  @DisplayName("an answer that knows the tests' inputs by heart passes them, and gets no points")
  void shouldAskOtherInputs() throws IOException, ClassNotFoundException {
    Sandbox sandbox = Sandbox.find();
    assumeThat(sandbox.present())
        .as("answers run only in a sandbox, and bubblewrap isn't there or doesn't work here")
        .isTrue();
    Path tests = CodePlaces.of(Class.forName(Catalogue.testClass(EXERCISE))).get(0);
    AnswerClasses byHeart =
        new AnswerClasses(
            Map.of(SIGMOID, Map.of(SIGMOID, compiled("byheart", table(tests)))), Optional.empty());

    try (TrustedGrader grader =
        new TrustedGrader(sandbox, TrustedLimits.usual(), tests, SOLUTIONS)) {
      for (long seed : new long[] {1, 2}) {
        GradedAnswers graded = grader.grade(byHeart, List.of(EXERCISE), Predecessors.OWN, seed);

        assertThat(graded.standings()).extracting(Standing::state).containsOnly(State.SOLVED);
        assertThat(graded.outcomes()).containsOnly(Map.entry(EXERCISE, "wrong"));
        assertThat(graded.differences()).containsEntry(EXERCISE, List.of("Sigmoid.value"));
      }
    }
  }

  /** For each number that the tests ask for what the reference says, and 0.25 for any other. */
  private String table(Path tests) throws IOException {
    byte[] listening =
        compiled("listening", "org.gradientkata.classroom.trusted.HeardInputs.add(x);");
    try (AnswerRun run = new AnswerRun(List.of(SOLUTIONS, tests), Map.of(SIGMOID, listening))) {
      assertThat(run.grade(List.of(EXERCISE)).get(0).state()).isEqualTo(State.SOLVED);
    }
    Sigmoid sigmoid = new Sigmoid();
    String known =
        HeardInputs.all().stream()
            .map(x -> line(bits(x), bits(sigmoid.value(x))))
            .collect(Collectors.joining("\n"));
    return "long bits = Double.doubleToRawLongBits(x);\n" + known + "\nif (x == x) return 0.25;\n";
  }

  private static String line(long x, long y) {
    return "if (bits == " + x + "L) return Double.longBitsToDouble(" + y + "L);";
  }

  private static long bits(double x) {
    return Double.doubleToRawLongBits(x);
  }

  /** The reference with other words first in its method. */
  private byte[] compiled(String name, String first) throws IOException {
    Path source = Path.of("../../solutions/src/main/java", SIGMOID.replace('.', '/') + ".java");
    String text = Files.readString(source);
    assertThat(text).contains(METHOD);
    Path file = Files.createDirectories(folder.resolve(name)).resolve("Sigmoid.java");
    Files.writeString(file, text.replace(METHOD, METHOD + "\n" + first));
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path classes = folder.resolve(name + "-classes");
    assertThat(new SourceCompiler(classPath).compile(List.of(file), classes)).isEmpty();
    return Files.readAllBytes(classes.resolve(SIGMOID.replace('.', '/') + ".class"));
  }
}
