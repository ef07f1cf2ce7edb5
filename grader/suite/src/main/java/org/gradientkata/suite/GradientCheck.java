package org.gradientkata.suite;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.ScalarFunction;
import org.gradientkata.contract.Shapes;

/**
 * Compares a backward pass with central differences of its forward pass, at every element of the
 * input and of every parameter, for a random upstream gradient (an upstream gradient of all ones
 * lets most wrong answers pass).
 */
public final class GradientCheck {
  /** ∛(2⁻⁵²), where truncation and rounding of a central difference balance. */
  private static final double STEP = 6e-6;

  /** A central difference with that step is good to about 1e-10 relative; a factor for the loss. */
  private static final double TOLERANCE = 1e-6;

  private GradientCheck() {}

  /**
   * Checks a layer in training mode: ∂L/∂X and ∂L/∂θ for every parameter θ, for the loss L = Σ U⊙Y
   * with a random U.
   *
   * @param layer the layer; its parameters are moved and put back
   * @param X input; not modified
   * @param seed seed of U
   */
  public static void check(Layer layer, DMatrixRMaj X, long seed) {
    DMatrixRMaj Y = layer.forward(X.copy(), true).copy();
    DMatrixRMaj U = gaussian(Y.numRows, Y.numCols, seed);
    DMatrixRMaj input = X.copy();
    layer.forward(input, true);
    DMatrixRMaj dX = layer.backward(U.copy()).copy();
    List<DMatrixRMaj> analytic = new ArrayList<>();
    layer.gradients().forEach(g -> analytic.add(g.copy()));

    check("dX", X.copy(), x -> dot(U, layer.forward(x, true)), dX);
    List<DMatrixRMaj> parameters = layer.parameters();
    for (int p = 0; p < parameters.size(); p++) {
      DMatrixRMaj theta = parameters.get(p);
      DMatrixRMaj original = theta.copy();
      String name = "gradients().get(" + p + ")";
      check(
          name,
          original.copy(),
          moved -> {
            theta.setTo(moved);
            double loss = dot(U, layer.forward(X.copy(), true));
            theta.setTo(original);
            return loss;
          },
          analytic.get(p));
    }
  }

  /**
   * Checks a gradient of a scalar function.
   *
   * @param name what the gradient is called in a message
   * @param at where the gradient was taken; not modified
   * @param loss the function
   * @param analytic the gradient to check; not modified
   */
  public static void check(String name, DMatrixRMaj at, ScalarFunction loss, DMatrixRMaj analytic) {
    KataAssertions.assertThat(name, analytic).hasShape(at.numRows, at.numCols).isFinite();
    double scale = 1;
    DMatrixRMaj numeric = new DMatrixRMaj(at.numRows, at.numCols);
    for (int i = 0; i < at.getNumElements(); i++) {
      numeric.data[i] = centralDifference(loss, at, i);
      scale = Math.max(scale, Math.abs(numeric.data[i]));
    }
    int worst = -1;
    for (int i = 0; i < at.getNumElements(); i++) {
      if (worst < 0 || error(analytic, numeric, i) > error(analytic, numeric, worst)) {
        worst = i;
      }
    }
    if (worst >= 0 && error(analytic, numeric, worst) > TOLERANCE * scale) {
      String place = name + "[" + worst / at.numCols + ", " + worst % at.numCols + "]";
      double yours = analytic.data[worst];
      double wanted = numeric.data[worst];
      throw new AssertionError(
          Texts.kit()
              .get(
                  "gradient",
                  place,
                  Figures.of(yours),
                  Figures.of(wanted),
                  Figures.of(yours / wanted),
                  Shapes.of(at)));
    }
  }

  /**
   * A matrix of N(0, 1) numbers.
   *
   * @param rows number of rows
   * @param columns number of columns
   * @param seed seed
   * @return a new matrix
   */
  public static DMatrixRMaj gaussian(int rows, int columns, long seed) {
    RandomSource random = new RandomSource(seed);
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = random.nextGaussian();
    }
    return matrix;
  }

  private static double centralDifference(ScalarFunction loss, DMatrixRMaj at, int index) {
    DMatrixRMaj moved = at.copy();
    double h = STEP * Math.max(1, Math.abs(at.data[index]));
    moved.data[index] = at.data[index] + h;
    double up = loss.of(moved);
    moved.data[index] = at.data[index] - h;
    double down = loss.of(moved);
    return (up - down) / (2 * h);
  }

  private static double error(DMatrixRMaj a, DMatrixRMaj b, int index) {
    return Math.abs(a.data[index] - b.data[index]);
  }

  private static double dot(DMatrixRMaj a, DMatrixRMaj b) {
    double sum = 0;
    for (int i = 0; i < a.getNumElements(); i++) {
      sum += a.data[i] * b.data[i];
    }
    return sum;
  }
}
