package org.gradientkata.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WeightHashTest {

  @Test
  @DisplayName("one bit, another shape, another order give other hashes")
  void shouldTellWeightsApart() {
    DMatrixRMaj zero = new DMatrixRMaj(new double[][] {{0.0, 1.0}});
    DMatrixRMaj minusZero = new DMatrixRMaj(new double[][] {{-0.0, 1.0}});
    DMatrixRMaj column = new DMatrixRMaj(new double[][] {{0.0}, {1.0}});

    assertThat(
            List.of(
                WeightHash.sha256(List.of(zero)),
                WeightHash.sha256(List.of(minusZero)),
                WeightHash.sha256(List.of(column)),
                WeightHash.sha256(List.of(zero, column)),
                WeightHash.sha256(List.of(column, zero))))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("what lies behind the matrix in its array doesn't count")
  void shouldIgnoreArrayBehindMatrix() {
    DMatrixRMaj large = new DMatrixRMaj(2, 2, true, 5, 6, 7, 8);
    large.reshape(1, 2);

    assertThat(WeightHash.sha256(List.of(large)))
        .isEqualTo(WeightHash.sha256(List.of(new DMatrixRMaj(1, 2, true, 5, 6))));
  }
}
