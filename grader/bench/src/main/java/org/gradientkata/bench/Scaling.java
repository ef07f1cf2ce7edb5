package org.gradientkata.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Products;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.ImageSet;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.datasets.Progress;
import org.gradientkata.network.Trainer;
import org.gradientkata.optimization.Sgd;

/**
 * Trains networks of growing width, depth and batch on the threads that this JVM has for products,
 * and prints how much they multiply, beside the most that the machine was seen to multiply.
 */
final class Scaling {
  /** Hidden layers, and images in a batch. */
  private static final List<String> RUNS =
      List.of(
          "32 100",
          "128 100",
          "512 100",
          "2048 100", // width
          "128,128 100",
          "128,128,128,128 100",
          "128,128,128,128,128,128,128,128 100", // depth
          "128 10",
          "128 1000",
          "512,256 10",
          "512,256 100",
          "512,256 1000"); // batch

  /** The side of a product that is large enough to be as fast as products get. */
  private static final int PEAK_SIDE = 960;

  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(1);
  private static final long MEASURED = TimeUnit.SECONDS.toNanos(2);
  private static final int CLASSES = 10;

  private Scaling() {}

  /**
   * Prints a table.
   *
   * @param args none
   */
  public static void main(String[] args) throws Exception {
    LabeledImages images = Datasets.loadOrSynthetic(ImageSet.MNIST, Progress.NONE).train();
    double peak = peak();
    System.out.printf(
        Locale.ROOT,
        "%nThreads: %s; %s, Java %s; a product of side %d: %.0f GFLOP/s%n%n"
            + "| hidden | batch | images/s | GFLOP/s | of the peak |%n|---|---:|---:|---:|---:|%n",
        System.getProperty("kata.threads"),
        Products.backend(),
        Runtime.version(),
        PEAK_SIDE,
        peak);
    for (String run : RUNS) {
      String hidden = run.split(" ")[0];
      int batch = Integer.parseInt(run.split(" ")[1]);
      double speed = imagesPerSecond(images, hidden, batch);
      double gflops = speed * operations(images.features(), hidden) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "| (%s) | %d | %,.0f | %.1f | %.0f %% |%n",
          hidden.replace(",", ", "),
          batch,
          speed,
          gflops,
          100 * gflops / peak);
    }
  }

  /** By whole steps: the batch, both directions, the update. */
  private static double imagesPerSecond(LabeledImages images, String hidden, int batch) {
    RandomSource random = new RandomSource(1);
    Trainer trainer =
        new Trainer(KitEpochs.network(hidden, images.features(), random), new Sgd(KitEpochs.RATE));
    List<int[]> batches = MiniBatches.shuffledEpoch(images.count(), batch, random);
    int[] next = {0};
    double step =
        fastNanos(
            () -> {
              List<int[]> one = List.of(batches.get(next[0]++ % batches.size()));
              long start = System.nanoTime();
              trainer.train(images, one);
              return System.nanoTime() - start;
            });
    return batch * 1e9 / step;
  }

  private static double peak() {
    DMatrixRMaj A = new DMatrixRMaj(PEAK_SIDE, PEAK_SIDE);
    A.fill(0.5);
    DMatrixRMaj B = A.copy();
    DMatrixRMaj C = A.copy();
    double product =
        fastNanos(
            () -> {
              long start = System.nanoTime();
              Products.mult(A, B, C);
              return System.nanoTime() - start;
            });
    return 2.0 * PEAK_SIDE * PEAK_SIDE * PEAK_SIDE / product;
  }

  /** The slowest of the fastest tenth, so that other programs on the machine count for little. */
  private static double fastNanos(LongSupplier step) {
    long start = System.nanoTime();
    List<Double> times = new ArrayList<>();
    while (System.nanoTime() - start < WARM_UP + MEASURED || times.isEmpty()) {
      double time = step.getAsLong();
      if (System.nanoTime() - start > WARM_UP) {
        times.add(time);
      }
    }
    Collections.sort(times);
    return times.get(times.size() / 10);
  }

  /**
   * Additions and multiplications of the products that an image takes: each layer's forward, its
   * weights' gradient, and its input's gradient, which the first layer is spared.
   */
  private static double operations(int features, String hidden) {
    int[] sizes =
        Stream.of(
                IntStream.of(features),
                Stream.of(hidden.split(",")).mapToInt(Integer::parseInt),
                IntStream.of(CLASSES))
            .flatMapToInt(s -> s)
            .toArray();
    double products = -(double) sizes[0] * sizes[1];
    for (int i = 1; i < sizes.length; i++) {
      products += 3.0 * sizes[i - 1] * sizes[i];
    }
    return 2 * products;
  }
}
