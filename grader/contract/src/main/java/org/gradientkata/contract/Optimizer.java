package org.gradientkata.contract;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** A rule that changes parameters in place, given their gradients. */
public interface Optimizer {

  /**
   * Makes one step.
   *
   * @param parameters changed in place; the same list at every call, so that a rule may keep state
   *     per parameter
   * @param gradients ∂L/∂parameter, in the same order and shapes; not modified
   * @throws IllegalArgumentException if the lists differ in size or shapes
   */
  void update(List<DMatrixRMaj> parameters, List<DMatrixRMaj> gradients);
}
