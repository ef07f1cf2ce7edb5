package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerSetTest {
  @TempDir private Path temp;
  private AnswerSet answers;

  @BeforeEach
  void makeSources() throws IOException {
    answers = new AnswerSet("test", temp.resolve("src"), temp.resolve("classes"));
    Files.createDirectories(answers.sources());
    write("A", "class A { int one() { return 1; } class Inner {} }");
    write("B", "class B { int two() { return new A().one() + 1; } }");
  }

  @Test
  @DisplayName("what was compiled is current until a source is another one, whatever its date")
  void shouldBeCurrentUntilSourceChanges() throws IOException {
    assertThat(answers.isCurrent()).isFalse();

    assertThat(answers.compileIfChanged()).isEmpty();
    assertThat(answers.isCurrent()).isTrue();

    write("A", "class A { int one() { return 3; } }");
    Files.setLastModifiedTime(answers.sources().resolve("A.java"), FileTime.fromMillis(0));
    assertThat(answers.isCurrent()).isFalse();
  }

  @Test
  @DisplayName("classes that somebody else has replaced are not current")
  void shouldSeeForeignClasses() throws IOException {
    answers.compile();
    byte[] first = Files.readAllBytes(answers.classes().resolve("A.class"));
    write("A", "class A { int one() { return 3; } }");
    answers.compile();
    assertThat(answers.isCurrent()).isTrue();

    Files.write(answers.classes().resolve("A.class"), first);

    assertThat(answers.isCurrent()).isFalse();
  }

  @Test
  @DisplayName("a source that is saved while the compiler runs is compiled again")
  void shouldSeeSourceSavedMeanwhile() throws Exception {
    CompletableFuture<Void> compiling = CompletableFuture.runAsync(answers::compile);
    for (int i = 0; !compiling.isDone(); i++) {
      write("A", "class A { int one() { return " + i + "; } }");
    }
    compiling.join();

    answers.compileIfChanged();

    byte[] made = Files.readAllBytes(answers.classes().resolve("A.class"));
    answers.compile();
    assertThat(Files.readAllBytes(answers.classes().resolve("A.class"))).isEqualTo(made);
  }

  @Test
  @DisplayName("the class of a source that is gone goes too")
  void shouldForgetClassWhenSourceIsGone() throws IOException {
    answers.compileIfChanged();
    Files.delete(answers.sources().resolve("B.java"));

    assertThat(answers.isCurrent()).isFalse();
    answers.compileIfChanged();

    assertThat(answers.classes().resolve("B.class")).doesNotExist();
    assertThat(answers.classes().resolve("A$Inner.class")).exists();
  }

  @Test
  @DisplayName("a broken method costs itself: its class and the others are there")
  void shouldCompileTheRestWhenMethodIsBroken() throws IOException {
    write("A", "class A { int one() { return 1 } }");

    assertThat(answers.compileIfChanged())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(1));

    assertThat(answers.classes().resolve("A.class")).exists();
    assertThat(answers.classes().resolve("B.class")).exists();
  }

  @Test
  @DisplayName("no class is missing for a moment while it is compiled anew, by two at once too")
  void shouldKeepClassesWhileCompiling() throws Exception {
    answers.compile();
    AtomicBoolean on = new AtomicBoolean(true);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              while (on.get()) {
                answers.compile();
              }
            });

    int missing = 0;
    for (int i = 0; i < 10; i++) {
      CompletableFuture<Void> compiling = CompletableFuture.runAsync(answers::compile);
      while (!compiling.isDone()) {
        missing += Files.exists(answers.classes().resolve("A.class")) ? 0 : 1;
      }
      compiling.join();
    }
    on.set(false);
    other.join();

    assertThat(missing).isZero();
    try (Stream<Path> left = Files.list(answers.classes().resolveSibling("compiling"))) {
      assertThat(left).isEmpty();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(answers.sources().resolve(name + ".java"), text);
  }
}
