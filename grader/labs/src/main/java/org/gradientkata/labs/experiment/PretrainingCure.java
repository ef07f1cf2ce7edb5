package org.gradientkata.labs.experiment;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.data.MiniBatches;
import org.gradientkata.datasets.LabeledImages;
import org.gradientkata.initialization.WeightInitializer;
import org.gradientkata.layer.Affine;
import org.gradientkata.network.MultiLayerNet;
import org.gradientkata.optimization.Sgd;
import org.gradientkata.pretraining.DeepBeliefNetwork;

/**
 * A stack of restricted Boltzmann machines learns the images without labels, one layer after the
 * other; then gradient descent fine-tunes.
 *
 * @param id short name
 * @param pretrainingRate of contrastive divergence
 * @param rate of the fine-tuning
 */
record PretrainingCure(String id, double pretrainingRate, double rate) implements Cure {
  /** Contrastive divergence gets, for each layer, one step for so many of the fine-tuning. */
  private static final int STEPS_LESS = 4;

  @Override
  public String learningRate() {
    return Figures.text(pretrainingRate) + "; " + Figures.text(rate);
  }

  @Override
  public double cost() {
    return 4;
  }

  @Override
  public Outcome run(DeepTask task, long seed, Deadline deadline, LabProgress progress) {
    RandomSource random = new RandomSource(seed);
    LabeledImages images = task.data().train();
    long start = System.nanoTime();
    DeepBeliefNetwork stack =
        DeepBeliefNetwork.untrained(images.features(), task.hidden(), false, random);
    int steps = Math.max(1, task.iterations() / STEPS_LESS);
    int all = 2 * steps * task.layers();
    DMatrixRMaj X = new DMatrixRMaj(0, 0);
    for (int level = 0; level < task.layers(); level++) {
      for (int i = 0; i < steps && !deadline.isOver(); i++) {
        images.batch(
            MiniBatches.sampleWithReplacement(images.count(), ImageTraining.BATCH, random), X);
        stack.pretrainStep(level, X, pretrainingRate, random);
        progress.advanced((long) level * steps + i, all);
      }
    }
    double pretraining = (System.nanoTime() - start) / 1e9;
    Layer output =
        new Affine(
            WeightInitializer.xavier(DeepTask.UNITS, ImageTraining.CLASSES, random),
            new DMatrixRMaj(1, ImageTraining.CLASSES));
    List<Layer> layers = stack.fineTuningStart(output);
    ImageTraining training =
        new ImageTraining(
            task.data(),
            new MultiLayerNet(layers),
            new Sgd(rate),
            ImageTraining.drawn(task.data(), random));
    Outcome tuned =
        GradientCure.descend(
            training,
            task.iterations(),
            deadline,
            (done, of) -> progress.advanced(all / 2 + done * all / 2 / of, all));
    return new Outcome(
        tuned.norms(), tuned.accuracy(), pretraining + tuned.seconds(), tuned.iterations());
  }
}
