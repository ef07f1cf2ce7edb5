package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradientkata.suite.SourceCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cut of a whole checkout. */
@DisplayName("the cut")
class CutTest {
  private static final Checkout CHECKOUT = Checkout.here();
  private static final Pattern THROWN = Pattern.compile("throw new NotStarted\\(\"([^\"]+)\"\\);");

  private static final List<String> SOME = List.of("Sigmoid.java", "Sgd.java");

  @TempDir Path work;

  static Stream<Path> solutions() {
    return CHECKOUT.tree().solutions().stream();
  }

  /** Two are enough to see what a cut does; each variant of each would be compiled anew. */
  @BeforeEach
  void copySomeSolutions() throws IOException {
    for (Path solution : CHECKOUT.tree().solutions()) {
      if (!SOME.contains(solution.getFileName().toString())) {
        continue;
      }
      copy(solution);
      Path variants = CHECKOUT.tree().variants(CHECKOUT.tree().classPathOf(solution));
      if (Files.exists(variants)) {
        copy(variants);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("solutions")
  @DisplayName("the stub of every solution compiles, and throws once for each answer")
  void stubsCompile(Path solution) throws IOException {
    MarkedSource source = CHECKOUT.tree().source(solution);
    String stub = StubCutter.cut(source);
    Path file = work.resolve("stub").resolve(solution.getFileName().toString());
    Files.createDirectories(file.getParent());
    Files.writeString(file, stub, StandardCharsets.UTF_8);

    List<SourceCompiler.Problem> problems =
        new SourceCompiler(CHECKOUT.classPath()).compile(List.of(file), work.resolve("classes"));

    assertThat(problems).isEmpty();
    long answers =
        source.regions().values().stream()
            .filter(r -> r.kind() == MarkedSource.Kind.ANSWER)
            .count();
    assertThat(THROWN.matcher(stub).results().map(m -> m.group(1)))
        .hasSize((int) answers)
        .containsOnly(source.exercise());
    assertThat(stub).doesNotContain("// answer", "// helper", "// end", "SOLUTION");
  }

  @Test
  @DisplayName(
      "writes stubs, their history, twins, places and the manifest; a second cut changes nothing")
  void isStable() throws IOException {
    Cut cut = new Cut(work, CHECKOUT.classPath());

    List<Path> written = cut.write();

    KitTree tree = new KitTree(work);
    assertThat(written)
        .containsExactlyInAnyOrder(
            tree.stub("org/gradientkata/activation/Sigmoid"),
            tree.stub("org/gradientkata/optimization/Sgd"),
            tree.suiteResources().resolve("places.properties"),
            tree.manifest(),
            tree.kataResources().resolve("stubs.zip"),
            tree.suiteResources().resolve("stub-history.txt"),
            tree.suiteResources().resolve("twins/Sigmoid.zip"),
            tree.suiteResources().resolve("twins/Sgd.zip"));
    assertThat(cut.write()).isEmpty();
    assertThat(cut.differences()).isEmpty();
  }

  @Test
  @DisplayName("remembers the stubs of earlier cuts, so that an update knows them")
  void remembersOldStubs() throws IOException {
    KitTree tree = new KitTree(work);
    Path history = tree.suiteResources().resolve("stub-history.txt");
    Path sigmoid =
        tree.root().resolve("solutions/src/main/java/org/gradientkata/activation/Sigmoid.java");
    new Cut(work, CHECKOUT.classPath()).write();
    List<String> before = Files.readAllLines(history);
    Files.writeString(sigmoid, Files.readString(sigmoid).replace("any number", "each number"));

    new Cut(work, CHECKOUT.classPath()).write();

    assertThat(Files.readAllLines(history)).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  @DisplayName("finds an edited stub, and a stub that no solution has")
  void findsDifferences() throws IOException {
    Cut cut = new Cut(work, CHECKOUT.classPath());
    cut.write();
    KitTree tree = new KitTree(work);
    Path sigmoid = tree.stub("org/gradientkata/activation/Sigmoid");
    Path stray = tree.stub("org/gradientkata/activation/Stray");
    Files.writeString(sigmoid, "class Sigmoid {}");
    Files.writeString(stray, "class Stray {}");

    assertThat(cut.differences()).containsExactlyInAnyOrder(sigmoid, stray);
    assertThat(Files.readString(sigmoid)).isEqualTo("class Sigmoid {}");
  }

  private void copy(Path file) throws IOException {
    Path target = work.resolve(CHECKOUT.tree().root().relativize(file));
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }
}
