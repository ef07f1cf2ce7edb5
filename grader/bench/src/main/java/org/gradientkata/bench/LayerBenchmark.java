package org.gradientkata.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.activation.Tanh;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.layer.Affine;
import org.gradientkata.layer.BatchNormalization;
import org.gradientkata.layer.ResidualBlock;
import org.gradientkata.layer.SoftmaxCrossEntropy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each layer forward and backward, on a batch of 100 with 100 features and 100 units. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LayerBenchmark {
  private static final int SIZE = 100;
  private static final int CLASSES = 10;

  /** The layer. */
  @Param({"affine", "batch-normalization", "residual-block", "relu", "sigmoid", "tanh"})
  public String kind;

  private final int[] labels = new int[SIZE];
  private final SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
  private Layer layer;
  private DMatrixRMaj X;
  private DMatrixRMaj dY;
  private DMatrixRMaj logits;

  /** Benchmarks are made by JMH. */
  public LayerBenchmark() {}

  /** Makes the layer and draws what goes through it. */
  @Setup
  public void draw() {
    RandomSource random = new RandomSource(1);
    X = ProductBenchmark.drawn(SIZE, SIZE, random);
    dY = ProductBenchmark.drawn(SIZE, SIZE, random);
    logits = ProductBenchmark.drawn(SIZE, CLASSES, random);
    Arrays.setAll(labels, i -> random.nextInt(CLASSES));
    layer = layer(random);
    layer.forward(X, true);
  }

  private Layer layer(RandomSource random) {
    return switch (kind) {
      case "affine" -> affine(random);
      case "batch-normalization" -> new BatchNormalization(SIZE);
      case "residual-block" ->
          new ResidualBlock(
              List.of(affine(random), new ActivationLayer(new ReLU()), affine(random)));
      case "relu" -> new ActivationLayer(new ReLU());
      case "sigmoid" -> new ActivationLayer(new Sigmoid());
      case "tanh" -> new ActivationLayer(new Tanh());
      default -> throw new IllegalArgumentException("kind is " + kind);
    };
  }

  private static Layer affine(RandomSource random) {
    return new Affine(
        ProductBenchmark.drawn(SIZE, SIZE, random), ProductBenchmark.drawn(1, SIZE, random));
  }

  /**
   * The layer's forward.
   *
   * @return Y
   */
  @Benchmark
  public DMatrixRMaj forward() {
    return layer.forward(X, true);
  }

  /**
   * The layer's backward.
   *
   * @return dX
   */
  @Benchmark
  public DMatrixRMaj backward() {
    return layer.backward(dY);
  }

  /**
   * The loss over ten classes, forward and backward; the same for every kind.
   *
   * @return the gradient of the logits
   */
  @Benchmark
  public DMatrixRMaj softmaxCrossEntropy() {
    softmax.forward(logits, labels);
    return softmax.backward();
  }
}
