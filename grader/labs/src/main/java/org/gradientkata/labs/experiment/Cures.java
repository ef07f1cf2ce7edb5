package org.gradientkata.labs.experiment;

import static org.gradientkata.labs.ActivationChoice.GCU;
import static org.gradientkata.labs.ActivationChoice.LEAKY_RELU;
import static org.gradientkata.labs.ActivationChoice.RELU;
import static org.gradientkata.labs.ActivationChoice.SIGMOID;
import static org.gradientkata.labs.ActivationChoice.SWISH;
import static org.gradientkata.labs.ActivationChoice.TANH;

import java.util.List;
import org.gradientkata.contract.InitialValue;

/**
 * The remedies of document 002 for a deep network, each with the learning rate that it is given.
 */
final class Cures {
  /** The network that doesn't learn. */
  static final GradientCure PLAIN = sigmoid("plain", InitialValue.xavier());

  private static final double RATE = 0.1;

  /** Which doesn't rescue the plain network either. */
  private static final double LARGER_RATE = 0.5;

  private static final double SIGN_RATE = 1e-3;
  private static final double FIRST_RPROP_STEP = 0.03;
  private static final int TEN_TIMES = 10;

  private Cures() {}

  /** All of them, the untreated network first. */
  static List<Cure> all() {
    InitialValue he = InitialValue.he();
    InitialValue xavier = InitialValue.xavier();
    return List.of(
        PLAIN,
        sigmoid("he", he),
        sigmoid("small", InitialValue.gaussian(0.01)),
        sigmoid("large", InitialValue.gaussian(1)),
        sigmoid("patience", xavier).withPatience(TEN_TIMES),
        GradientCure.sgd("relu", RELU, he, RATE),
        GradientCure.sgd("leaky-relu", LEAKY_RELU, he, RATE),
        GradientCure.sgd("tanh", TANH, xavier, RATE),
        GradientCure.sgd("swish", SWISH, he, RATE),
        GradientCure.sgd("gcu", GCU, xavier, RATE),
        sigmoid("batch-norm", xavier).with(GradientCure.Extra.BATCH_NORMALIZATION),
        GradientCure.sgd("residual", SIGMOID, xavier, LARGER_RATE)
            .with(GradientCure.Extra.RESIDUAL),
        new PretrainingCure("rbm", RATE, LARGER_RATE),
        GradientCure.sgd("sign", SIGMOID, xavier, SIGN_RATE).with(GradientCure.Rule.SIGN),
        GradientCure.sgd("rprop", SIGMOID, xavier, FIRST_RPROP_STEP)
            .with(GradientCure.Rule.RPROP)
            .withPatience(2),
        new SearchCure("random-search", SearchCure.Method.RANDOM, -1, 0.1, 1),
        new SearchCure("genetic", SearchCure.Method.GENETIC, -1, 0.1, 1),
        new SearchCure("control", SearchCure.Method.GENETIC, 0, 0.01, 5));
  }

  private static GradientCure sigmoid(String id, InitialValue initialValue) {
    return GradientCure.sgd(id, SIGMOID, initialValue, RATE);
  }
}
