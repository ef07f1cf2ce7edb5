package org.gradientkata.network;

import static org.gradientkata.network.NetworkMeasures.xor;
import static org.gradientkata.network.NetworkMeasures.xorLabels;
import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.NetworkPlan;
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

@Exercise(
    value = "22 multi-layer-net",
    answers = MultiLayerNet.class,
    after = {
      "01 sigmoid",
      "03 relu",
      "07 affine",
      "08 softmax-cross-entropy",
      "09 weight-initializer",
      "11 batch-normalization",
      "17 residual-block"
    },
    shape = 4,
    forward = 6,
    gradient = 8,
    edge = 2)
@DisplayName("22 multi-layer-net")
class MultiLayerNetTest {
  private final Golden golden = Golden.read("multi-layer-net");

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("scores go through every layer, as in NumPy")
  void scoresAreThoseOfNumPy() {
    DMatrixRMaj X = golden.matrix("X");

    DMatrixRMaj scores = NetworkMeasures.net(golden).predict(X);

    assertThat("scores", scores).because("scores").isCloseTo(golden.matrix("scores"), ROUNDING);
    assertThat("X", X).isUnchangedFrom(golden.matrix("X"));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the loss is the mean cross-entropy of the scores")
  void lossIsThatOfNumPy() {
    assertThat(
            "loss",
            NetworkMeasures.net(golden).loss(golden.matrix("X"), NetworkMeasures.labels(golden)))
        .because("loss")
        .isCloseTo(golden.number("loss"), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("accuracy is the share of examples whose right class has the highest score")
  void accuracyIsTheShareOfHits() {
    DMatrixRMaj scores =
        new DMatrixRMaj(new double[][] {{-3, -1, -2}, {0.9, 0.2, 0.7}, {5, 9, 8}, {1, 2, 3}});
    MultiLayerNet net = new MultiLayerNet(List.of(new PassThrough("only", new ArrayList<>())));

    assertThat("accuracy with 3 of 4 hits", net.accuracy(scores, new int[] {1, 0, 2, 2}))
        .because("accuracy")
        .isCloseTo(0.75, ROUNDING);
    assertThat("accuracy without a hit", net.accuracy(scores, new int[] {0, 1, 2, 0}))
        .because("accuracy")
        .isCloseTo(0, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("of equal scores the first class counts")
  void firstOfEqualScoresCounts() {
    DMatrixRMaj scores = new DMatrixRMaj(new double[][] {{1, 1, 0}, {0, 2, 2}});
    MultiLayerNet net = new MultiLayerNet(List.of(new PassThrough("only", new ArrayList<>())));

    assertThat("accuracy for the first ones", net.accuracy(scores, new int[] {0, 1}))
        .because("ties")
        .isCloseTo(1, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("layers are told whether they are trained or used, in their order")
  void tellsLayersWhatTheyAreUsedFor() {
    List<String> calls = new ArrayList<>();
    MultiLayerNet net =
        new MultiLayerNet(List.of(new PassThrough("a", calls), new PassThrough("b", calls)));
    DMatrixRMaj X = GradientCheck.gaussian(4, 3, 1);
    int[] labels = {0, 1, 2, 0};

    net.predict(X);
    net.loss(X, labels);
    net.accuracy(X, labels);
    requireCalls(calls, "used", "a use, b use, a use, b use, a use, b use");
    calls.clear();
    net.gradient(X, labels);
    requireCalls(calls, "trained", "a train, b train, b backward, a parameters");
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradients of all parameters are those of NumPy")
  void gradientsAreThoseOfNumPy() {
    MultiLayerNet net = NetworkMeasures.net(golden);
    DMatrixRMaj X = golden.matrix("X");

    double loss = net.gradient(X, NetworkMeasures.labels(golden));

    assertThat("loss", loss).because("loss").isCloseTo(golden.number("loss"), ROUNDING);
    List<DMatrixRMaj> gradients = net.gradients();
    String[] names = {"dW1", "db1", "dW2", "db2"};
    require(gradients.size() == 4, "four", gradients.size());
    for (int i = 0; i < 4; i++) {
      assertThat(names[i], gradients.get(i))
          .because("gradients")
          .isCloseTo(golden.matrix(names[i]), ROUNDING);
    }
    assertThat("X", X).isUnchangedFrom(golden.matrix("X"));
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("every gradient agrees with central differences of the training loss")
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void gradientsAgreeWithDifferences(boolean batchNormalization, boolean residual) {
    NetworkPlan plan =
        new NetworkPlan(
            4, List.of(3, 3, 3, 3), 2, InitialValue.gaussian(1), batchNormalization, residual);
    MultiLayerNet net = MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(2));
    DMatrixRMaj X = GradientCheck.gaussian(6, 4, 3);
    int[] labels = {0, 1, 1, 1, 0, 0};

    double trained = net.gradient(X, labels);

    List<DMatrixRMaj> gradients = net.gradients().stream().map(DMatrixRMaj::copy).toList();
    List<DMatrixRMaj> parameters = net.parameters();
    assertThat("what gradient returns", trained)
        .because("loss")
        .isCloseTo(NetworkMeasures.trainingLoss(net, X, labels), ROUNDING);
    require(parameters.size() == gradients.size(), "pairs", parameters.size(), gradients.size());
    List<String> names =
        IntStream.range(0, gradients.size()).mapToObj(i -> "gradients().get(" + i + ")").toList();
    GradientCheck.check(names, parameters, () -> net.gradient(X, labels), gradients);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName(
      "parameters are the matrices themselves, the same at every call, and stay as they are")
  void parametersAreLive() {
    Affine affine = new Affine(golden.matrix("W1"), golden.matrix("b1"));
    MultiLayerNet net = new MultiLayerNet(List.of(affine));

    require(net.parameters().size() == 2, "live", net.parameters().size());
    require(net.parameters().get(0) == affine.parameters().get(0), "live", 2);
    net.gradient(golden.matrix("X"), NetworkMeasures.labels(golden));
    DMatrixRMaj first = net.gradients().get(0);
    net.gradient(golden.matrix("X"), NetworkMeasures.labels(golden));
    require(net.gradients().get(0) == first, "live", 2);
    assertThat("W", net.parameters().get(0)).because("no-update").isCloseTo(golden.matrix("W1"), 0);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("sizes go from the inputs over the hidden layers to the classes")
  void sizesFollowThePlan() {
    NetworkPlan plan = NetworkPlan.of(7, List.of(5, 4), 3, InitialValue.he());

    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(4));

    int[][] shapes = {{7, 5}, {1, 5}, {5, 4}, {1, 4}, {4, 3}, {1, 3}};
    require(net.parameters().size() == 6, "parameters", net.parameters().size(), 6);
    for (int i = 0; i < 6; i++) {
      assertThat("parameters().get(" + i + ")", net.parameters().get(i))
          .because("sizes")
          .hasShape(shapes[i][0], shapes[i][1]);
    }
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("layers follow the plan: plain, normalized, or in residual blocks two by two")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # hidden, batch normalization, residual | A affine, a activation, N normalization, R block
          0 | false | false | A
          2 | false | false | A a A a A
          2 | true  | false | A N a A N a A
          1 | false | true  | A a A
          2 | false | true  | A a A a A
          3 | false | true  | A a R A
          6 | false | true  | A a R R A a A
          4 | true  | true  | A N a R A N a A
          """)
  void layersFollowThePlan(int depth, boolean normalized, boolean residual, String layers) {
    NetworkPlan plan =
        new NetworkPlan(
            7, Collections.nCopies(depth, 5), 3, InitialValue.he(), normalized, residual);

    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(5));

    String seen = NetworkMeasures.layers(net);
    String expected = NetworkMeasures.inWords(layers);
    require(seen.equals(expected), "layers", seen, expected);
    // as many affine layers as without blocks, each with weights and biases
    int count = 2 * (depth + 1) + (normalized ? 2 * (depth - (residual ? (depth - 1) / 2 : 0)) : 0);
    require(net.parameters().size() == count, "parameters", net.parameters().size(), count);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a residual block of zeros lets its input pass")
  void residualBlockOfZerosPasses() {
    NetworkPlan plan =
        NetworkPlan.of(4, List.of(4, 4, 4), 4, InitialValue.zeros()).withResidualBlocks();
    MultiLayerNet net = MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(6));
    DMatrixRMaj X = GradientCheck.gaussian(3, 4, 7);

    DMatrixRMaj Y = net.layers().get(2).forward(X, false);

    assertThat("the block's output", Y).because("identity").isCloseTo(X, ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("weights start by the plan's rule, each layer by its own fan-in, and biases at 0")
  void weightsStartByTheRule() {
    NetworkPlan plan = NetworkPlan.of(400, List.of(100, 300), 50, InitialValue.he());

    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(8));

    // √(2/fanIn); 15,000 numbers and more tell their standard deviation to 0.6 %
    double[] expected = {Math.sqrt(2 / 400.0), Math.sqrt(2 / 100.0), Math.sqrt(2 / 300.0)};
    for (int i = 0; i < 3; i++) {
      DMatrixRMaj W = net.parameters().get(2 * i);
      double std = NetworkMeasures.norm(W) / Math.sqrt(W.getNumElements());
      assertThat("standard deviation of W of affine layer " + (i + 1), std)
          .because("rule")
          .isRelativelyCloseTo(expected[i], 0.03);
      assertThat(
              "largest bias of layer " + (i + 1),
              NetworkMeasures.norm(net.parameters().get(2 * i + 1)))
          .because("bias")
          .isCloseTo(0, 0);
    }
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the same seed builds the same network, and two layers never the same weights")
  void weightsFollowTheSeed() {
    NetworkPlan plan = NetworkPlan.of(3, List.of(3, 3), 3, InitialValue.xavier());

    List<DMatrixRMaj> one =
        MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(9)).parameters();
    List<DMatrixRMaj> same =
        MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(9)).parameters();

    assertThat("W of the last layer", same.get(4)).because("seed").isCloseTo(one.get(4), 0);
    require(one.get(0).data[0] != one.get(2).data[0], "own-weights", one.get(0).data[0]);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("small steps against the gradient learn exclusive or")
  @CsvSource({"false, false", "true, false", "false, true"})
  void learnsExclusiveOr(boolean batchNormalization, boolean residual) {
    NetworkPlan plan =
        new NetworkPlan(2, List.of(12, 12, 12), 2, InitialValue.he(), batchNormalization, residual);
    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(10));
    double before = net.loss(xor(), xorLabels());

    double loss = NetworkMeasures.train(net, xor(), xorLabels(), 100, 0.3);

    // over 30 seeds of each kind 0.003 to 0.023, and every example in its class
    assertThat("loss after 100 steps", loss).because("learns", before).isBetween(0, 0.05);
    assertThat("accuracy", net.accuracy(xor(), xorLabels()))
        .because("learns", before)
        .isCloseTo(1, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("weights that start at 0 leave all hidden units of a layer alike for ever")
  void zerosStayAlike() {
    NetworkPlan plan = NetworkPlan.of(2, List.of(5), 2, InitialValue.zeros());
    MultiLayerNet net = MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(11));

    int[] or = {0, 1, 1, 1}; // which a single unit can learn
    NetworkMeasures.train(net, xor(), or, 20, 2);

    DMatrixRMaj W = net.parameters().get(0);
    require(Math.abs(W.get(0, 0)) > 0.01, "moved", W.get(0, 0));
    for (int unit = 1; unit < 5; unit++) {
      assertThat("W[0, " + unit + "] − W[0, 0]", W.get(0, unit) - W.get(0, 0))
          .because("alike")
          .isCloseTo(0, ROUNDING);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("through 20 sigmoid layers the gradient vanishes, and three remedies bring it back")
  void depthMakesGradientsVanish() {
    NetworkPlan sigmoid =
        NetworkPlan.of(16, Collections.nCopies(20, 16), 10, InitialValue.xavier());
    NetworkPlan relu = NetworkPlan.of(16, Collections.nCopies(20, 16), 10, InitialValue.he());

    // over 30 seeds 1e-13 to 1e-12, 0.3 to 10, 0.7 to 3.4 and 0.05 to 0.2
    requireFirstToLast("sigmoid", sigmoid, new Sigmoid(), "vanishes", 1e-30, 1e-10);
    requireFirstToLast("ReLU, He", relu, new ReLU(), "relu", 1e-2, 1e2);
    requireFirstToLast(
        "batch norm", sigmoid.withBatchNormalization(), new Sigmoid(), "normalized", 1e-2, 1e2);
    requireFirstToLast(
        "residual blocks", sigmoid.withResidualBlocks(), new Sigmoid(), "residual", 1e-4, 1e2);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("takes one layer, one example, other batches, and arrays longer than needed")
  void takesEveryBatch() {
    MultiLayerNet net =
        new MultiLayerNet(List.of(new Affine(golden.matrix("W1"), golden.matrix("b1"))));
    DMatrixRMaj X = new DMatrixRMaj(10, 10);
    X.fill(1);
    X.reshape(1, 4);

    net.gradient(X, new int[] {2});
    DMatrixRMaj one = net.gradients().get(1).copy();
    X.reshape(6, 4);
    double accuracy = net.accuracy(X, new int[6]);
    net.gradient(X, new int[] {2, 2, 2, 2, 2, 2});

    assertThat("db of one example", one).because("mean").hasShape(1, 3);
    // six times the same example: the mean over the batch is that of one
    assertThat("db of six equal examples", net.gradients().get(1))
        .because("mean")
        .isCloseTo(one, ROUNDING);
    require(accuracy == 0 || accuracy == 1, "all-alike", accuracy);
    assertThat("scores", net.predict(X)).because("scores").hasShape(6, 3);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("two networks side by side don't share anything")
  void networksAreSeparate() {
    MultiLayerNet one = NetworkMeasures.net(golden);
    MultiLayerNet other = NetworkMeasures.net(golden);

    one.gradient(golden.matrix("X"), NetworkMeasures.labels(golden));
    other.gradient(GradientCheck.gaussian(3, 4, 13), new int[] {0, 0, 1});

    assertThat("dW1 of the first network", one.gradients().get(0))
        .because("separate")
        .isCloseTo(golden.matrix("dW1"), ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("no examples, and labels that are too few or too many, are refused")
  void refusesWhatDoesNotFit() {
    MultiLayerNet net = NetworkMeasures.net(golden);
    DMatrixRMaj X = golden.matrix("X");

    requireRefusal("X is 0x4", () -> net.accuracy(new DMatrixRMaj(0, 4), new int[0]));
    requireRefusal("1 labels", () -> net.accuracy(X, new int[1]));
    requireRefusal("1 labels", () -> net.gradient(X, new int[1]));
  }

  private static void requireFirstToLast(
      String name, NetworkPlan plan, Activation activation, String key, double low, double high) {
    double ratio =
        NetworkMeasures.firstToLast(MultiLayerNet.build(plan, activation, new RandomSource(12)));
    assertThat("‖dW‖ of the first layer / of the last, " + name, ratio)
        .because(key)
        .isBetween(low, high);
  }

  private static void requireCalls(List<String> calls, String key, String expected) {
    String seen = String.join(", ", calls);
    require(seen.equals(expected), key, seen, expected);
  }
}
