package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.gradientkata.classroom.trusted.TrustedLimits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("judges in processes of their own")
class JudgesApartTest {
  private static final String SIGMOID = "org.gradientkata.activation.Sigmoid";
  private static final String TANH = "org.gradientkata.activation.Tanh";
  private static final List<String> BOTH = List.of("01 sigmoid", "02 tanh");

  @RegisterExtension private static final Arena ARENA = new Arena();

  @Test
  @DisplayName("give the verdicts of one in this process, to every word")
  void shouldJudgeAlike() throws IOException {
    Map<String, String> sources =
        Map.of(
            SIGMOID, Arena.solution(SIGMOID),
            TANH, Arena.solution(TANH).replace("Math.tanh", "Math.sin"));

    List<ExerciseResult> apart = ARENA.grade(ARENA.judgeApart(), sources, BOTH);

    assertThat(apart).isEqualTo(ARENA.grade(ARENA.judge(TrustedLimits.usual()), sources, BOTH));
    assertThat(apart).extracting(ExerciseResult::outcome).containsExactly("solved", "wrong");
  }

  @Test
  @DisplayName("judge at the same time")
  void shouldJudgeTogether() throws IOException {
    Map<String, String> right = Map.of(SIGMOID, Arena.solution(SIGMOID));
    Judge first = ARENA.judgeApart();
    Judge second = ARENA.judgeApart();

    CompletableFuture<List<ExerciseResult>> other =
        CompletableFuture.supplyAsync(() -> solved(first, right));
    List<ExerciseResult> own = solved(second, right);

    assertThat(other.join()).isEqualTo(own);
    Arena.requireAll(own.get(0));
  }

  @Test
  @DisplayName("say so when their process ends, and another one takes its place")
  void shouldTellOfItsEnd() throws IOException {
    Map<String, String> right = Map.of(SIGMOID, Arena.solution(SIGMOID));
    Set<Long> before = children();
    Judge killed = ARENA.judgeApart();
    ProcessHandle.current()
        .children()
        .filter(c -> !before.contains(c.pid()))
        .forEach(ProcessHandle::destroyForcibly);

    assertThatThrownBy(() -> ARENA.grade(killed, right, BOTH))
        .isInstanceOf(IOException.class)
        .hasMessage("a judge process ended");
    Arena.requireAll(ARENA.grade(ARENA.judgeApart(), right, BOTH).get(0));
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  private static List<ExerciseResult> solved(Judge judge, Map<String, String> sources) {
    try {
      return ARENA.grade(judge, sources, List.of("01 sigmoid"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
