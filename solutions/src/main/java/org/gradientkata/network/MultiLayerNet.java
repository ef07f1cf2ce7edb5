// SOLUTION of exercise 22 multi-layer-net. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/network/MultiLayerNet.java
package org.gradientkata.network;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.Shapes;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.layer.Affine;
import org.gradientkata.layer.BatchNormalization;
import org.gradientkata.layer.ResidualBlock;
import org.gradientkata.layer.SoftmaxCrossEntropy;

/**
 * A classifier of many layers: each layer's output is the next one's input, and the last one's are
 * the scores of the classes. Softmax and cross-entropy turn them into a loss.
 *
 * <p>Forward goes from the first layer to the last, backward from the last to the first, each layer
 * handing to its neighbour what that one needs. By the chain rule the gradient is a product with as
 * many factors as there are layers: this is where it vanishes or explodes.
 *
 * <p>Rows of X are examples: (batch × inputs). Labels are numbers of classes, from 0.
 *
 * <p>Source: Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating
 * errors".
 */
public final class MultiLayerNet {
  private final List<Layer> layers;
  private final SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();

  /**
   * A network of the given layers.
   *
   * @param layers from the input to the scores, at least one; kept, not copied
   * @throws IllegalArgumentException if there is none
   */
  public MultiLayerNet(List<Layer> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers is empty, expected at least one");
    }
    this.layers = List.copyOf(layers);
  }

  /**
   * Builds a network from its plan.
   *
   * <p>A hidden layer is affine, then batch normalization if the plan asks for it, then the
   * activation. The last layer is affine alone: scores are not squeezed. With residual blocks the
   * hidden layers after the first are taken two by two as one {@link ResidualBlock} of affine →
   * [batch normalization →] activation → affine; one left over is an ordinary hidden layer.
   *
   * <p>Weights are drawn by the plan's initial value, each layer's from its own fan-in, in order
   * from the input to the scores; biases are 0. Each layer is an object of its own, as it remembers
   * its input.
   *
   * @param plan sizes, initial value, batch normalization, residual blocks
   * @param activation the function of all hidden layers
   * @param random where the weights come from
   * @return a new network
   */
  public static MultiLayerNet build(NetworkPlan plan, Activation activation, RandomSource random) {
    // answer build
    List<Layer> layers = new ArrayList<>();
    List<Integer> hidden = plan.hidden();
    int width = plan.inputs();
    int next = 0;
    while (next < hidden.size()) {
      boolean pair = plan.residual() && next > 0 && next + 1 < hidden.size();
      int units = hidden.get(next);
      List<Layer> part = pair ? new ArrayList<>() : layers;
      part.add(affine(width, units, plan.initialValue(), random));
      if (plan.batchNormalization()) {
        part.add(new BatchNormalization(units));
      }
      part.add(new ActivationLayer(activation));
      if (pair) {
        part.add(affine(units, units, plan.initialValue(), random));
        layers.add(new ResidualBlock(part));
      }
      width = units;
      next += pair ? 2 : 1;
    }
    layers.add(affine(width, plan.outputs(), plan.initialValue(), random));
    return new MultiLayerNet(layers);
    // end
  }

  /**
   * The scores of the classes when the network is used, not trained: every layer's forward with
   * {@code training} false.
   *
   * @param X examples (batch × inputs); not modified
   * @return scores before the softmax (batch × classes); belongs to the last layer and holds until
   *     the network's next call
   * @throws IllegalArgumentException if X doesn't fit
   */
  public DMatrixRMaj predict(DMatrixRMaj X) {
    // answer predict
    return forward(X, false);
    // end
  }

  /**
   * The mean cross-entropy when the network is used, not trained.
   *
   * @param X examples (batch × inputs); not modified
   * @param labels the right class of each; not modified
   * @return the mean loss over the batch
   * @throws IllegalArgumentException if X doesn't fit, or the labels don't
   */
  public double loss(DMatrixRMaj X, int[] labels) {
    // answer loss
    return softmax.forward(predict(X), labels);
    // end
  }

  /**
   * Computes the gradients of the mean loss with respect to all parameters, which {@link
   * #gradients} then returns: forward with {@code training} true, and all the way back.
   *
   * <p>Nobody needs the gradient of the data: the first layer is asked for {@link
   * Layer#backwardParameters} only, which saves a large product. The parameters don't change.
   *
   * @param X examples (batch × inputs); not modified
   * @param labels the right class of each; not modified
   * @return the mean loss over the batch, as it is in training
   * @throws IllegalArgumentException if X doesn't fit, or the labels don't
   */
  public double gradient(DMatrixRMaj X, int[] labels) {
    // answer gradient
    double loss = softmax.forward(forward(X, true), labels);
    DMatrixRMaj upstream = softmax.backward();
    for (int i = layers.size() - 1; i > 0; i--) {
      upstream = layers.get(i).backward(upstream);
    }
    layers.get(0).backwardParameters(upstream);
    return loss;
    // end
  }

  /**
   * The share of examples whose right class has the highest score. Of equal scores the first
   * counts.
   *
   * @param X examples (batch × inputs), at least one; not modified
   * @param labels the right class of each; not modified
   * @return a number from 0 to 1
   * @throws IllegalArgumentException if X doesn't fit or has no row, or there are not as many
   *     labels as rows
   */
  public double accuracy(DMatrixRMaj X, int[] labels) {
    requireExamples(X, labels);
    // answer accuracy
    DMatrixRMaj scores = predict(X);
    int classes = scores.numCols;
    int hits = 0;
    for (int row = 0; row < scores.numRows; row++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        if (scores.data[row * classes + k] > scores.data[row * classes + best]) {
          best = k;
        }
      }
      if (best == labels[row]) {
        hits++;
      }
    }
    return (double) hits / scores.numRows;
    // end
  }

  /**
   * The parameters of all layers, themselves and not copies: an optimizer changes them in place.
   *
   * @return the same matrices in the same order at every call, from the first layer to the last
   */
  public List<DMatrixRMaj> parameters() {
    // answer parameters
    List<DMatrixRMaj> all = new ArrayList<>();
    for (Layer layer : layers) {
      all.addAll(layer.parameters());
    }
    return all;
    // end
  }

  /**
   * The gradients of the last {@link #gradient}, in the order of {@link #parameters}.
   *
   * @return the same matrices at every call, overwritten by each {@code gradient}
   */
  public List<DMatrixRMaj> gradients() {
    // answer gradients
    List<DMatrixRMaj> all = new ArrayList<>();
    for (Layer layer : layers) {
      all.addAll(layer.gradients());
    }
    return all;
    // end
  }

  /**
   * The layers.
   *
   * @return from the input to the scores; the loss is none of them
   */
  public List<Layer> layers() {
    return layers;
  }

  // helper parts
  private DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
    DMatrixRMaj Y = X;
    for (Layer layer : layers) {
      Y = layer.forward(Y, training);
    }
    return Y;
  }

  private static Layer affine(int fanIn, int fanOut, InitialValue rule, RandomSource random) {
    return new Affine(
        WeightInitializer.of(rule, fanIn, fanOut, random), new DMatrixRMaj(1, fanOut));
  }

  // end

  private static void requireExamples(DMatrixRMaj X, int[] labels) {
    Shapes.require("X", X, Math.max(1, X.numRows), X.numCols);
    if (labels.length != X.numRows) {
      throw new IllegalArgumentException(
          labels.length + " labels, expected " + X.numRows + ": X is " + Shapes.of(X));
    }
  }
}
