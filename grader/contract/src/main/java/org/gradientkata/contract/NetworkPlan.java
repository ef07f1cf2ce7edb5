package org.gradientkata.contract;

import java.util.List;

/**
 * What a network is made of, from the input to the scores of the classes.
 *
 * <p>Each hidden layer is affine, then batch normalization if asked for, then the activation. With
 * residual blocks the hidden layers after the first are taken two by two as one block {@code F(x) +
 * x}, F = affine → [batch normalization →] activation → affine; one left over stays an ordinary
 * hidden layer. The depth, counted in affine layers, is the same with and without them.
 *
 * @param inputs number of features
 * @param hidden units of each hidden layer, from the input's side; may be empty
 * @param outputs number of classes
 * @param initialValue how the weights start
 * @param batchNormalization whether the hidden layers are normalized over the mini-batch
 * @param residual whether there are residual blocks; all hidden layers then have one width
 */
public record NetworkPlan(
    int inputs,
    List<Integer> hidden,
    int outputs,
    InitialValue initialValue,
    boolean batchNormalization,
    boolean residual) {

  /**
   * Checks the plan.
   *
   * @param inputs at least 1
   * @param hidden at least 1 each
   * @param outputs at least 1
   * @param initialValue any rule
   * @param batchNormalization either
   * @param residual true only with hidden layers of one width
   * @throws IllegalArgumentException if a size is under 1, or residual blocks are asked for with
   *     hidden layers of different widths
   */
  public NetworkPlan {
    hidden = List.copyOf(hidden);
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "inputs is " + inputs + " and outputs is " + outputs + ", expected at least 1 each");
    }
    for (int units : hidden) {
      if (units < 1) {
        throw new IllegalArgumentException("hidden is " + hidden + ", expected sizes >= 1");
      }
    }
    if (residual && hidden.stream().distinct().count() > 1) {
      throw new IllegalArgumentException(
          "residual blocks need hidden layers of one width, but hidden is " + hidden);
    }
  }

  /**
   * A plain network.
   *
   * @param inputs number of features
   * @param hidden units of each hidden layer, from the input's side; may be empty
   * @param outputs number of classes
   * @param initialValue how the weights start
   * @return a plan without batch normalization and residual blocks
   */
  public static NetworkPlan of(
      int inputs, List<Integer> hidden, int outputs, InitialValue initialValue) {
    return new NetworkPlan(inputs, hidden, outputs, initialValue, false, false);
  }

  /**
   * The same network with batch normalization.
   *
   * @return a new plan
   */
  public NetworkPlan withBatchNormalization() {
    return new NetworkPlan(inputs, hidden, outputs, initialValue, true, residual);
  }

  /**
   * The same network with residual blocks.
   *
   * @return a new plan
   * @throws IllegalArgumentException if the hidden layers differ in width
   */
  public NetworkPlan withResidualBlocks() {
    return new NetworkPlan(inputs, hidden, outputs, initialValue, batchNormalization, true);
  }
}
