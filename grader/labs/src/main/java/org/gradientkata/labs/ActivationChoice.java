package org.gradientkata.labs;

import java.util.Locale;
import org.gradientkata.activation.GrowingCosineUnit;
import org.gradientkata.activation.LeakyReLU;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.activation.Swish;
import org.gradientkata.activation.Tanh;
import org.gradientkata.contract.Activation;

/** The activations of the exercises, by the names of the command line. */
public enum ActivationChoice {
  /** Exercise 01. */
  SIGMOID,
  /** Exercise 02. */
  TANH,
  /** Exercise 03. */
  RELU,
  /** Exercise 03, with slope 0.01. */
  LEAKY_RELU,
  /** Exercise 04. */
  SWISH,
  /** Exercise 04, the growing cosine unit. */
  GCU;

  /**
   * Makes the activation. Only its own class is needed: the others may not even compile.
   *
   * @return a new object of the exercise's class
   */
  public Activation create() {
    return switch (this) {
      case SIGMOID -> new Sigmoid();
      case TANH -> new Tanh();
      case RELU -> new ReLU();
      case LEAKY_RELU -> new LeakyReLU();
      case SWISH -> new Swish();
      case GCU -> new GrowingCosineUnit();
    };
  }

  /**
   * The name on the command line.
   *
   * @return such as {@code leaky-relu}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
