package org.gradientkata.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.datasets.SyntheticDigits;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;
import org.gradientkata.optimization.Sgd;
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

/** A whole epoch over 10,000 drawn digits, and what it consists of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EpochBenchmark {
  private static final int IMAGES = 10_000;

  /** The hidden layers. */
  @Param({"40,20", "100", "512,256"})
  public String hidden;

  private final RandomSource random = new RandomSource(1);
  private final Sgd sgd = new Sgd(KitEpochs.RATE);
  private final DMatrixRMaj X = new DMatrixRMaj(0, 0);
  private LabeledImages images;
  private MultiLayerNet net;
  private Trainer trainer;
  private List<int[]> batches;
  private int[] labels;
  private int next;

  /** Benchmarks are made by JMH. */
  public EpochBenchmark() {}

  /** Draws images and weights. */
  @Setup
  public void draw() {
    images = SyntheticDigits.generate(IMAGES, 1);
    net = KitEpochs.network(hidden, images.features(), random);
    trainer = new Trainer(net, sgd);
    batches = MiniBatches.shuffledEpoch(IMAGES, KitEpochs.BATCH, random);
    labels = images.labels(batches.get(0));
    images.batch(batches.get(0), X);
    net.gradient(X, labels);
  }

  /**
   * All of it.
   *
   * @return the loss
   */
  @Benchmark
  public double epoch() {
    return trainer.epoch(images, KitEpochs.BATCH, random);
  }

  /**
   * A batch's images, from bytes to numbers.
   *
   * @return the batch
   */
  @Benchmark
  public DMatrixRMaj batch() {
    images.batch(batches.get(next++ % batches.size()), X);
    return X;
  }

  /**
   * A batch forward and backward.
   *
   * @return the loss
   */
  @Benchmark
  public double gradient() {
    return net.gradient(X, labels);
  }

  /** A step of all parameters. */
  @Benchmark
  public void update() {
    sgd.update(net.parameters(), net.gradients());
  }
}
