package org.gradientkata.layer;

import static org.gradientkata.layer.LayerChecks.inALongerArray;
import static org.gradientkata.layer.LayerChecks.requireTooEarly;
import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
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
    value = "08 softmax-cross-entropy",
    answers = SoftmaxCrossEntropy.class,
    shape = 2,
    forward = 4,
    gradient = 4,
    edge = 2)
@DisplayName("08 softmax-cross-entropy")
class SoftmaxCrossEntropyTest {

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("scores ln 1, ln 2, ln 5 have the probabilities 1/8, 2/8, 5/8")
  void worksInASmallExample() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{0, Math.log(2), Math.log(5)}});

    double loss = softmax.forward(logits, new int[] {1});

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{0.125, 0.25, 0.625}});
    assertThat("P", softmax.probabilities()).because("softmax").isCloseTo(expected, ROUNDING);
    assertThat("L", loss).because("loss").isCloseTo(Math.log(4), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("probabilities and loss agree with a calculation in 50 digits")
  void agreesWithFiftyDigits() {
    Golden golden = Golden.read("softmax-cross-entropy");
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();

    double loss = softmax.forward(golden.matrix("Z"), labels(golden));

    assertThat("P", softmax.probabilities())
        .because("softmax")
        .isCloseTo(golden.matrix("P"), ROUNDING);
    assertThat("L", loss).because("loss").isCloseTo(golden.number("loss"), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.FORWARD)
  @DisplayName("who knows nothing pays ln K for K classes, however large the batch")
  @CsvSource({"1, 2", "4, 10", "100, 3"})
  void guessingCostsLogK(int batch, int classes) {
    DMatrixRMaj logits = new DMatrixRMaj(batch, classes);
    logits.fill(-2.5);

    double loss = new SoftmaxCrossEntropy().forward(logits, new int[batch]);

    assertThat("L", loss).because("mean").isCloseTo(Math.log(classes), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("every row of probabilities is positive and sums to 1")
  void rowsAreDistributions() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();

    softmax.forward(GradientCheck.gaussian(6, 4, 81), new int[6]);

    DMatrixRMaj P = softmax.probabilities();
    assertThat("P", P).because("softmax").hasShape(6, 4);
    for (int row = 0; row < P.numRows; row++) {
      double sum = 0;
      for (int k = 0; k < P.numCols; k++) {
        assertThat("P[" + row + ", " + k + "]", P.get(row, k)).because("softmax").isBetween(0, 1);
        sum += P.get(row, k);
      }
      assertThat("Σ P[" + row + ", :]", sum).because("sum-to-one").isCloseTo(1, ROUNDING);
    }
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("every shape fits, a batch of one and a single class too")
  @CsvSource({"4, 3", "1, 1", "1, 5", "5, 1", "3, 3", "2, 10"})
  void everyShapeFits(int batch, int classes) {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    DMatrixRMaj logits = inALongerArray(GradientCheck.gaussian(batch, classes, 82));
    int[] labels = new int[batch];
    labels[batch - 1] = classes - 1;

    double loss = softmax.forward(logits, labels);
    DMatrixRMaj dLogits = softmax.backward();

    assertThat("L", loss).because("loss").isBetween(0, 10);
    assertThat("P", softmax.probabilities()).because("rows").hasShape(batch, classes).isFinite();
    assertThat("dLogits", dLogits).because("rows").hasShape(batch, classes).isFinite();
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("scores and labels are not modified, and what is returned is not the scores")
  void leavesArgumentsAlone() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    DMatrixRMaj logits = GradientCheck.gaussian(3, 4, 83);
    DMatrixRMaj given = logits.copy();
    int[] labels = {3, 0, 2};

    softmax.forward(logits, labels);
    DMatrixRMaj dLogits = softmax.backward();

    assertThat("logits", logits).isUnchangedFrom(given);
    require(Arrays.equals(labels, new int[] {3, 0, 2}), "labels-changed");
    assertThat("P", softmax.probabilities()).isNotTheSameMatrixAs("logits", logits);
    assertThat("dLogits", dLogits).isNotTheSameMatrixAs("logits", logits);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradient agrees with a calculation in 50 digits")
  void gradientAgreesWithFiftyDigits() {
    Golden golden = Golden.read("softmax-cross-entropy");
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    softmax.forward(golden.matrix("Z"), labels(golden));

    DMatrixRMaj dLogits = softmax.backward();

    assertThat("dLogits", dLogits).because("gradient").isCloseTo(golden.matrix("D"), ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradient is the slope of the loss, at every score")
  @ValueSource(ints = {1, 5})
  void gradientIsTheSlope(int batch) {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    DMatrixRMaj logits = GradientCheck.gaussian(batch, 4, 84);
    int[] labels = Arrays.copyOf(new int[] {3, 1, 0, 0, 2}, batch);
    softmax.forward(logits.copy(), labels.clone());
    DMatrixRMaj dLogits = softmax.backward().copy();

    GradientCheck.check(
        "dLogits", logits, z -> new SoftmaxCrossEntropy().forward(z, labels), dLogits);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a right class is pushed up by as much as the others are pushed down")
  void gradientSumsToZero() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    int[] labels = {2, 0, 1};
    softmax.forward(GradientCheck.gaussian(3, 3, 85), labels);

    DMatrixRMaj dLogits = softmax.backward();

    assertThat("dLogits", dLogits).because("gradient").hasShape(3, 3).isFinite();
    for (int row = 0; row < 3; row++) {
      double sum = dLogits.get(row, 0) + dLogits.get(row, 1) + dLogits.get(row, 2);
      assertThat("Σ dLogits[" + row + ", :]", sum).because("balance").isCloseTo(0, ROUNDING);
      // Below 0, so that a step against the gradient raises the score.
      assertThat("dLogits[" + row + ", " + labels[row] + "]", dLogits.get(row, labels[row]))
          .because("downhill")
          .isBetween(-1.0 / 3, -1e-3);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("backward leaves the probabilities alone and can be asked twice")
  void backwardCanBeAskedTwice() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    softmax.forward(GradientCheck.gaussian(3, 4, 86), new int[] {3, 0, 2});
    DMatrixRMaj P = softmax.probabilities().copy();

    DMatrixRMaj first = softmax.backward().copy();

    assertThat("P", softmax.probabilities()).because("overwritten").isCloseTo(P, ROUNDING);
    assertThat("dLogits", softmax.backward()).because("overwritten").isCloseTo(first, ROUNDING);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("adding the same number to all scores changes nothing, not even ±1000")
  @ValueSource(doubles = {1000, -1000, 1e6})
  void onlyDifferencesCount(double shift) {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    double[][] scores = {{shift, shift + 1, shift - 2}, {0, 1, -2}}; // one row shifted, one not

    double loss = softmax.forward(new DMatrixRMaj(scores), new int[] {1, 1});

    // e⁻¹, 1, e⁻³ by their sum 1.4176665095393092
    double[] p = {0.25949646034241913, 0.7053845126982411, 0.03511902695933972};
    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {p, p});
    assertThat("P", softmax.probabilities())
        .because("stable")
        .isFinite()
        .isCloseTo(expected, ROUNDING);
    assertThat("L", loss).because("stable").isCloseTo(0.34901222, 1e-8);
  }

  @ParameterizedTest
  @Grades(Stage.EDGE)
  @DisplayName("a right class that is far behind costs its distance, not infinity")
  @ValueSource(doubles = {50, 740, 1000, 1e9})
  void farBehindCostsTheDistance(double distance) {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{0, distance}});

    assertThat("L", softmax.forward(logits, new int[] {0}))
        .because("far-behind")
        .isRelativelyCloseTo(distance, ROUNDING);
    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{-1, 1}});
    assertThat("dLogits", softmax.backward()).because("far-behind").isCloseTo(expected, ROUNDING);
    assertThat("L", softmax.forward(logits, new int[] {1}))
        .because("certain")
        .isCloseTo(0, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("a NaN among the scores makes the loss NaN")
  void passesNanOn() {
    DMatrixRMaj logits = new DMatrixRMaj(new double[][] {{1, 2}, {Double.NaN, 0}});

    assertThat("L", new SoftmaxCrossEntropy().forward(logits, new int[] {0, 1}))
        .because("nan")
        .isCloseTo(Double.NaN, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("an empty batch costs 0, and the next batch may have another size")
  void batchesMayDiffer() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    softmax.forward(GradientCheck.gaussian(5, 4, 87), new int[] {3, 0, 2, 1, 1});
    softmax.backward();

    double loss = softmax.forward(new DMatrixRMaj(0, 3), new int[0]);

    assertThat("L", loss).because("empty").isCloseTo(0, ROUNDING);
    assertThat("P", softmax.probabilities()).because("empty").hasShape(0, 3);
    assertThat("dLogits", softmax.backward()).because("empty").hasShape(0, 3);

    softmax.forward(new DMatrixRMaj(2, 2), new int[] {0, 1});

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{-0.25, 0.25}, {0.25, -0.25}});
    assertThat("dLogits", softmax.backward()).because("overwrite").isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("two losses side by side keep their own probabilities and labels")
  void twoLossesShareNothing() {
    SoftmaxCrossEntropy one = new SoftmaxCrossEntropy();
    SoftmaxCrossEntropy other = new SoftmaxCrossEntropy();

    one.forward(new DMatrixRMaj(1, 2), new int[] {0});
    other.forward(new DMatrixRMaj(new double[][] {{3, -3}}), new int[] {1});

    DMatrixRMaj expected = new DMatrixRMaj(new double[][] {{-0.5, 0.5}});
    assertThat("dLogits", one.backward()).because("own-state").isCloseTo(expected, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("labels that don't fit are refused, and so is backward before forward")
  void refusesWhatDoesNotFit() {
    SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
    softmax.forward(new DMatrixRMaj(2, 3), new int[2]);
    softmax.backward();
    DMatrixRMaj logits = new DMatrixRMaj(2, 3);

    requireRefusal(
        "3 labels, expected 2: logits is 2x3", () -> softmax.forward(logits, new int[] {0, 1, 2}));
    requireRefusal(
        "labels[1] is 3, expected 0 to 2", () -> softmax.forward(logits, new int[] {0, 3}));
    requireRefusal(
        "labels[0] is -1, expected 0 to 2", () -> softmax.forward(logits, new int[] {-1, 0}));
    requireTooEarly(() -> new SoftmaxCrossEntropy().backward());
    requireTooEarly(() -> new SoftmaxCrossEntropy().probabilities());
  }

  private static int[] labels(Golden golden) {
    return Arrays.stream(golden.matrix("labels").data).mapToInt(label -> (int) label).toArray();
  }
}
