package org.gradientkata.bench.dl4j;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Deeplearning4j's side of the comparison: the same arguments and the same output as {@code
 * numpy_plain.py}. float64, ReLU, He, batch 100, SGD 0.1; all images lie in one array, of which
 * each batch takes its rows.
 */
public final class Dl4jEpochs {
  private static final int BATCH = 100;
  private static final double RATE = 0.1;
  private static final int CLASSES = 10;
  private static final int WHITE = 255;

  private Dl4jEpochs() {}

  /**
   * Prints each epoch's images per second, and the accuracy at the end.
   *
   * @param args the hidden layers, such as {@code 512,256}; the number of epochs; the folder of the
   *     images
   * @throws IOException if the images can't be read
   */
  public static void main(String[] args) throws IOException {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Path folder = Path.of(args[2]);
    INDArray images = images(folder.resolve("train-images-idx3-ubyte.gz"));
    INDArray labels = oneHot(read(folder.resolve("train-labels-idx1-ubyte.gz"), 8));
    MultiLayerNetwork net = network(args[0], images.columns());
    int count = images.rows();
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    Random random = new Random(1);
    System.out.println("with Deeplearning4j, Java " + Runtime.version());
    for (int epoch = 0; epoch < Integer.parseInt(args[1]); epoch++) {
      long start = System.nanoTime();
      shuffle(order, random);
      for (int first = 0; first + BATCH <= count; first += BATCH) {
        int[] batch = Arrays.copyOfRange(order, first, first + BATCH);
        net.fit(images.getRows(batch), labels.getRows(batch));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(Locale.ROOT, "images/s %.0f%n", count / seconds);
    }
    INDArray scores = net.output(images(folder.resolve("t10k-images-idx3-ubyte.gz")));
    byte[] right = read(folder.resolve("t10k-labels-idx1-ubyte.gz"), 8);
    int[] chosen = scores.argMax(1).toIntVector();
    int hits = 0;
    for (int i = 0; i < right.length; i++) {
      hits += chosen[i] == right[i] ? 1 : 0;
    }
    System.out.printf(Locale.ROOT, "accuracy %.4f%n", (double) hits / right.length);
  }

  private static MultiLayerNetwork network(String hidden, int inputs) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .dataType(DataType.DOUBLE)
            .weightInit(WeightInit.RELU)
            .updater(new Sgd(RATE))
            .list();
    int width = inputs;
    for (String units : hidden.split(",")) {
      int next = Integer.parseInt(units);
      layers.layer(
          new DenseLayer.Builder().nIn(width).nOut(next).activation(Activation.RELU).build());
      width = next;
    }
    MultiLayerConfiguration plan =
        layers
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(width)
                    .nOut(CLASSES)
                    .activation(Activation.SOFTMAX)
                    .build())
            .build();
    MultiLayerNetwork net = new MultiLayerNetwork(plan);
    net.init();
    return net;
  }

  private static void shuffle(int[] order, Random random) {
    for (int last = order.length - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      int swapped = order[last];
      order[last] = order[chosen];
      order[chosen] = swapped;
    }
  }

  private static INDArray images(Path file) throws IOException {
    byte[] pixels = read(file, 16);
    double[] values = new double[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xFF) / (double) WHITE;
    }
    int features = 28 * 28;
    return Nd4j.create(values, new long[] {pixels.length / features, features}, 'c');
  }

  private static INDArray oneHot(byte[] labels) {
    INDArray rows = Nd4j.zeros(labels.length, CLASSES);
    for (int i = 0; i < labels.length; i++) {
      rows.putScalar(i, labels[i], 1);
    }
    return rows;
  }

  private static byte[] read(Path file, int header) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(header);
      return in.readAllBytes();
    }
  }
}
