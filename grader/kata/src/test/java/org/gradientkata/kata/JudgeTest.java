package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
  private static final String SIGMOID = "01 sigmoid";

  @TempDir private Path temp;

  @Test
  @DisplayName("the end of the process is a verdict, and the next exercise gets another process")
  void shouldGoOnWhenProcessEnds() throws Exception {
    SmallCheckout checkout = SmallCheckout.in(temp);
    AnswerSet answers = new Kit(checkout.root()).exercises();
    try (Workers workers = new Workers(answers, false)) {
      Judge judge = new Judge(answers, workers);
      checkout.answer(
          "return y * (1 - y);", "while (y == y) { System.out.println(\"here\"); } return 0;");
      judge.compile();

      // what the system does to a process that uses up the machine's memory
      Wire.Result ended = judge.grade(SIGMOID, Set.of(), printed -> killChildren());

      assertThat(ended.state()).isEqualTo(State.WRONG);
      assertThat(ended.standing().reason().orElseThrow().message())
          .startsWith(Messages.get("worker.ended", "").substring(0, 10));
      checkout.answer("Sigmoid", "Sigmoid");
      judge.compile();
      assertThat(judge.grade(SIGMOID, Set.of(), printed -> {}).state()).isEqualTo(State.SOLVED);
    }
  }

  private static void killChildren() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
  }
}
