package org.gradientkata.suite.quiz;

import java.util.Locale;

/** What a question is about; the packages of the exercises have the same names. */
public enum Topic {
  /** Sigmoid, tanh, ReLU and others. */
  ACTIVATION,
  /** The chain rule and derivatives. */
  CALCULUS,
  /** Affine, softmax, batch normalization, residual blocks. */
  LAYER,
  /** Initial values of weights. */
  INITIALIZATION,
  /** Scaling of inputs, mini-batches. */
  DATA,
  /** Recurrent networks. */
  RECURRENT,
  /** Clipping, optimizers, search without gradients. */
  OPTIMIZATION,
  /** Layer-wise pre-training. */
  PRETRAINING,
  /** Hierarchies over sequences. */
  SEQUENCE,
  /** Whole networks and their training. */
  NETWORK;

  /**
   * The topic's name.
   *
   * @return in both languages
   */
  public Bilingual title() {
    return Bilingual.of("topic." + id());
  }

  /**
   * The topic as it is written in the questions' file.
   *
   * @return such as {@code activation}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
