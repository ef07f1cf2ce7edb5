package org.gradientkata.labs.experiment;

import java.util.Collections;
import java.util.List;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.datasets.Dataset;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.network.MultiLayerNet;

/**
 * A deep network that is to learn images, and for how long it may.
 *
 * @param data the images
 * @param layers hidden layers, of {@link #UNITS} each
 * @param iterations mini-batches that a plain training gets
 */
record DeepTask(Dataset data, int layers, int iterations) {
  static final int UNITS = 64;

  /** A plain network. */
  MultiLayerNet net(ActivationChoice activation, InitialValue initialValue, RandomSource random) {
    return MultiLayerNet.build(plan(initialValue), activation.create(), random);
  }

  NetworkPlan plan(InitialValue initialValue) {
    return NetworkPlan.of(data.train().features(), hidden(), ImageTraining.CLASSES, initialValue);
  }

  List<Integer> hidden() {
    return Collections.nCopies(layers, UNITS);
  }
}
