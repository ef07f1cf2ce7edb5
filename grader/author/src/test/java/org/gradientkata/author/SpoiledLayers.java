package org.gradientkata.author;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradientkata.contract.Layer;

/** Layers with one thing wrong, for the gradient check to find. */
final class SpoiledLayers {
  private final DMatrixRMaj W;
  private final DMatrixRMaj b;

  SpoiledLayers(DMatrixRMaj W, DMatrixRMaj b) {
    this.W = W;
    this.b = b;
  }

  Layer scaled(double factor) {
    return spoiled(
        dX -> {
          CommonOps_DDRM.scale(factor, dX);
          return dX;
        });
  }

  Layer spoiled(UnaryOperator<DMatrixRMaj> dX) {
    return new Dense(W, b) {
      @Override
      public DMatrixRMaj backward(DMatrixRMaj dY) {
        return dX.apply(super.backward(dY));
      }
    };
  }

  Layer withGradients(int count, DMatrixRMaj second) {
    return new Dense(W, b) {
      @Override
      public List<DMatrixRMaj> gradients() {
        List<DMatrixRMaj> gradients = new ArrayList<>(List.of(dW));
        if (count > 1) {
          gradients.add(second);
        }
        return gradients;
      }
    };
  }

  static Layer forward(UnaryOperator<DMatrixRMaj> forward) {
    return new Layer() {
      @Override
      public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
        return forward.apply(X);
      }

      @Override
      public DMatrixRMaj backward(DMatrixRMaj dY) {
        return dY.copy();
      }
    };
  }

  static Layer identityReturningUpstream() {
    return new Layer() {
      @Override
      public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
        return X.copy();
      }

      @Override
      public DMatrixRMaj backward(DMatrixRMaj dY) {
        return dY;
      }
    };
  }

  static Layer elementwise(Function f, Function slope) {
    return elementwise(f, slope, false);
  }

  static Layer elementwise(Function f, Function slope, boolean inPlace) {
    return new Layer() {
      private DMatrixRMaj X;

      @Override
      public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
        this.X = X;
        return map(X.copy(), f);
      }

      @Override
      public DMatrixRMaj backward(DMatrixRMaj dY) {
        DMatrixRMaj dX = inPlace ? dY : dY.copy();
        for (int i = 0; i < dX.getNumElements(); i++) {
          dX.data[i] = dX.data[i] * slope.of(X.data[i]) + (inPlace ? 1 : 0);
        }
        return dX;
      }
    };
  }

  interface Function {
    double of(double x);
  }

  static DMatrixRMaj map(DMatrixRMaj matrix, Function f) {
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = f.of(matrix.data[i]);
    }
    return matrix;
  }

  static DMatrixRMaj filled(DMatrixRMaj shape, double value) {
    DMatrixRMaj matrix = shape.copy();
    matrix.fill(value);
    return matrix;
  }

  static DMatrixRMaj one(double x) {
    return new DMatrixRMaj(new double[][] {{x}});
  }
}
