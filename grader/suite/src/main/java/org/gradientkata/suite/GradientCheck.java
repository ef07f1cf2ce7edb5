package org.gradientkata.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.ScalarFunction;

/**
 * Compares a backward pass with central differences of its forward pass, for a random upstream
 * gradient (an upstream gradient of all ones lets most wrong answers pass). Everything is first
 * moved along random lines, all elements at once; only where the slopes there don't agree is every
 * element measured on its own, to say which ones are wrong and what they have in common. What else
 * a wrong layer can do has a message of its own: a wrong shape, a number that isn't finite, a
 * matrix that belongs to the caller and was changed, an output that is the input itself, a forward
 * that ignores its input (any gradient of 0 would agree), a gradient that is added up instead of
 * overwritten.
 *
 * <p>{@link CentralDifference} says how a slope is measured, {@link GradientComparison} how far an
 * element may be off and why.
 */
public final class GradientCheck {
  /** A matrix of no more elements than this is checked at every one of them. */
  private static final int ALL = 10_000;

  /** How many elements of a larger matrix are checked. */
  private static final int SAMPLE = 1_000;

  /** Measuring for a second upstream gradient, only to name a pattern, is kept short. */
  private static final int PATTERN_SAMPLE = 50;

  private final LayerUnderCheck layer;
  private final long seed;

  private GradientCheck(LayerUnderCheck layer, long seed) {
    this.layer = layer;
    this.seed = seed;
  }

  /**
   * Checks a layer in training mode: ∂L/∂X and ∂L/∂θ for every parameter θ, for the loss L = Σ U⊙Y
   * with a random U.
   *
   * @param layer the layer; its parameters are moved and put back
   * @param X input; not modified
   * @param seed seed of U
   */
  public static void check(Layer layer, DMatrixRMaj X, long seed) {
    check(layer, X, seed, new String[0]);
  }

  /**
   * Checks a layer as {@link #check(Layer, DMatrixRMaj, long)} does, and names its gradients.
   *
   * @param layer the layer; its parameters are moved and put back
   * @param X input; not modified
   * @param seed seed of U
   * @param parameterNames the names of the parameters in their order, such as {@code "W", "b"};
   *     their gradients are called dW and db in messages
   */
  public static void check(Layer layer, DMatrixRMaj X, long seed, String... parameterNames) {
    new GradientCheck(new LayerUnderCheck(layer, X, seed), seed).check(parameterNames);
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
    DMatrixRMaj moved = at.copy();
    check(List.of(name), List.of(moved), () -> loss.of(moved), List.of(analytic));
  }

  /**
   * Checks the gradients of a loss that reads several matrices.
   *
   * @param names what the gradients are called in a message
   * @param parameters the matrices; they are moved and put back
   * @param loss reads them where they are
   * @param gradients the gradients to check, one for each matrix; not modified
   */
  public static void check(
      List<String> names,
      List<DMatrixRMaj> parameters,
      DoubleSupplier loss,
      List<DMatrixRMaj> gradients) {
    for (int p = 0; p < parameters.size(); p++) {
      KataAssertions.assertThat(names.get(p), gradients.get(p))
          .hasShape(parameters.get(p).numRows, parameters.get(p).numCols)
          .isFinite();
    }
    double base = loss.getAsDouble();
    Function<Line, CentralDifference.Function> change = line -> new LossChange(loss, base, line);
    if (RandomLine.agree(parameters, gradients, 0, change)) {
      return;
    }
    for (int p = 0; p < parameters.size(); p++) {
      DMatrixRMaj V = parameters.get(p);
      if (parameters.size() > 1
          && RandomLine.agree(List.of(V), List.of(gradients.get(p)), 0, change)) {
        continue;
      }
      int[] indices = indices(V.getNumElements(), ALL, SAMPLE, 0);
      CentralDifference[] slopes = slopes(indices, V, change);
      GradientComparison comparison =
          new GradientComparison(names.get(p), gradients.get(p), indices, slopes);
      require(comparison, V.numRows, Optional::empty);
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

  private void check(String... parameterNames) {
    layer.checkForward();
    layer.checkBackward();
    boolean right = agreesAltogether();
    if (!right) {
      compare("dX", layer.input(), layer.dX());
    }
    List<DMatrixRMaj> parameters = layer.parameters();
    List<String> names = new ArrayList<>();
    for (int p = 0; p < parameters.size(); p++) {
      names.add(p < parameterNames.length ? "d" + parameterNames[p] : "gradients().get(" + p + ")");
    }
    layer.checkGradients(names);
    for (int p = 0; p < parameters.size() && !right; p++) {
      compare(names.get(p), parameters.get(p), layer.gradients().get(p));
    }
  }

  /** Whether all gradients are right, as far as lines on which everything moves can tell. */
  private boolean agreesAltogether() {
    if (!layer.hasFittingGradients()) {
      return false;
    }
    List<DMatrixRMaj> matrices = new ArrayList<>(List.of(layer.input()));
    matrices.addAll(layer.parameters());
    List<DMatrixRMaj> gradients = new ArrayList<>(List.of(layer.dX()));
    gradients.addAll(layer.gradients());
    return RandomLine.agree(matrices, gradients, seed, this::change);
  }

  private CentralDifference.Function change(Line line) {
    return layer.change(line, layer.upstream());
  }

  /** Compares ∂L/∂V with central differences, where V is moved in place. */
  private void compare(String name, DMatrixRMaj V, DMatrixRMaj analytic) {
    if (!layer.parameters().isEmpty()
        && RandomLine.agree(List.of(V), List.of(analytic), seed, this::change)) {
      return;
    }
    int[] indices = indices(V.getNumElements(), ALL, SAMPLE, seed);
    CentralDifference[] slopes = slopes(indices, V, this::change);
    GradientComparison comparison = new GradientComparison(name, analytic, indices, slopes);
    require(comparison, layer.input().numRows, () -> ignoresUpstream(name, V, analytic));
  }

  /** Whether the gradient is right for an upstream gradient of all ones. */
  private Optional<String> ignoresUpstream(String name, DMatrixRMaj V, DMatrixRMaj analytic) {
    DMatrixRMaj ones = layer.upstream().copy();
    ones.fill(1);
    int[] indices = indices(V.getNumElements(), PATTERN_SAMPLE, PATTERN_SAMPLE, seed);
    CentralDifference[] slopes = slopes(indices, V, line -> layer.change(line, ones));
    GradientComparison comparison = new GradientComparison(name, analytic, indices, slopes);
    return comparison.worst() < 0
        ? Optional.of(Texts.kit().get("gradient.pattern.ones"))
        : Optional.empty();
  }

  private static void require(
      GradientComparison comparison, int batch, Supplier<Optional<String>> more) {
    comparison.unsettled().ifPresent(GradientCheck::fail);
    int worst = comparison.worst();
    if (worst >= 0) {
      String text = comparison.text(worst);
      Optional<String> pattern = new GradientPattern(comparison).text(batch).or(more);
      fail(pattern.map(p -> text + "\n" + p).orElse(text));
    }
  }

  private static void fail(String text) {
    throw new AssertionError(text);
  }

  private static CentralDifference[] slopes(
      int[] indices, DMatrixRMaj V, Function<Line, CentralDifference.Function> change) {
    CentralDifference[] slopes = new CentralDifference[indices.length];
    for (int i = 0; i < indices.length; i++) {
      Line line = Line.ofElement(V, indices[i]);
      slopes[i] = CentralDifference.at(line.start(), change.apply(line));
    }
    return slopes;
  }

  /** All indices, or a sample if there are too many: the first, the last, and random others. */
  private static int[] indices(int count, int most, int sample, long seed) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    if (count <= most) {
      return all;
    }
    RandomSource random = new RandomSource(seed);
    for (int i = 1; i < sample; i++) {
      int other = random.nextInt(i, count);
      int index = all[i];
      all[i] = all[other];
      all[other] = index;
    }
    all[sample - 1] = count - 1;
    return Arrays.stream(all).limit(sample).sorted().distinct().toArray();
  }

  /** How a loss changes along a line. */
  private static final class LossChange implements CentralDifference.Function {
    /** A loss is a sum of some dozen numbers that were rounded. */
    private static final double NOISE = 16 * Math.ulp(1.0);

    private final DoubleSupplier loss;
    private final double base;
    private final Line line;
    private double size;

    LossChange(DoubleSupplier loss, double base, Line line) {
      this.loss = loss;
      this.base = base;
      this.line = line;
    }

    @Override
    public double change(double x) {
      line.moveTo(x);
      double value = loss.getAsDouble();
      line.moveBack();
      size = Math.abs(value) + Math.abs(base);
      return value - base;
    }

    @Override
    public double noise() {
      return NOISE * size;
    }
  }
}
