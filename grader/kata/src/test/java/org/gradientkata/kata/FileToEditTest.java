package org.gradientkata.kata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradientkata.suite.FileToEdit;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Stage;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.gradientkata.suite.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileToEditTest {
  private static final String FOLDER = "exercises/src/main/java/org/gradientkata/";

  @ParameterizedTest
  @CsvSource({
    "15 rnn-cell, 'Your code threw X, at TimeRnn.forward (TimeRnn.java:40)', '', recurrent/TimeRnn",
    "15 rnn-cell, 'RnnCell.forward (RnnCell.java:9), for TimeRnn', '', recurrent/RnnCell",
    "18 optimizers, 'W[0] is 1, expected 2', 'SGD goes against the gradient', optimization/Sgd",
    "18 optimizers, 'W[0] is 1, expected 2', 'Rprop のステップ幅', optimization/Rprop",
    "03 relu, 'is 1, expected 2', 'the derivative of Leaky ReLU is 1', activation/LeakyReLU",
    "03 relu, 'is 1, expected 2', 'the derivative of ReLU is 1', activation/ReLU",
    "03 relu, 'is 1, expected 2', 'ReLU の導関数は', activation/ReLU",
    "01 sigmoid, 'is 1, expected 2', 'as layers', activation/Sigmoid",
  })
  @DisplayName("the file that the first wrong test speaks of")
  void shouldNameFileThatIsSpokenOf(String exercise, String message, String title, String file) {
    assertThat(FileToEdit.of(wrong(exercise, "check", title, message)))
        .isEqualTo(FOLDER + file + ".java");
  }

  @Test
  @DisplayName("the name of the test counts where its title names nobody")
  void shouldLookAtTestName() {
    Standing s = wrong("18 optimizers", "signDescentIgnoresTheSize", "符号降下法は", "is 1");

    assertThat(FileToEdit.first(s)).isEqualTo(FOLDER + "optimization/SignDescent.java");
  }

  @Test
  @DisplayName("the class of the known mistake that explains the numbers")
  void shouldNameClassOfKnownMistake() {
    String idea = Texts.of("15 rnn-cell").get("twin.TimeRnn.backward.one-memory-for-all-steps");
    Standing s = wrong("15 rnn-cell", "gradients", "through time", "RnnCell is 1\n→ " + idea);

    assertThat(FileToEdit.of(s)).isEqualTo(FOLDER + "recurrent/TimeRnn.java");
  }

  @Test
  @DisplayName("all files where nothing tells which one")
  void shouldNameAllFilesWhenUnknown() {
    Standing s = wrong("15 rnn-cell", "gradients", "through time", "is 1, expected 2");

    assertThat(FileToEdit.of(s)).isEqualTo(FOLDER + "recurrent/RnnCell.java, TimeRnn.java");
    assertThat(FileToEdit.first(s)).isEqualTo(FOLDER + "recurrent/RnnCell.java");
  }

  private static Standing wrong(String exercise, String method, String title, String message) {
    Outcome right = new Outcome(exercise, "first", "RnnCell", Stage.SHAPE, State.SOLVED, "", 0);
    Outcome wrong = new Outcome(exercise, method, title, Stage.FORWARD, State.WRONG, message, 0);
    return new Standing(Tests.exercise(exercise), State.WRONG, 1, 1, List.of(right, wrong));
  }
}
