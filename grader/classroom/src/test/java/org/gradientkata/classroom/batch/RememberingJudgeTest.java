package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gradientkata.classroom.batch.Judge.Predecessors;
import org.gradientkata.classroom.compile.CompiledFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

@DisplayName("a judge that remembers")
class RememberingJudgeTest {
  private static final String SIGMOID = "01 sigmoid";
  private static final String TANH = "02 tanh";
  private static final String RELU = "03 relu";
  private static final List<String> ALL = List.of(SIGMOID, TANH, RELU);
  private static final Map<String, List<String>> AFTER = Map.of(RELU, List.of(TANH));

  private final Map<String, String> outcomes = new HashMap<>();
  private final Map<String, String> messages = new HashMap<>();
  private final List<List<String>> asked = new ArrayList<>();
  private final List<Set<String>> failing = new ArrayList<>();
  private final RememberingJudge judge =
      new RememberingJudge(new Told(), new KnownVerdicts(), AFTER);

  @Test
  @DisplayName("isn't asked twice about the same answers")
  void shouldAskOnce() throws IOException {
    List<ExerciseResult> first = judge.judge(answers(1, file("Tanh", 5, 1, "")));
    List<ExerciseResult> second = judge.judge(answers(1, file("Tanh", 5, 1, "")));

    assertThat(asked).containsExactly(ALL);
    assertThat(second).isEqualTo(first);
  }

  @Test
  @DisplayName("is asked about what another answer changes: itself, and what builds on it")
  void shouldAskAboutChanges() throws IOException {
    judge.judge(answers(1, file("Tanh", 5, 1, ""), file("ReLU", 5, 1, "")));
    judge.judge(answers(1, file("Tanh", 6, 1, ""), file("ReLU", 5, 1, "")));

    assertThat(asked).containsExactly(ALL, List.of(TANH, RELU));
  }

  @Test
  @DisplayName("isn't asked again about what nobody has begun, whatever it would build on")
  void shouldKnowWhatWasNotBegun() throws IOException {
    judge.judge(answers(1, file("Tanh", 5, 1, "")));
    judge.judge(answers(1, file("Tanh", 6, 1, "")));

    assertThat(asked).containsExactly(ALL, List.of(TANH));
  }

  @Test
  @DisplayName("is asked about what names a changed class, whether it should or not")
  void shouldFollowNames() throws IOException {
    judge.judge(answers(1, file("Tanh", 5, 1, ""), file("Sigmoid", 5, 1, "Tanh")));
    judge.judge(answers(1, file("Tanh", 6, 1, ""), file("Sigmoid", 5, 1, "Tanh")));

    assertThat(asked).containsExactly(ALL, List.of(SIGMOID, TANH));
  }

  @Test
  @DisplayName("is asked about what uses a class that a learner added to another's file")
  void shouldFollowCompanions() throws IOException {
    CompiledFile user = file("Sigmoid", 5, 1, "Helper");
    judge.judge(answers(1, with(file("Tanh", 5, 1, ""), file("Helper", 5, 1, "")), user));
    judge.judge(answers(1, with(file("Tanh", 5, 1, ""), file("Helper", 6, 1, "")), user));

    assertThat(asked).containsExactly(ALL, List.of(SIGMOID, TANH));
  }

  private static CompiledFile with(CompiledFile file, CompiledFile companion) {
    Map<String, byte[]> classes = new TreeMap<>(file.classes());
    classes.putAll(companion.classes());
    return new CompiledFile(file.className(), file.status(), classes, List.of(), List.of());
  }

  @ParameterizedTest
  @DisplayName("takes the same code from any line, unless a message names one")
  @CsvSource({"'', false", "'σ(0) is 0.5, not 0.4', false", "threw at (Tanh.java:9), true"})
  void shouldLookAtLinesThatAreNamed(String message, boolean asksAgain) throws IOException {
    outcomes.put(TANH, "wrong");
    messages.put(TANH, message);

    judge.judge(answers(1, file("Tanh", 5, 1, "")));
    judge.judge(answers(1, file("Tanh", 5, 9, "")));

    if (asksAgain) {
      assertThat(asked).containsExactly(ALL, List.of(TANH));
    } else {
      assertThat(asked).containsExactly(ALL);
    }
  }

  @ParameterizedTest
  @DisplayName("names a predecessor that is known to be mistaken instead of judging it again")
  @CsvSource({"wrong, true", "in_progress, false", "solved, false"})
  void shouldNameKnownMistakes(String outcome, boolean mistaken) throws IOException {
    outcomes.put(TANH, outcome);
    judge.judge(answers(1, file("Tanh", 5, 1, ""), file("ReLU", 5, 1, "")));
    judge.judge(answers(1, file("Tanh", 5, 1, ""), file("ReLU", 6, 1, "")));

    assertThat(asked).containsExactly(ALL, List.of(RELU));
    assertThat(failing).containsExactly(Set.of(), mistaken ? Set.of(TANH) : Set.of());
  }

  @ParameterizedTest
  @DisplayName("keeps nothing of a submission that came to a limit")
  @ValueSource(strings = {"timed_out", "out_of_memory", "exited", "tampering_suspected", "not_run"})
  void shouldKeepOnlyCalmOnes(String outcome) throws IOException {
    outcomes.put(SIGMOID, outcome);

    judge.judge(answers(1, file("Tanh", 5, 1, "")));
    judge.judge(answers(1, file("Tanh", 5, 1, "")));

    assertThat(asked).containsExactly(ALL, ALL);
  }

  @Test
  @DisplayName("is asked again for another seed, and where the reference stands for predecessors")
  void shouldTellCasesApart() throws IOException {
    Judge.Case first = answers(1, file("Tanh", 5, 1, ""));
    judge.judge(first);
    judge.judge(answers(2, file("Tanh", 5, 1, "")));
    Judge.Case onReference =
        new Judge.Case(first.files(), first.sheet(), ALL, Predecessors.REFERENCE, 1);
    judge.judge(onReference);
    judge.judge(onReference);

    assertThat(asked).containsExactly(ALL, ALL, ALL);
  }

  @Test
  @DisplayName("is asked about each answer sheet once")
  void shouldAskAboutTheQuiz() throws IOException {
    judge.judge(quiz("a: b"));
    judge.judge(quiz("a: b"));
    judge.judge(quiz("a: c"));

    assertThat(asked).hasSize(2);
  }

  private static Judge.Case quiz(String sheet) {
    return new Judge.Case(Map.of(), Optional.of(sheet), List.of("24 quiz"), Predecessors.OWN, 1);
  }

  private static Judge.Case answers(long seed, CompiledFile... files) {
    Map<String, CompiledFile> byName = new TreeMap<>();
    for (CompiledFile file : files) {
      byName.put(file.className(), file);
    }
    return new Judge.Case(byName, Optional.empty(), ALL, Predecessors.OWN, seed);
  }

  /** An activation whose only method returns a number, on some line, and may name another class. */
  private static CompiledFile file(String name, int number, int line, String other) {
    String className = "org.gradientkata.activation." + name;
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, className.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "number", "()I", null, null);
    method.visitCode();
    Label start = new Label();
    method.visitLabel(start);
    method.visitLineNumber(line, start);
    if (!other.isEmpty()) {
      method.visitTypeInsn(Opcodes.NEW, "org/gradientkata/activation/" + other);
      method.visitInsn(Opcodes.POP);
    }
    method.visitIntInsn(Opcodes.BIPUSH, number);
    method.visitInsn(Opcodes.IRETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
    writer.visitEnd();
    return new CompiledFile(
        className,
        CompiledFile.Status.COMPILED,
        Map.of(className, writer.toByteArray()),
        List.of(),
        List.of());
  }

  /** Says what it was told to say, and writes down what it is asked. */
  private final class Told implements Judge {
    @Override
    public List<ExerciseResult> judge(Case answers) {
      asked.add(answers.exercises());
      failing.add(answers.failing());
      return answers.exercises().stream().map(this::result).toList();
    }

    private ExerciseResult result(String exercise) {
      String outcome = outcomes.getOrDefault(exercise, "solved");
      List<ExerciseResult.TestResult> tests =
          List.of(
              new ExerciseResult.TestResult(
                  "a", "a", "shape", outcome, messages.getOrDefault(exercise, "")));
      return new ExerciseResult(
          exercise, outcome, "", 0, 10, 0, -1, 1, 1, List.of(), tests, List.of());
    }

    @Override
    public void close() {}
  }
}
