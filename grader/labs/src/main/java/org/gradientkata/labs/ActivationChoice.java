package org.gradientkata.labs;

import java.util.Locale;
import java.util.function.Supplier;
import org.gradientkata.activation.GrowingCosineUnit;
import org.gradientkata.activation.LeakyReLU;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.activation.Swish;
import org.gradientkata.activation.Tanh;
import org.gradientkata.contract.Activation;

/** The activations of the exercises, by the names of the command line. */
@SuppressWarnings("ImmutableEnumChecker") // constructor references hold no state
public enum ActivationChoice {
  /** Exercise 01. */
  SIGMOID(Sigmoid::new),
  /** Exercise 02. */
  TANH(Tanh::new),
  /** Exercise 03. */
  RELU(ReLU::new),
  /** Exercise 03, with slope 0.01. */
  LEAKY_RELU(LeakyReLU::new),
  /** Exercise 04. */
  SWISH(Swish::new),
  /** Exercise 04, the growing cosine unit. */
  GCU(GrowingCosineUnit::new);

  private final Supplier<Activation> maker;

  ActivationChoice(Supplier<Activation> maker) {
    this.maker = maker;
  }

  /**
   * Makes the activation.
   *
   * @return a new object of the exercise's class
   */
  public Activation create() {
    return maker.get();
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
