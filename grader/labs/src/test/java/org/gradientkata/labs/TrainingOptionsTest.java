package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingOptionsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,  10, 0.1, 'epochs is 0 and batchSize is 10, expected at least 1 each'
          1,  0,  0.1, 'epochs is 1 and batchSize is 0, expected at least 1 each'
          1,  10, 0,   'learningRate is 0.0, expected a finite number above 0'
          1,  10, -1,  'learningRate is -1.0, expected a finite number above 0'
          1,  10, NaN, 'learningRate is NaN, expected a finite number above 0'
          """)
  @DisplayName("numbers out of range are refused")
  void shouldRefuseNumbersOutOfRange(int epochs, int batch, double rate, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(List.of(10), false, epochs, batch, rate))
        .withMessage(message);
  }

  @Test
  @DisplayName("residual blocks want hidden layers of one width")
  void shouldRefuseResidualBlocksOfDifferentWidths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(List.of(10, 20), true, 1, 10, 0.1))
        .withMessageContaining("[10, 20]");
  }

  @Test
  @DisplayName("the plan has the images' pixels as inputs and ten classes")
  void shouldPlanNetworkForImages() {
    NetworkPlan plan = options(List.of(), false, 1, 10, 0.1).plan(784);

    assertThat(plan.inputs()).isEqualTo(784);
    assertThat(plan.hidden()).isEmpty();
    assertThat(plan.outputs()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("each activation makes one of its exercise's class")
  void shouldMakeActivation(ActivationChoice choice) {
    assertThat(choice.create()).isNotNull();
    assertThat(choice.id()).matches("[a-z]+(-[a-z]+)?");
  }

  private static TrainingOptions options(
      List<Integer> hidden, boolean residual, int epochs, int batch, double rate) {
    return new TrainingOptions(
        DatasetChoice.MNIST,
        hidden,
        ActivationChoice.RELU,
        InitialValue.he(),
        false,
        residual,
        epochs,
        batch,
        rate,
        1);
  }
}
