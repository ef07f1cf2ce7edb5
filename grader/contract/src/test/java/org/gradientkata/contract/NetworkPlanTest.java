package org.gradientkata.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("plans of networks and initial values")
class NetworkPlanTest {

  @Test
  @DisplayName("residual blocks need hidden layers of one width")
  void residualBlocksNeedOneWidth() {
    NetworkPlan plan = NetworkPlan.of(4, List.of(8, 6), 3, InitialValue.he());

    assertThatIllegalArgumentException()
        .isThrownBy(plan::withResidualBlocks)
        .withMessageContaining("[8, 6]");
    assertThat(NetworkPlan.of(4, List.of(8, 8), 3, InitialValue.he()).withResidualBlocks())
        .matches(NetworkPlan::residual);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 2", "4, 0, 2", "4, 3, 0", "-1, 3, 2"})
  @DisplayName("sizes under 1 are refused")
  void sizesUnderOneAreRefused(int inputs, int hidden, int outputs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NetworkPlan.of(inputs, List.of(hidden), outputs, InitialValue.he()));
  }

  @ParameterizedTest
  @CsvSource({"he, he", "XAVIER, xavier", "zeros, zeros", "0.01, 0.01", "0, 0.0"})
  @DisplayName("an initial value is read as it is typed")
  void initialValueIsRead(String typed, String shown) {
    assertThat(InitialValue.parse(typed)).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"hee", "-1", "NaN", "Infinity"})
  @DisplayName("an initial value that is none is refused")
  void badInitialValueIsRefused(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> InitialValue.parse(typed));
  }
}
