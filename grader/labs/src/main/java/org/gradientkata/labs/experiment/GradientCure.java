package org.gradientkata.labs.experiment;

import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.optimization.Rprop;
import org.gradientkata.optimization.Sgd;
import org.gradientkata.optimization.SignDescent;

/**
 * Another activation, initial value, layer, rule, or more patience; trained by gradients.
 *
 * @param id short name
 * @param activation of the hidden layers
 * @param initialValue of all layers
 * @param extra what else is built in
 * @param rule of a step
 * @param rate its learning rate, or first step
 * @param patience how many times as many iterations
 */
record GradientCure(
    String id,
    ActivationChoice activation,
    InitialValue initialValue,
    Extra extra,
    Rule rule,
    double rate,
    int patience)
    implements Cure {
  /** Images of Rprop's one batch: the signs of mini-batches change by chance. */
  private static final int WHOLE_BATCH = 1000;

  /** Rprop's batch is that many times as large, so it gets as many fewer steps. */
  private static final int LARGER = WHOLE_BATCH / ImageTraining.BATCH;

  private static final double LEAST_STEP = 1e-6;
  private static final double MOST_STEP = 1;

  /** What may be built into the network. */
  enum Extra {
    NONE,
    BATCH_NORMALIZATION,
    RESIDUAL
  }

  /** How a gradient becomes a step. */
  enum Rule {
    SGD,
    SIGN,
    RPROP
  }

  static GradientCure sgd(
      String id, ActivationChoice activation, InitialValue initialValue, double rate) {
    return new GradientCure(id, activation, initialValue, Extra.NONE, Rule.SGD, rate, 1);
  }

  GradientCure with(Extra other) {
    return new GradientCure(id, activation, initialValue, other, rule, rate, patience);
  }

  GradientCure with(Rule other) {
    return new GradientCure(id, activation, initialValue, extra, other, rate, patience);
  }

  GradientCure withPatience(int other) {
    return new GradientCure(id, activation, initialValue, extra, rule, rate, other);
  }

  @Override
  public String learningRate() {
    return Figures.text(rate);
  }

  @Override
  public double cost() {
    return patience * (extra == Extra.BATCH_NORMALIZATION ? 1.5 : 1);
  }

  @Override
  public Outcome run(DeepTask task, long seed, Deadline deadline, LabProgress progress) {
    RandomSource random = new RandomSource(seed);
    MultiLayerNet net = MultiLayerNet.build(plan(task), activation.create(), random);
    ImageTraining training =
        new ImageTraining(
            task.data(),
            net,
            optimizer(),
            rule == Rule.RPROP
                ? ImageTraining.same(task.data(), WHOLE_BATCH)
                : ImageTraining.drawn(task.data(), random));
    int steps = task.iterations() * patience / (rule == Rule.RPROP ? LARGER : 1);
    return descend(training, Math.max(1, steps), deadline, progress);
  }

  /** Trains until it is done or told to stop. */
  static Outcome descend(
      ImageTraining training, int steps, Deadline deadline, LabProgress progress) {
    double[] norms = training.gradientNorms();
    long start = System.nanoTime();
    int done = 0;
    while (done < steps && !deadline.isOver()) {
      training.step();
      done++;
      progress.advanced(done, steps);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(norms, training.testAccuracy(), seconds, done);
  }

  private NetworkPlan plan(DeepTask task) {
    NetworkPlan plan = task.plan(initialValue);
    return switch (extra) {
      case NONE -> plan;
      case BATCH_NORMALIZATION -> plan.withBatchNormalization();
      case RESIDUAL -> plan.withResidualBlocks();
    };
  }

  private Optimizer optimizer() {
    return switch (rule) {
      case SGD -> new Sgd(rate);
      case SIGN -> new SignDescent(rate);
      case RPROP -> new Rprop(rate, LEAST_STEP, MOST_STEP);
    };
  }
}
