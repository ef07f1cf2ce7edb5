// Exercise 20 restricted-boltzmann-machine: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=RestrictedBoltzmannMachineTest
// Lesson: docs/lessons/20-restricted-boltzmann-machine.md (日本語: 20-restricted-boltzmann-machine.ja.md)
package org.gradientkata.pretraining;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.Shapes;
import org.gradientkata.layer.Affine;

/**
 * A deep belief network: restricted Boltzmann machines in a stack, where the hidden units of the
 * one are the visible units of the next.
 *
 * <p>It is trained greedily, level by level from the data upwards, so no gradient has to come
 * through many layers. Then it serves twice: from top to bottom it generates data, and from bottom
 * to top it is a good start for a deep network that back-propagation fine-tunes.
 *
 * <p>Source: Hinton, Osindero and Teh 2006, "A fast learning algorithm for deep belief nets";
 * Hinton and Salakhutdinov 2006, "Reducing the dimensionality of data with neural networks".
 */
public final class DeepBeliefNetwork {
  private final List<RestrictedBoltzmannMachine> machines;

  /**
   * A stack of machines.
   *
   * @param machines from the data upwards, at least one; kept, not copied
   * @throws IllegalArgumentException if there is none, if the hidden units of one are not as many
   *     as the visible units of the next, or if one above the first has real-valued visible units
   */
  public DeepBeliefNetwork(List<RestrictedBoltzmannMachine> machines) {
    if (machines.isEmpty()) {
      throw new IllegalArgumentException("machines is empty, expected at least one");
    }
    for (int i = 1; i < machines.size(); i++) {
      int below = machines.get(i - 1).weights().numCols;
      DMatrixRMaj W = machines.get(i).weights();
      Shapes.require("the weights of machine " + i, W, below, W.numCols);
      if (machines.get(i).realVisible()) {
        throw new IllegalArgumentException(
            "machine " + i + " has real-valued visible units, expected binary ones above the data");
      }
    }
    this.machines = List.copyOf(machines);
  }

  /**
   * A stack of untrained machines.
   *
   * @param visible number of visible units of the lowest machine
   * @param hidden number of hidden units of each machine, from the data upwards
   * @param realVisible whether the data are real-valued; if not, they are binary
   * @param random where the weights come from
   * @return a new network
   */
  public static DeepBeliefNetwork untrained(
      int visible, List<Integer> hidden, boolean realVisible, RandomSource random) {
    List<RestrictedBoltzmannMachine> machines = new ArrayList<>();
    int below = visible;
    for (int units : hidden) {
      boolean real = realVisible && machines.isEmpty();
      machines.add(RestrictedBoltzmannMachine.untrained(below, units, real, random));
      below = units;
    }
    return new DeepBeliefNetwork(machines);
  }

  /**
   * The machines.
   *
   * @return from the data upwards
   */
  public List<RestrictedBoltzmannMachine> machines() {
    return machines;
  }

  /**
   * What the data look like from a height: the hidden probabilities of the first machine for the
   * data, those of the second for the first one's, and so on. Probabilities go up, not samples.
   *
   * @param X data (batch × visible); not modified
   * @param levels how many machines to go through, from 0 (a copy of the data) to all
   * @return a new matrix (batch × hidden units of the last machine gone through)
   * @throws IllegalArgumentException if levels is out of its range or X doesn't fit
   */
  public DMatrixRMaj features(DMatrixRMaj X, int levels) {
    requireBetween("levels", levels, 0, machines.size());
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * One step of contrastive divergence for one machine: the data go up through the machines below
   * it, which stay as they are, and it learns from what arrives.
   *
   * @param level which machine learns, from 0
   * @param X a mini-batch of the data (batch × visible); not modified
   * @param learningRate how far to go
   * @param random who draws
   * @return the machine's reconstruction error
   * @throws IllegalArgumentException if there is no such machine or X doesn't fit
   */
  public double pretrainStep(int level, DMatrixRMaj X, double learningRate, RandomSource random) {
    requireBetween("level", level, 0, machines.size() - 1);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * Trains the machines greedily: the first for all its epochs, then the second on what the
   * finished first one makes of the data, and so on.
   *
   * <p>An epoch takes the rows of X in their order, {@code batchSize} at a time; the last
   * mini-batch of an epoch may be shorter. Each is one {@link #pretrainStep}.
   *
   * @param X data (examples × visible), shuffled before; not modified
   * @param epochs how often each machine sees the data, at least 1
   * @param batchSize examples a step, at least 1
   * @param learningRate how far to go at each step
   * @param random who draws
   * @return for each machine the mean reconstruction error over the examples in its last epoch
   * @throws IllegalArgumentException if epochs or batchSize is under 1, or X doesn't fit or has no
   *     row
   */
  public double[] pretrain(
      DMatrixRMaj X, int epochs, int batchSize, double learningRate, RandomSource random) {
    requireBetween("epochs", epochs, 1, Integer.MAX_VALUE);
    requireBetween("batchSize", batchSize, 1, Integer.MAX_VALUE);
    Shapes.require("X", X, Math.max(1, X.numRows), machines.get(0).weights().numRows);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * Generates data from top to bottom.
   *
   * <ol>
   *   <li>The hidden units of the topmost machine begin as fair coins.
   *   <li>Its visible and its hidden units are drawn in turn, {@code gibbsSteps} times each (Gibbs
   *       sampling): it forgets the coins and comes to what it has learnt.
   *   <li>Going down from its hidden units, the visible units of each machine are drawn, and are
   *       the hidden units of the machine below.
   *   <li>At the bottom the means of the visible units are returned, without drawing: grey values
   *       show more than black and white ones.
   * </ol>
   *
   * @param count how many examples, at least 0
   * @param gibbsSteps how often the topmost machine goes to and fro, at least 0
   * @param random who draws
   * @return a new matrix (count × visible)
   * @throws IllegalArgumentException if count or gibbsSteps is negative
   */
  public DMatrixRMaj generate(int count, int gibbsSteps, RandomSource random) {
    requireBetween("count", count, 0, Integer.MAX_VALUE);
    requireBetween("gibbsSteps", gibbsSteps, 0, Integer.MAX_VALUE);
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  /**
   * The start of fine-tuning: the layers of a network that computes what {@link #features} computes
   * and ends in a given layer. For each machine an {@link Affine} layer and a {@link Sigmoid}.
   *
   * <p>The parameters are copies: fine-tuning them by back-propagation leaves the machines, and
   * what they generate, as they are. The visible biases are for generating only.
   *
   * @param output the last layer, such as an affine one from the highest features to the scores of
   *     the classes, not trained yet
   * @return two layers a machine, from the data upwards, then {@code output}
   */
  public List<Layer> fineTuningStart(Layer output) {
    throw new NotStarted("20 restricted-boltzmann-machine");
  }

  private static void requireBetween(String name, int value, int low, int high) {
    if (value < low || value > high) {
      String range = high == Integer.MAX_VALUE ? "at least " + low : low + " to " + high;
      throw new IllegalArgumentException(name + " is " + value + ", expected " + range);
    }
  }
}
