package org.gradientkata.bench;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Products;
import org.gradientkata.contract.RandomSource;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** The products of an affine layer, of the sizes that the networks of the comparison have. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProductBenchmark {
  /** Batch, inputs and units; the last is for the machine's peak. */
  @Param({"100x784x40", "100x784x100", "100x784x512", "100x512x256", "1000x1000x1000"})
  public String shape;

  private DMatrixRMaj X;
  private DMatrixRMaj W;
  private DMatrixRMaj Y;
  private DMatrixRMaj dW;
  private DMatrixRMaj dX;
  private double gflop;

  /** Benchmarks are made by JMH. */
  public ProductBenchmark() {}

  /** Floating-point operations, beside the products themselves. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Work {
    /** Billions of additions and multiplications. */
    public double gflop;

    /** Counters are made by JMH. */
    public Work() {}
  }

  /** Draws the matrices. */
  @Setup
  public void draw() {
    String[] sizes = shape.split("x");
    int batch = Integer.parseInt(sizes[0]);
    int inputs = Integer.parseInt(sizes[1]);
    int units = Integer.parseInt(sizes[2]);
    RandomSource random = new RandomSource(1);
    X = drawn(batch, inputs, random);
    W = drawn(inputs, units, random);
    Y = drawn(batch, units, random);
    dW = new DMatrixRMaj(inputs, units);
    dX = new DMatrixRMaj(batch, inputs);
    gflop = 2e-9 * batch * inputs * units;
  }

  /**
   * Y = X·W.
   *
   * @param work counts
   * @return Y
   */
  @Benchmark
  public DMatrixRMaj forward(Work work) {
    Products.mult(X, W, Y);
    work.gflop += gflop;
    return Y;
  }

  /**
   * dW = Xᵀ·dY.
   *
   * @param work counts
   * @return dW
   */
  @Benchmark
  public DMatrixRMaj weights(Work work) {
    Products.multTransA(X, Y, dW);
    work.gflop += gflop;
    return dW;
  }

  /**
   * dX = dY·Wᵀ.
   *
   * @param work counts
   * @return dX
   */
  @Benchmark
  public DMatrixRMaj inputs(Work work) {
    Products.multTransB(Y, W, dX);
    work.gflop += gflop;
    return dX;
  }

  /** A matrix of numbers from −1 to 1. */
  static DMatrixRMaj drawn(int rows, int columns, RandomSource random) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.data[i] = random.nextDouble(-1, 1);
    }
    return matrix;
  }
}
