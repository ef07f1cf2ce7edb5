package org.gradientkata.network;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;

/** Y = X, and notes what it was asked for. */
final class PassThrough implements Layer {
  private final String name;
  private final List<String> calls;

  PassThrough(String name, List<String> calls) {
    this.name = name;
    this.calls = calls;
  }

  @Override
  public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    calls.add(name + (training ? " train" : " use"));
    return X.copy();
  }

  @Override
  public DMatrixRMaj backward(DMatrixRMaj dY) {
    calls.add(name + " backward");
    return dY.copy();
  }

  @Override
  public void backwardParameters(DMatrixRMaj dY) {
    calls.add(name + " parameters");
  }
}
