package org.gradientkata.network;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.activation.ReLU;
import org.gradientkata.activation.Sigmoid;
import org.gradientkata.contract.ActivationLayer;
import org.gradientkata.contract.InitialValue;
import org.gradientkata.contract.Layer;
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
  private static final DMatrixRMaj XOR =
      new DMatrixRMaj(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  private static final int[] XOR_LABELS = {0, 1, 1, 0};

  private final Golden golden = Golden.read("multi-layer-net");

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("scores go through every layer, as in NumPy")
  void scoresAreThoseOfNumPy() {
    DMatrixRMaj X = golden.matrix("X");

    DMatrixRMaj scores = goldenNet().predict(X);

    assertThat("scores", scores).because("scores").isCloseTo(golden.matrix("scores"), ROUNDING);
    assertThat("X", X).isUnchangedFrom(golden.matrix("X"));
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the loss is the mean cross-entropy of the scores")
  void lossIsThatOfNumPy() {
    assertThat("loss", goldenNet().loss(golden.matrix("X"), goldenLabels()))
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
    MultiLayerNet net = goldenNet();
    DMatrixRMaj X = golden.matrix("X");

    double loss = net.gradient(X, goldenLabels());

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
            4, List.of(5, 5, 5, 5), 3, InitialValue.gaussian(1), batchNormalization, residual);
    MultiLayerNet net = MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(2));
    DMatrixRMaj X = GradientCheck.gaussian(6, 4, 3);
    int[] labels = {0, 2, 1, 1, 0, 2};

    net.gradient(X, labels);

    List<DMatrixRMaj> gradients = net.gradients().stream().map(DMatrixRMaj::copy).toList();
    List<DMatrixRMaj> parameters = net.parameters();
    require(parameters.size() == gradients.size(), "pairs", parameters.size(), gradients.size());
    for (int i = 0; i < parameters.size(); i++) {
      DMatrixRMaj theta = parameters.get(i);
      DMatrixRMaj original = theta.copy();
      GradientCheck.check(
          "gradients().get(" + i + ")",
          original,
          moved -> {
            theta.setTo(moved);
            double loss = trainingLoss(net, X, labels);
            theta.setTo(original);
            return loss;
          },
          gradients.get(i));
    }
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
    net.gradient(golden.matrix("X"), goldenLabels());
    DMatrixRMaj first = net.gradients().get(0);
    net.gradient(golden.matrix("X"), goldenLabels());
    require(net.gradients().get(0) == first, "live", 2);
    assertThat("W", net.parameters().get(0)).because("no-update").isCloseTo(golden.matrix("W1"), 0);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("a plain plan: affine and activation in turn, and an affine layer for the scores")
  void buildsAPlainNetwork() {
    NetworkPlan plan = NetworkPlan.of(7, List.of(5, 4), 3, InitialValue.he());

    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(4));

    requireLayers(net, "Affine, ActivationLayer, Affine, ActivationLayer, Affine");
    int[][] shapes = {{7, 5}, {1, 5}, {5, 4}, {1, 4}, {4, 3}, {1, 3}};
    require(net.parameters().size() == 6, "parameters", net.parameters().size(), 6);
    for (int i = 0; i < 6; i++) {
      assertThat("parameters().get(" + i + ")", net.parameters().get(i))
          .because("sizes")
          .hasShape(shapes[i][0], shapes[i][1]);
    }
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("batch normalisation stands between the affine layer and the activation")
  void buildsWithBatchNormalization() {
    NetworkPlan plan =
        NetworkPlan.of(7, List.of(5, 4), 3, InitialValue.he()).withBatchNormalization();

    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(4));

    requireLayers(
        net,
        "Affine, BatchNormalization, ActivationLayer, Affine, BatchNormalization, ActivationLayer,"
            + " Affine");
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("residual blocks take the hidden layers after the first two by two")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | Affine, ActivationLayer, Affine
          2 | Affine, ActivationLayer, Affine, ActivationLayer, Affine
          3 | Affine, ActivationLayer, ResidualBlock, Affine
          6 | Affine, ActivationLayer, ResidualBlock, ResidualBlock, Affine, ActivationLayer, Affine
          """)
  void buildsResidualBlocks(int depth, String layers) {
    NetworkPlan plan =
        NetworkPlan.of(7, Collections.nCopies(depth, 5), 3, InitialValue.he()).withResidualBlocks();

    MultiLayerNet net = MultiLayerNet.build(plan, new ReLU(), new RandomSource(5));

    requireLayers(net, layers);
    // as many affine layers as without blocks, each with weights and biases
    int expected = 2 * (depth + 1);
    require(net.parameters().size() == expected, "parameters", net.parameters().size(), expected);
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
      double std = norm(W) / Math.sqrt(W.getNumElements());
      assertThat("standard deviation of W of affine layer " + (i + 1), std)
          .because("rule")
          .isRelativelyCloseTo(expected[i], 0.03);
      assertThat("largest bias of layer " + (i + 1), norm(net.parameters().get(2 * i + 1)))
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
    double before = net.loss(XOR, XOR_LABELS);

    double loss = 0;
    for (int step = 0; step < 400; step++) {
      loss = net.gradient(XOR, XOR_LABELS);
      descend(net, 0.1);
    }

    assertThat("loss after 400 steps", loss).because("learns", before).isBetween(0, 0.05);
    assertThat("accuracy", net.accuracy(XOR, XOR_LABELS))
        .because("learns", before)
        .isCloseTo(1, ROUNDING);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("weights that start at 0 leave all hidden units of a layer alike for ever")
  void zerosStayAlike() {
    NetworkPlan plan = NetworkPlan.of(2, List.of(5), 2, InitialValue.zeros());
    MultiLayerNet net = MultiLayerNet.build(plan, new Sigmoid(), new RandomSource(11));

    for (int step = 0; step < 200; step++) {
      net.gradient(XOR, new int[] {0, 1, 1, 1}); // or, which a single unit can learn
      descend(net, 0.5);
    }

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
        NetworkPlan.of(64, Collections.nCopies(20, 64), 10, InitialValue.xavier());
    NetworkPlan relu = NetworkPlan.of(64, Collections.nCopies(20, 64), 10, InitialValue.he());

    double plain = firstToLast(MultiLayerNet.build(sigmoid, new Sigmoid(), new RandomSource(12)));
    assertThat("‖dW‖ of the first layer / of the last, sigmoid", plain)
        .because("vanishes")
        .isBetween(1e-30, 1e-10);
    double he = firstToLast(MultiLayerNet.build(relu, new ReLU(), new RandomSource(12)));
    assertThat("‖dW‖ of the first layer / of the last, ReLU and He", he)
        .because("relu")
        .isBetween(1e-2, 1e2);
    double normalized =
        firstToLast(
            MultiLayerNet.build(
                sigmoid.withBatchNormalization(), new Sigmoid(), new RandomSource(12)));
    assertThat("‖dW‖ of the first layer / of the last, batch normalisation", normalized)
        .because("normalized")
        .isBetween(1e-2, 1e2);
    double blocks =
        firstToLast(
            MultiLayerNet.build(sigmoid.withResidualBlocks(), new Sigmoid(), new RandomSource(12)));
    assertThat("‖dW‖ of the first layer / of the last, residual blocks", blocks)
        .because("residual")
        .isBetween(1e-4, 1e2);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("takes one layer, one example, other batches, and arrays longer than needed")
  void takesEveryBatch() {
    MultiLayerNet net =
        new MultiLayerNet(List.of(new Affine(golden.matrix("W1"), golden.matrix("b1"))));
    DMatrixRMaj X = new DMatrixRMaj(10, 10);
    X.reshape(1, 4);
    X.fill(1);

    net.gradient(X, new int[] {2});
    DMatrixRMaj one = net.gradients().get(1).copy();
    X.reshape(6, 4);
    X.fill(1);
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
    MultiLayerNet one = goldenNet();
    MultiLayerNet other = goldenNet();

    one.gradient(golden.matrix("X"), goldenLabels());
    other.gradient(GradientCheck.gaussian(3, 4, 13), new int[] {0, 0, 1});

    assertThat("dW1 of the first network", one.gradients().get(0))
        .because("separate")
        .isCloseTo(golden.matrix("dW1"), ROUNDING);
  }

  private MultiLayerNet goldenNet() {
    return new MultiLayerNet(
        List.of(
            new Affine(golden.matrix("W1"), golden.matrix("b1")),
            new ActivationLayer(new Sigmoid()),
            new Affine(golden.matrix("W2"), golden.matrix("b2"))));
  }

  private int[] goldenLabels() {
    DMatrixRMaj labels = golden.matrix("labels");
    int[] result = new int[labels.numCols];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) labels.data[i];
    }
    return result;
  }

  /** Mean of log Σ eᶻ − z of the right class, by the layers' own forward in training mode. */
  private static double trainingLoss(MultiLayerNet net, DMatrixRMaj X, int[] labels) {
    DMatrixRMaj Z = X;
    for (Layer layer : net.layers()) {
      Z = layer.forward(Z, true);
    }
    double sum = 0;
    for (int row = 0; row < Z.numRows; row++) {
      double exponentials = 0;
      for (int k = 0; k < Z.numCols; k++) {
        exponentials += Math.exp(Z.get(row, k));
      }
      sum += Math.log(exponentials) - Z.get(row, labels[row]);
    }
    return sum / Z.numRows;
  }

  private static double firstToLast(MultiLayerNet net) {
    int[] labels = new int[32];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 10;
    }
    net.gradient(GradientCheck.gaussian(32, 64, 14), labels);
    List<DMatrixRMaj> gradients = net.gradients();
    return norm(gradients.get(0)) / norm(gradients.get(gradients.size() - 2));
  }

  private static double norm(DMatrixRMaj matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getNumElements(); i++) {
      sum += matrix.data[i] * matrix.data[i];
    }
    return Math.sqrt(sum);
  }

  private static void descend(MultiLayerNet net, double rate) {
    for (int p = 0; p < net.parameters().size(); p++) {
      DMatrixRMaj theta = net.parameters().get(p);
      DMatrixRMaj gradient = net.gradients().get(p);
      for (int i = 0; i < theta.getNumElements(); i++) {
        theta.data[i] -= rate * gradient.data[i];
      }
    }
  }

  private static void requireLayers(MultiLayerNet net, String expected) {
    String seen =
        net.layers().stream()
            .map(l -> l.getClass().getSimpleName())
            .collect(Collectors.joining(", "));
    require(seen.equals(expected), "layers", seen, expected);
  }

  private static void requireCalls(List<String> calls, String key, String expected) {
    String seen = String.join(", ", calls);
    require(seen.equals(expected), key, seen, expected);
  }

  /** Y = X, and notes what it was asked for. */
  private static final class PassThrough implements Layer {
    private final String name;
    private final List<String> calls;

    PassThrough(String name, List<String> calls) {
      this.name = name;
      this.calls = calls;
    }

    @Override
    public DMatrixRMaj forward(DMatrixRMaj X, boolean training) {
      calls.add(name + (training ? " train" : " use"));
      return X.copy();
    }

    @Override
    public DMatrixRMaj backward(DMatrixRMaj dY) {
      calls.add(name + " backward");
      return dY.copy();
    }

    @Override
    public void backwardParameters(DMatrixRMaj dY) {
      calls.add(name + " parameters");
    }
  }
}
