package org.gradientkata.labs.lesson;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.datasets.Datasets;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.datasets.SyntheticDigits;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.labs.DatasetChoice;
import org.gradientkata.labs.TrainingListener;
import org.gradientkata.labs.TrainingOptions;
import org.gradientkata.labs.TrainingPlot;
import org.gradientkata.labs.TrainingRun;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.pretraining.DeepBeliefNetwork;
import org.knowm.xchart.XYChart;

/** Whole networks: gradients by depth, generated digits, a training run. */
final class NetworkPictures {
  private static final int WIDTH = 64;
  private static final int SEED = 1;

  private NetworkPictures() {}

  static List<LessonPicture> all() {
    return List.of(
        Draw.row("17-residual-block", NetworkPictures::depth),
        new LessonPicture("20-restricted-boltzmann-machine", NetworkPictures::digits),
        Draw.row("22-multi-layer-net", NetworkPictures::layers),
        new LessonPicture("23-trainer", NetworkPictures::training));
  }

  /** The first layer's gradient in networks of more and more layers. */
  private static List<XYChart> depth() {
    double[] x = Draw.range(1, 31, 16);
    double[] plain = new double[x.length];
    double[] residual = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      NetworkPlan plan = plan((int) x[i]);
      plain[i] = norms(plan, new Sigmoid())[0];
      residual[i] = norms(plan.withResidualBlocks(), new Sigmoid())[0];
    }
    XYChart chart =
        Draw.chart(
            "Sigmoid networks: gradient of the first layer",
            "hidden layers",
            "log10 of its norm",
            1,
            31);
    Draw.line(chart, "plain", 1, x, Draw.log10(plain));
    Draw.line(chart, "residual blocks", 0, x, Draw.log10(residual));
    return List.of(chart);
  }

  private static List<XYChart> layers() {
    XYChart chart =
        Draw.chart("Twenty hidden layers: gradient by layer", "layer", "log10 of its norm", 1, 21);
    NetworkPlan plan = plan(20);
    layer(chart, "sigmoid", 1, norms(plan, new Sigmoid()));
    layer(chart, "batch normalization", 2, norms(plan.withBatchNormalization(), new Sigmoid()));
    layer(chart, "residual", 3, norms(plan.withResidualBlocks(), new Sigmoid()));
    NetworkPlan he = NetworkPlan.of(WIDTH, Collections.nCopies(20, WIDTH), 10, InitialValue.he());
    layer(chart, "ReLU, He", 0, norms(he, new ReLU()));
    return List.of(chart);
  }

  private static void layer(XYChart chart, String name, int color, double[] norms) {
    Draw.line(chart, name, color, Draw.range(1, norms.length, norms.length), Draw.log10(norms));
  }

  private static NetworkPlan plan(int hidden) {
    return NetworkPlan.of(WIDTH, Collections.nCopies(hidden, WIDTH), 10, InitialValue.xavier());
  }

  /** Norms of the gradients of the weights, from the input to the scores. */
  private static double[] norms(NetworkPlan plan, Activation activation) {
    RandomSource random = new RandomSource(SEED);
    MultiLayerNet net = MultiLayerNet.build(plan, activation, random);
    DMatrixRMaj X = Draw.gaussian(32, WIDTH, 1, random);
    net.gradient(X, IntStream.range(0, 32).map(i -> i % 10).toArray());
    return net.gradients().stream()
        .filter(g -> g.numRows > 1)
        .mapToDouble(NormOps_DDRM::normF)
        .toArray();
  }

  /** Three rows: digits, what one machine makes of them, and digits that the stack dreams up. */
  private static byte[] digits() throws IOException {
    int shown = 12;
    LabeledImages images = SyntheticDigits.generate(3000, SEED);
    DMatrixRMaj X = new DMatrixRMaj(images.count(), images.features());
    images.batch(IntStream.range(0, images.count()).toArray(), X);
    RandomSource random = new RandomSource(SEED);
    DeepBeliefNetwork stack =
        DeepBeliefNetwork.untrained(images.features(), List.of(200, 100), false, random);
    stack.pretrain(X, 30, 20, 0.05, random);
    DMatrixRMaj first = new DMatrixRMaj(shown, X.numCols);
    System.arraycopy(X.data, 0, first.data, 0, first.data.length);
    DMatrixRMaj reconstructed =
        stack.machines().get(0).visibleMeans(stack.machines().get(0).hiddenProbabilities(first));
    DMatrixRMaj dreamt = stack.generate(shown, 500, random);
    return tiles(List.of(first, reconstructed, dreamt), images.rows(), images.columns());
  }

  private static byte[] tiles(List<DMatrixRMaj> rows, int height, int width) throws IOException {
    int zoom = 2;
    int gap = 6;
    int count = rows.get(0).numRows;
    BufferedImage image =
        new BufferedImage(
            count * (zoom * width + gap) + gap,
            rows.size() * (zoom * height + gap) + gap,
            BufferedImage.TYPE_BYTE_GRAY);
    java.util.Arrays.fill(
        ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 255);
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < count; i++) {
        for (int y = 0; y < zoom * height; y++) {
          for (int x = 0; x < zoom * width; x++) {
            double ink = rows.get(row).get(i, y / zoom * width + x / zoom);
            int grey = (int) Math.round(255 * (1 - Math.max(0, Math.min(1, ink))) * 0.9);
            image
                .getRaster()
                .setSample(
                    gap + i * (zoom * width + gap) + x,
                    gap + row * (zoom * height + gap) + y,
                    0,
                    grey);
          }
        }
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static byte[] training() throws IOException {
    TrainingOptions options =
        new TrainingOptions(
            DatasetChoice.SYNTHETIC,
            List.of(100),
            ActivationChoice.RELU,
            InitialValue.he(),
            false,
            false,
            20,
            100,
            0.1,
            SEED);
    return new TrainingPlot(TrainingPlot.Labels.english())
        .png(new TrainingRun(options, Datasets.synthetic(), new TrainingListener() {}).run());
  }
}
