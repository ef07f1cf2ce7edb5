package org.gradientkata.labs;

import java.util.List;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;

/**
 * What a training run is to do. The same options on the same images and the same machine give
 * bit-identical weights.
 *
 * @param dataset the images
 * @param hidden units of each hidden layer, from the input's side; may be empty
 * @param activation the activation of the hidden layers
 * @param initialValue how the weights start
 * @param batchNormalization whether the hidden layers are normalized over the mini-batch
 * @param residual whether hidden layers are taken two by two as residual blocks
 * @param epochs how often every image is seen
 * @param batchSize images in a mini-batch
 * @param learningRate the step of plain gradient descent
 * @param seed where the random numbers start: those of the weights, then those of the shuffling
 */
public record TrainingOptions(
    DatasetChoice dataset,
    List<Integer> hidden,
    ActivationChoice activation,
    InitialValue initialValue,
    boolean batchNormalization,
    boolean residual,
    int epochs,
    int batchSize,
    double learningRate,
    long seed) {
  private static final int CLASSES = 10;

  /**
   * Checks the options.
   *
   * @param dataset any
   * @param hidden at least 1 each; of one width if {@code residual}
   * @param activation any
   * @param initialValue any
   * @param batchNormalization either
   * @param residual either
   * @param epochs at least 1
   * @param batchSize at least 1
   * @param learningRate finite and above 0
   * @param seed any number
   * @throws IllegalArgumentException if a number is out of its range or the layers don't fit
   */
  public TrainingOptions {
    hidden = List.copyOf(hidden);
    if (epochs < 1 || batchSize < 1) {
      throw new IllegalArgumentException(
          "epochs is " + epochs + " and batchSize is " + batchSize + ", expected at least 1 each");
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate is " + learningRate + ", expected a finite number above 0");
    }
    // Any number of inputs will do: this is only to have the layers checked early.
    new NetworkPlan(1, hidden, CLASSES, initialValue, batchNormalization, residual);
  }

  /**
   * The run that everything else is compared with: MNIST, one hidden layer of 100, ReLU, He, batch
   * normalization off, 20 epochs, batches of 100, learning rate 0.1, seed 1.
   *
   * @return the options
   */
  public static TrainingOptions standard() {
    return new TrainingOptions(
        DatasetChoice.MNIST,
        List.of(100),
        ActivationChoice.RELU,
        InitialValue.he(),
        false,
        false,
        20,
        100,
        0.1,
        1);
  }

  /**
   * The network for images of a size.
   *
   * @param features pixels of an image
   * @return the plan, with ten classes
   */
  NetworkPlan plan(int features) {
    return new NetworkPlan(features, hidden, CLASSES, initialValue, batchNormalization, residual);
  }
}
