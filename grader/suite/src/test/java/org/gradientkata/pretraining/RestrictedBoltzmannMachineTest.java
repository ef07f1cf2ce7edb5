package org.gradientkata.pretraining;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.layer.Affine;
import org.gradientkata.suite.Exercise;
import org.gradientkata.suite.Golden;
import org.gradientkata.suite.Grades;
import org.gradientkata.suite.GradientCheck;
import org.gradientkata.suite.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Exercise(
    value = "20 restricted-boltzmann-machine",
    answers = {RestrictedBoltzmannMachine.class, DeepBeliefNetwork.class},
    after = {"01 sigmoid", "07 affine"},
    shape = 2,
    forward = 6,
    gradient = 5,
    edge = 2)
@DisplayName("20 restricted-boltzmann-machine")
class RestrictedBoltzmannMachineTest {
  /** NumPy's numbers and ours: a few steps, each rounding a little differently. */
  private static final double OF_STEPS = 1e-10;

  /** A mean over 10,000 draws is off by 0.005; six times that never happens. */
  private static final int MANY = 10_000;

  private static final double OF_A_MEAN = 0.03;

  private final Golden golden = Golden.read("restricted-boltzmann-machine");
  private final GoldenMachines machines = new GoldenMachines(golden);

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("hidden units see the visible ones through the weights, by σ")
  @ValueSource(strings = {"binary", "real"})
  void hiddenProbabilitiesAreThoseOfNumPy(String kind) {
    DMatrixRMaj P = machines.machine(kind).hiddenProbabilities(golden.matrix(kind + ".V"));

    assertThat("P", P).because("hidden").isCloseTo(golden.matrix(kind + ".P"), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName(
      "visible means go back through the same weights: by σ if binary, as they are if real")
  @ValueSource(strings = {"binary", "real"})
  void visibleMeansAreThoseOfNumPy(String kind) {
    DMatrixRMaj means = machines.machine(kind).visibleMeans(golden.matrix(kind + ".H"));

    assertThat("means", means)
        .because("visible-" + kind)
        .isCloseTo(golden.matrix(kind + ".means"), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("a unit of probability p is 1 with probability p, each on its own")
  @ValueSource(doubles = {0, 0.2, 0.5, 0.7, 1})
  void samplesAreOneWithTheirProbability(double p) {
    DMatrixRMaj states =
        RestrictedBoltzmannMachine.sample(Units.filled(1, MANY, p), new RandomSource(1));

    int pairs = 0;
    for (int i = 0; i < MANY; i++) {
      require(states.data[i] == 0 || states.data[i] == 1, "binary", states.data[i]);
      pairs += i > 0 && states.data[i] == 1 && states.data[i - 1] == 1 ? 1 : 0;
    }
    assertThat("share of ones for p = " + p, Units.mean(states))
        .because("probability")
        .isCloseTo(p, OF_A_MEAN);
    assertThat("share of neighbours that are both 1 for p = " + p, pairs / (double) MANY)
        .because("independent")
        .isCloseTo(p * p, OF_A_MEAN);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("drawn binary visible units are 0 or 1 with their means")
  void binaryVisibleUnitsAreDrawn() {
    RestrictedBoltzmannMachine machine = machines.machine("binary");
    DMatrixRMaj H = Units.repeated(golden.matrix("binary.H"), 1, MANY);

    DMatrixRMaj V = machine.sampleVisible(H, new RandomSource(2));

    DMatrixRMaj means = golden.matrix("binary.means");
    for (int unit = 0; unit < 5; unit++) {
      double[] column = Units.column(V, unit);
      require(DoubleStream.of(column).allMatch(v -> v == 0 || v == 1), "binary", column[0]);
      assertThat("share of ones of unit " + unit, DoubleStream.of(column).average().orElse(-1))
          .because("drawn")
          .isCloseTo(means.get(1, unit), OF_A_MEAN);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("drawn real-valued visible units scatter around their means with variance 1")
  void realVisibleUnitsAreDrawn() {
    RestrictedBoltzmannMachine machine = machines.machine("real");
    DMatrixRMaj H = Units.repeated(golden.matrix("real.H"), 0, MANY);

    DMatrixRMaj V = machine.sampleVisible(H, new RandomSource(3));

    DMatrixRMaj means = golden.matrix("real.means");
    for (int unit = 0; unit < 5; unit++) {
      double centre = means.get(0, unit);
      double[] noise = DoubleStream.of(Units.column(V, unit)).map(v -> v - centre).toArray();
      // the mean of 10,000 N(0, 1) numbers is off by 0.01, their variance by 0.014
      assertThat("mean of unit " + unit + " less its mean", DoubleStream.of(noise).sum() / MANY)
          .because("drawn-real")
          .isCloseTo(0, 0.06);
      assertThat("variance of unit " + unit, DoubleStream.of(noise).map(x -> x * x).sum() / MANY)
          .because("drawn-real")
          .isCloseTo(1, 0.08);
    }
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("one step of contrastive divergence is that of NumPy with the same uniform numbers")
  @CsvSource({"binary, 1", "real, 1", "binary, 3", "real, 3"})
  void contrastiveDivergenceIsThatOfNumPy(String kind, int steps) {
    RestrictedBoltzmannMachine machine = machines.machine(kind);
    DMatrixRMaj V = golden.matrix(kind + ".V");
    DMatrixRMaj errors = golden.matrix(kind + ".errors");
    RandomSource random = new RandomSource(7);

    for (int step = 0; step < steps; step++) {
      double error = machine.contrastiveDivergence(V, 0.1, random);
      assertThat("reconstruction error of step " + (step + 1), error)
          .because("error")
          .isCloseTo(errors.data[step], OF_STEPS);
    }

    requireParameters(
        machine, kind + ".", ".after" + steps, "weights", "visible-bias", "hidden-bias");
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("learning makes the data more probable, counted over all states")
  void learningRaisesTheLikelihood() {
    // each pattern eight times: what one draw gets wrong, seven others average out
    DMatrixRMaj data = Units.inTurn(new double[][] {{1, 1, 0, 0}, {0, 0, 1, 1}}, 8);
    RandomSource random = new RandomSource(11);
    RestrictedBoltzmannMachine machine = RestrictedBoltzmannMachine.untrained(4, 3, false, random);
    double before = Likelihood.mean(machine, data);

    for (int step = 0; step < 100; step++) {
      machine.contrastiveDivergence(data, 1, random);
    }

    double after = Likelihood.mean(machine, data);
    // 16 states are equally probable at first; two that share everything have log ½ = −0.69 each
    assertThat("mean log p(v) before", before).because("uniform").isCloseTo(-Math.log(16), 0.01);
    // over 40 seeds −0.86 to −0.76
    assertThat("mean log p(v) after", after).because("likelihood").isBetween(-1.1, -Math.log(2));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("features are the hidden probabilities, level by level")
  void featuresGoUpLevelByLevel() {
    DeepBeliefNetwork network = machines.network();
    DMatrixRMaj X = golden.matrix("dbn.X");

    assertThat("features of level 0", network.features(X, 0)).because("features-0").isCloseTo(X, 0);
    for (int levels = 1; levels <= 2; levels++) {
      assertThat("features of level " + levels, network.features(X, levels))
          .because("features")
          .isCloseTo(golden.matrix("dbn.features" + levels), ROUNDING);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a step at one level changes that machine alone")
  void stepChangesOneMachine() {
    DeepBeliefNetwork network = machines.network();

    network.pretrainStep(1, golden.matrix("dbn.X"), 0.2, new RandomSource(9));

    DMatrixRMaj lower = network.machines().get(0).weights();
    DMatrixRMaj upper = network.machines().get(1).weights();
    assertThat("the lower machine's weights", lower)
        .because("lower-stays")
        .isCloseTo(golden.matrix("dbn.W0"), 0);
    require(
        Math.abs(upper.data[0] - golden.matrix("dbn.W1").data[0]) > 1e-6,
        "upper-learns",
        upper.data[0]);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName(
      "greedy pre-training is that of NumPy: one level after the other, short batch included")
  void pretrainingIsThatOfNumPy() {
    DeepBeliefNetwork network = machines.network();

    double[] errors = network.pretrain(golden.matrix("dbn.X"), 2, 2, 0.2, new RandomSource(8));

    require(errors.length == 2, "errors", errors.length);
    for (int level = 0; level < 2; level++) {
      requireParameters(
          network.machines().get(level), "dbn.", level + ".trained", "greedy", "greedy", "greedy");
      assertThat("error of level " + level, errors[level])
          .because("mean-error")
          .isCloseTo(golden.matrix("dbn.errors").data[level], OF_STEPS);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("after pre-training the network generates what it has seen")
  void generatesWhatItHasSeen() {
    DMatrixRMaj data = new DMatrixRMaj(new double[][] {{1, 1, 1, 0, 0, 0}, {0, 0, 0, 1, 1, 1}});
    RandomSource random = new RandomSource(14);
    DeepBeliefNetwork network = DeepBeliefNetwork.untrained(6, List.of(4, 3), false, random);

    double[] errors = network.pretrain(data, 300, 2, 1, random);
    DMatrixRMaj dreams = network.generate(500, 50, random);

    // over 20 seeds an error of 0.0002 at most, all dreams like a pattern, 0.40 to 0.59 the first
    assertThat("reconstruction error", errors[0]).because("reconstructs").isBetween(0, 0.5);
    assertThat("dreams", dreams).because("count").hasShape(500, 6);
    double first = 0;
    double second = 0;
    for (int i = 0; i < 500; i++) {
      first += Units.distance(dreams, i, data, 0) < 0.5 ? 1 : 0;
      second += Units.distance(dreams, i, data, 1) < 0.5 ? 1 : 0;
    }
    assertThat("share of dreams like a pattern", (first + second) / 500)
        .because("dreams")
        .isBetween(0.8, 1);
    assertThat("share of the first pattern", first / 500).because("both").isBetween(0.1, 0.9);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the topmost machine goes to and fro before anything comes down")
  void topmostMachineForgetsItsStart() {
    // hidden units that are nearly always 1, and a visible unit that copies its hidden one
    RestrictedBoltzmannMachine machine =
        new RestrictedBoltzmannMachine(
            Units.filled(1, 1, 8), Units.filled(1, 1, -4), Units.filled(1, 1, 6), false);
    DeepBeliefNetwork network = new DeepBeliefNetwork(List.of(machine));

    DMatrixRMaj atOnce = network.generate(2_000, 0, new RandomSource(15));
    DMatrixRMaj later = network.generate(2_000, 5, new RandomSource(15));

    // σ(±4) = 0.982 and 0.018
    assertThat("mean after 0 steps", Units.mean(atOnce)).because("coins").isCloseTo(0.5, 0.06);
    assertThat("mean after 5 steps", Units.mean(later)).because("gibbs").isBetween(0.95, 0.99);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("units are drawn on the way down, and the bottom shows means")
  void drawsOnTheWayDown() {
    RestrictedBoltzmannMachine copies =
        new RestrictedBoltzmannMachine(
            Units.filled(1, 1, 8), Units.filled(1, 1, -4), Units.filled(1, 1, 0), false);
    RestrictedBoltzmannMachine coin =
        new RestrictedBoltzmannMachine(
            Units.filled(1, 1, 0), Units.filled(1, 1, 0), Units.filled(1, 1, 0), false);
    DeepBeliefNetwork network = new DeepBeliefNetwork(List.of(copies, coin));

    DMatrixRMaj dreams = network.generate(500, 3, new RandomSource(16));

    for (int i = 0; i < 500; i++) {
      double x = dreams.data[i];
      // σ(−4) or σ(4)
      require(Math.min(Math.abs(x - 0.0180), Math.abs(x - 0.9820)) < 1e-3, "way-down", x);
    }
    assertThat("mean", Units.mean(dreams)).because("coin").isCloseTo(0.5, 0.1);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("fine-tuning starts from a network that computes the features")
  void fineTuningStartComputesTheFeatures() {
    Layer output = new Affine(new DMatrixRMaj(2, 3), new DMatrixRMaj(1, 3));

    List<Layer> layers = machines.network().fineTuningStart(output);

    require(layers.size() == 5, "layers", layers.size());
    require(layers.get(4) == output, "output");
    DMatrixRMaj up = golden.matrix("dbn.X");
    for (Layer layer : layers.subList(0, 4)) {
      up = layer.forward(up, false);
    }
    assertThat("the output of the pre-trained layers", up)
        .because("fine-tuning")
        .isCloseTo(golden.matrix("dbn.features2"), ROUNDING);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("fine-tuning leaves the machines as they are")
  void fineTuningLeavesTheMachines() {
    DeepBeliefNetwork network = machines.network();
    List<Layer> layers =
        network.fineTuningStart(new Affine(new DMatrixRMaj(2, 3), new DMatrixRMaj(1, 3)));

    layers.get(0).parameters().forEach(p -> p.fill(99));

    RestrictedBoltzmannMachine machine = network.machines().get(0);
    assertThat("the machine's W", machine.weights())
        .because("copies")
        .isCloseTo(golden.matrix("dbn.W0"), 0);
    assertThat("the machine's c", machine.hiddenBias())
        .because("copies")
        .isCloseTo(golden.matrix("dbn.c0"), 0);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("only learning changes the parameters, and nothing changes the data")
  void nothingElseIsChanged() {
    RestrictedBoltzmannMachine machine = machines.machine("real");
    DMatrixRMaj V = golden.matrix("real.V");
    DMatrixRMaj H = golden.matrix("real.H");
    DMatrixRMaj P = Units.filled(2, 3, 0.4);

    DMatrixRMaj features = new DeepBeliefNetwork(List.of(machine)).features(V, 0);
    machine.hiddenProbabilities(V);
    machine.visibleMeans(H);
    machine.sampleVisible(H, new RandomSource(17));
    RestrictedBoltzmannMachine.sample(P, new RandomSource(18));

    assertThat("W", machine.weights()).isUnchangedFrom(golden.matrix("real.W"));
    assertThat("P", P).isUnchangedFrom(Units.filled(2, 3, 0.4));
    machine.contrastiveDivergence(V, 0.1, new RandomSource(19));
    assertThat("V", V).isUnchangedFrom(golden.matrix("real.V"));
    assertThat("H", H).isUnchangedFrom(golden.matrix("real.H"));
    assertThat("features", features).isNotTheSameMatrixAs("X", V);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("works for no, one and many examples in arrays that are longer than needed")
  @CsvSource({"0, 3, 2", "1, 1, 1", "1, 2, 5", "7, 5, 2"})
  void worksForEveryShape(int batch, int visible, int hidden) {
    RestrictedBoltzmannMachine machine =
        RestrictedBoltzmannMachine.untrained(visible, hidden, false, new RandomSource(20));
    DMatrixRMaj V = Units.filled(20, 20, 1);
    V.reshape(batch, visible);

    DMatrixRMaj P = machine.hiddenProbabilities(V);
    DMatrixRMaj H = RestrictedBoltzmannMachine.sample(P, new RandomSource(21));

    assertThat("P", P).because("all-elements").hasShape(batch, hidden);
    assertThat("H", H).because("all-elements").hasShape(batch, hidden);
    assertThat("V", machine.sampleVisible(H, new RandomSource(22)))
        .because("all-elements")
        .hasShape(batch, visible);
    if (batch > 0) {
      double error = machine.contrastiveDivergence(V, 0.1, new RandomSource(23));
      // means near ½: each unit misses by ¼
      assertThat("error", error).because("all-elements").isCloseTo(visible / 4.0, 0.2 * visible);
    }
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("two machines don't share anything")
  void machinesAreSeparate() {
    RestrictedBoltzmannMachine one = machines.machine("binary");
    RestrictedBoltzmannMachine other = machines.machine("binary");

    one.contrastiveDivergence(golden.matrix("binary.V"), 0.5, new RandomSource(24));

    assertThat("the other machine's P", other.hiddenProbabilities(golden.matrix("binary.V")))
        .because("separate")
        .isCloseTo(golden.matrix("binary.P"), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("draws are made as promised, one a unit, row after row: u < p, and mean + N(0, 1)")
  void drawsAsPromised() {
    RandomSource random = new RandomSource(25);
    double u = new RandomSource(25).nextDouble();
    DMatrixRMaj means = golden.matrix("real.means");
    DMatrixRMaj expected = means.copy();
    for (int i = 0; i < expected.getNumElements(); i++) {
      expected.data[i] += random.nextGaussian();
    }

    DMatrixRMaj V =
        machines.machine("real").sampleVisible(golden.matrix("real.H"), new RandomSource(25));
    DMatrixRMaj atEqual =
        RestrictedBoltzmannMachine.sample(Units.filled(1, 1, u), new RandomSource(25));
    DMatrixRMaj above =
        RestrictedBoltzmannMachine.sample(Units.filled(1, 1, Math.nextUp(u)), new RandomSource(25));

    assertThat("V", V).because("promised").isCloseTo(expected, ROUNDING);
    assertThat("the unit with p = u", atEqual.data[0]).because("promised").isCloseTo(0, 0);
    assertThat("the unit with p > u", above.data[0]).because("promised").isCloseTo(1, 0);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("an untrained network begins with small weights, real-valued only at the bottom")
  void beginsSmall() {
    DeepBeliefNetwork network =
        DeepBeliefNetwork.untrained(100, List.of(100, 2), true, new RandomSource(26));

    DMatrixRMaj W = network.machines().get(0).weights();
    double squares = DoubleStream.of(W.data).map(w -> w * w).sum();
    // the mean square of 10,000 N(0, 0.01²) numbers is off by 1.4 %
    assertThat("standard deviation of W", Math.sqrt(squares / MANY))
        .because("small")
        .isCloseTo(0.01, 0.0007);
    require(network.machines().get(0).realVisible(), "bottom");
    require(!network.machines().get(1).realVisible(), "bottom");
    DeepBeliefNetwork binary =
        DeepBeliefNetwork.untrained(3, List.of(2), false, new RandomSource(27));
    require(!binary.machines().get(0).realVisible(), "bottom");
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("five sigmoid layers start to learn after pre-training, and not without it")
  void pretrainedNetworkStartsToLearn() {
    RandomSource random = new RandomSource(8);
    DMatrixRMaj X = FineTuning.noisyPatterns(80, random);
    DeepBeliefNetwork untrained =
        DeepBeliefNetwork.untrained(24, Collections.nCopies(5, 16), false, random);
    DeepBeliefNetwork pretrained =
        DeepBeliefNetwork.untrained(24, Collections.nCopies(5, 16), false, random);
    pretrained.pretrain(X, 20, 10, 0.7, random);

    double plain = FineTuning.lossAfter(15, 1.5, untrained.fineTuningStart(scores()), X);
    double tuned = FineTuning.lossAfter(15, 1.5, pretrained.fineTuningStart(scores()), X);

    // who tells nothing of four classes apart has a loss of ln 4; over 20 seeds 1.3905 to 1.3918
    assertThat("loss without pre-training", plain).because("stuck").isCloseTo(Math.log(4), 0.01);
    // over 20 seeds 0.040 to 0.114; 0.2 is a seventh of ln 4
    assertThat("loss after pre-training", tuned).because("pretrained").isBetween(0, 0.2);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("what doesn't fit is refused by name")
  void refusesWhatDoesNotFit() {
    RestrictedBoltzmannMachine machine = machines.machine("real");
    DeepBeliefNetwork network = machines.network();
    DMatrixRMaj X = golden.matrix("dbn.X");
    DMatrixRMaj other = new DMatrixRMaj(2, 9);
    RandomSource random = new RandomSource(28);

    requireRefusal("b is 1x3", () -> machine(4, 3, new DMatrixRMaj(1, 3), new DMatrixRMaj(1, 3)));
    requireRefusal("c is 1x4", () -> machine(4, 3, new DMatrixRMaj(1, 4), new DMatrixRMaj(1, 4)));
    requireRefusal("V is 2x9", () -> machine.hiddenProbabilities(other));
    requireRefusal("H is 2x9", () -> machine.visibleMeans(other));
    requireRefusal("H is 2x9", () -> machine.sampleVisible(other, random));
    requireRefusal("V is 2x9", () -> machine.contrastiveDivergence(other, 0.1, random));
    requireRefusal("V is 0x5", () -> machine.contrastiveDivergence(none(5), 0.1, random));
    RestrictedBoltzmannMachine binary = machines.machine("binary");
    requireRefusal(
        "weights of machine 1 is 5x3", () -> new DeepBeliefNetwork(List.of(binary, binary)));
    requireRefusal("levels is 3, expected 0 to 2", () -> network.features(X, 3));
    requireRefusal("levels is -1, expected 0 to 2", () -> network.features(X, -1));
    requireRefusal("level is 2, expected 0 to 1", () -> network.pretrainStep(2, X, 1, random));
    requireRefusal("epochs is 0, expected at least 1", () -> network.pretrain(X, 0, 1, 1, random));
    requireRefusal("batchSize is 0", () -> network.pretrain(X, 1, 0, 1, random));
    requireRefusal("X is 2x9", () -> network.pretrain(other, 1, 1, 1, random));
    requireRefusal("X is 0x", () -> network.pretrain(none(X.numCols), 1, 1, 1, random));
    requireRefusal("count is -1", () -> network.generate(-1, 1, random));
    requireRefusal("gibbsSteps is -1", () -> network.generate(1, -1, random));
  }

  private static RestrictedBoltzmannMachine machine(
      int visible, int hidden, DMatrixRMaj b, DMatrixRMaj c) {
    return new RestrictedBoltzmannMachine(new DMatrixRMaj(visible, hidden), b, c, false);
  }

  /** From 16 features to the scores of four classes. */
  private static Affine scores() {
    DMatrixRMaj W = GradientCheck.gaussian(16, 4, 9);
    for (int i = 0; i < W.getNumElements(); i++) {
      W.data[i] /= 4; // Xavier's √16
    }
    return new Affine(W, new DMatrixRMaj(1, 4));
  }

  private static DMatrixRMaj none(int columns) {
    return new DMatrixRMaj(0, columns);
  }

  private void requireParameters(
      RestrictedBoltzmannMachine machine, String prefix, String suffix, String... keys) {
    String[] names = {"W", "b", "c"};
    DMatrixRMaj[] seen = {machine.weights(), machine.visibleBias(), machine.hiddenBias()};
    for (int i = 0; i < 3; i++) {
      assertThat(names[i], seen[i])
          .because(keys[i])
          .isCloseTo(golden.matrix(prefix + names[i] + suffix), OF_STEPS);
    }
  }
}
