package org.gradientkata.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.layer.Affine;
import org.gradientkata.suite.Probe;
import org.gradientkata.suite.Probes;

/** What machines and stacks of them compute, in numbers. All are square: twins may transpose. */
public final class RestrictedBoltzmannMachineProbes implements Probes {
  private static final int UNITS = 3;

  @Override
  public Map<String, Probe> all() {
    return Map.of(
        "RestrictedBoltzmannMachine.hiddenProbabilities",
        Probe.exact(r -> machine(r, false).hiddenProbabilities(gaussian(4, UNITS, r)).data),
        "RestrictedBoltzmannMachine.visibleMeans",
        Probe.exact(
            r ->
                joined(
                    machine(r, false).visibleMeans(binary(4, r)),
                    machine(r, true).visibleMeans(binary(4, r)))),
        "RestrictedBoltzmannMachine.sample",
        Probe.exact(r -> RestrictedBoltzmannMachine.sample(uniform(5, 6, r), r).data),
        "RestrictedBoltzmannMachine.sampleVisible",
        Probe.exact(RestrictedBoltzmannMachineProbes::sampleVisible),
        "RestrictedBoltzmannMachine.contrastiveDivergence",
        Probe.exact(RestrictedBoltzmannMachineProbes::contrastiveDivergence),
        "DeepBeliefNetwork.features",
        Probe.exact(RestrictedBoltzmannMachineProbes::features),
        "DeepBeliefNetwork.pretrainStep",
        Probe.exact(RestrictedBoltzmannMachineProbes::pretrainStep),
        "DeepBeliefNetwork.pretrain",
        Probe.exact(RestrictedBoltzmannMachineProbes::pretrain),
        "DeepBeliefNetwork.generate",
        Probe.statistics(0.1, RestrictedBoltzmannMachineProbes::generate),
        "DeepBeliefNetwork.fineTuningStart",
        Probe.exact(RestrictedBoltzmannMachineProbes::fineTuningStart));
  }

  private static double[] sampleVisible(RandomSource r) {
    DMatrixRMaj H = binary(4, r);
    RestrictedBoltzmannMachine binary = machine(r, false);
    RestrictedBoltzmannMachine real = machine(r, true);
    return joined(binary.sampleVisible(H, r), real.sampleVisible(H, r));
  }

  private static double[] contrastiveDivergence(RandomSource r) {
    RestrictedBoltzmannMachine machine = machine(r, false);
    double error = machine.contrastiveDivergence(binary(4, r), 0.5, r);
    return joined(
        machine.weights(), machine.visibleBias(), machine.hiddenBias(), filled(1, 1, error));
  }

  private static double[] features(RandomSource r) {
    DeepBeliefNetwork network = network(r);
    DMatrixRMaj X = binary(4, r);
    return joined(network.features(X, 0), network.features(X, 1), network.features(X, 2));
  }

  private static double[] pretrainStep(RandomSource r) {
    DeepBeliefNetwork network = network(r);
    double error = network.pretrainStep(1, binary(4, r), 0.5, r);
    return joined(
        network.machines().get(0).weights(),
        network.machines().get(1).weights(),
        filled(1, 1, error));
  }

  private static double[] pretrain(RandomSource r) {
    DeepBeliefNetwork network = network(r);
    double[] errors = network.pretrain(binary(5, r), 2, 2, 0.5, r);
    double[] weights =
        joined(network.machines().get(0).weights(), network.machines().get(1).weights());
    return DoubleStream.concat(Arrays.stream(errors), Arrays.stream(weights)).toArray();
  }

  /**
   * Means, and mean distances from ½, of what comes down: without Gibbs steps, and with them, from
   * a top whose hidden units are nearly always 1 and a middle that is a coin.
   */
  private static double[] generate(RandomSource r) {
    int count = 3_000;
    DMatrixRMaj copying = filled(1, 1, 8);
    RestrictedBoltzmannMachine lower =
        new RestrictedBoltzmannMachine(copying, filled(1, 1, -4), filled(1, 1, 0), false);
    RestrictedBoltzmannMachine upper =
        new RestrictedBoltzmannMachine(filled(1, 1, 3), filled(1, 1, -3), filled(1, 1, 5), false);
    DeepBeliefNetwork network = new DeepBeliefNetwork(List.of(lower, upper));
    List<Double> statistics = new ArrayList<>();
    for (int steps : new int[] {0, 4}) {
      DMatrixRMaj dreams = network.generate(count, steps, r);
      statistics.add(10 * Arrays.stream(dreams.data).limit(count).average().orElse(-1));
      statistics.add(
          10 * Arrays.stream(dreams.data).limit(count).map(x -> x * x).average().orElse(-1));
      statistics.add(100 * Arrays.stream(dreams.data).limit(count).min().orElse(-1));
    }
    return statistics.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] fineTuningStart(RandomSource r) {
    DeepBeliefNetwork network = network(r);
    DMatrixRMaj X = binary(4, r);
    List<Layer> layers =
        network.fineTuningStart(new Affine(gaussian(UNITS, 2, r), new DMatrixRMaj(1, 2)));
    DMatrixRMaj Y = X;
    for (Layer layer : layers) {
      Y = layer.forward(Y, false);
    }
    double[] scores = joined(Y);
    layers.get(0).parameters().get(0).fill(7);
    double[] machine = joined(network.machines().get(0).weights());
    return DoubleStream.concat(Arrays.stream(scores), Arrays.stream(machine)).toArray();
  }

  private static DeepBeliefNetwork network(RandomSource r) {
    return new DeepBeliefNetwork(List.of(machine(r, false), machine(r, false)));
  }

  private static RestrictedBoltzmannMachine machine(RandomSource r, boolean real) {
    return new RestrictedBoltzmannMachine(
        gaussian(UNITS, UNITS, r), gaussian(1, UNITS, r), gaussian(1, UNITS, r), real);
  }

  private static DMatrixRMaj gaussian(int rows, int columns, RandomSource r) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    Arrays.setAll(matrix.data, i -> r.nextGaussian());
    return matrix;
  }

  private static DMatrixRMaj uniform(int rows, int columns, RandomSource r) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    Arrays.setAll(matrix.data, i -> r.nextDouble());
    return matrix;
  }

  private static DMatrixRMaj binary(int rows, RandomSource r) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, UNITS);
    Arrays.setAll(matrix.data, i -> r.nextInt(2));
    return matrix;
  }

  private static DMatrixRMaj filled(int rows, int columns, double value) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    matrix.fill(value);
    return matrix;
  }

  private static double[] joined(DMatrixRMaj... matrices) {
    return Arrays.stream(matrices)
        .flatMapToDouble(m -> Arrays.stream(m.data, 0, m.getNumElements()))
        .toArray();
  }
}
