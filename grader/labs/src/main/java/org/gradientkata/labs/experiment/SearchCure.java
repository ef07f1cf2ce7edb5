package org.gradientkata.labs.experiment;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.ScalarFunction;
import org.gradientkata.labs.ActivationChoice;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.network.Trainer;
import org.gradientkata.optimization.GradientFreeSearch;
import org.gradientkata.optimization.Sgd;

/**
 * Looks for good weights without any gradient.
 *
 * @param id short name
 * @param method how it looks
 * @param layers hidden layers, or −1 for as many as the task has
 * @param std how far a guess or a mutation goes
 * @param patience how many times as many networks as a training has steps
 */
record SearchCure(String id, Method method, int layers, double std, int patience) implements Cure {
  private static final int POPULATION = 20;
  private static final int ELITE = 4;

  /** Every network is judged by the same images. */
  private static final int JUDGED = 500;

  /** A way of looking. */
  enum Method {
    /** Every guess is on its own. */
    RANDOM,
    /** Generation follows generation. */
    GENETIC
  }

  @Override
  public String learningRate() {
    return "";
  }

  @Override
  public double cost() {
    return layers == 0 ? patience / 3.0 : 5 * patience;
  }

  @Override
  public Outcome run(DeepTask task, long seed, Deadline deadline, LabProgress progress) {
    RandomSource random = new RandomSource(seed);
    DeepTask own =
        new DeepTask(
            task.data(), layers < 0 ? task.layers() : layers, task.iterations() * patience);
    MultiLayerNet net = own.net(ActivationChoice.SIGMOID, InitialValue.xavier(), random);
    long start = System.nanoTime();
    DMatrixRMaj first = genes(net);
    Judge judge = new Judge(own, net, first, deadline, progress);
    DMatrixRMaj best = search(judge, own, first, random);
    double seconds = (System.nanoTime() - start) / 1e9;
    put(best, net);
    double accuracy = new Trainer(net, new Sgd(0)).accuracy(task.data().test());
    return new Outcome(new double[0], accuracy, seconds, judge.tried);
  }

  private DMatrixRMaj search(Judge judge, DeepTask task, DMatrixRMaj first, RandomSource random) {
    try {
      return method == Method.GENETIC
          ? evolve(judge, task, first, random)
          : GradientFreeSearch.randomSearch(judge, first, std, task.iterations(), random);
    } catch (Deadline.Over inTheMidstOfIt) {
      return judge.best;
    }
  }

  private DMatrixRMaj evolve(Judge judge, DeepTask task, DMatrixRMaj first, RandomSource random) {
    List<DMatrixRMaj> population = GradientFreeSearch.population(first, POPULATION, std, random);
    int generations = Math.max(1, task.iterations() / POPULATION - 1);
    return GradientFreeSearch.genetic(judge, population, ELITE, std, generations, random);
  }

  /** The loss of a network with given weights. */
  private static final class Judge implements ScalarFunction {
    private final MultiLayerNet net;
    private final DMatrixRMaj X = new DMatrixRMaj(0, 0);
    private final int[] labels;
    private final int all;
    private final Deadline deadline;
    private final LabProgress progress;
    private final DMatrixRMaj best;
    private double least = Double.POSITIVE_INFINITY;
    private int tried;

    Judge(
        DeepTask task,
        MultiLayerNet net,
        DMatrixRMaj first,
        Deadline deadline,
        LabProgress progress) {
      int[] chosen = ImageTraining.same(task.data(), JUDGED).get();
      task.data().train().batch(chosen, X);
      this.labels = task.data().train().labels(chosen);
      this.net = net;
      this.best = first.copy();
      this.all = task.iterations();
      this.deadline = deadline;
      this.progress = progress;
    }

    @Override
    public double of(DMatrixRMaj genes) {
      // Making up further networks takes as long as judging them, so the search itself has to end.
      deadline.check();
      put(genes, net);
      double loss = net.loss(X, labels);
      if (loss < least) {
        best.setTo(genes);
        least = loss;
      }
      tried++;
      progress.advanced(tried, all);
      return loss;
    }
  }

  private static DMatrixRMaj genes(MultiLayerNet net) {
    int count = net.parameters().stream().mapToInt(DMatrixRMaj::getNumElements).sum();
    DMatrixRMaj genes = new DMatrixRMaj(1, count);
    int to = 0;
    for (DMatrixRMaj parameter : net.parameters()) {
      System.arraycopy(parameter.data, 0, genes.data, to, parameter.getNumElements());
      to += parameter.getNumElements();
    }
    return genes;
  }

  private static void put(DMatrixRMaj genes, MultiLayerNet net) {
    int from = 0;
    for (DMatrixRMaj parameter : net.parameters()) {
      System.arraycopy(genes.data, from, parameter.data, 0, parameter.getNumElements());
      from += parameter.getNumElements();
    }
  }
}
