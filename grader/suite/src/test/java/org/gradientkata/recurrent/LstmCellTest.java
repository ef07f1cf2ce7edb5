package org.gradientkata.recurrent;

import static org.gradientkata.suite.KataAssertions.ROUNDING;
import static org.gradientkata.suite.KataAssertions.assertThat;
import static org.gradientkata.suite.KataAssertions.require;
import static org.gradientkata.suite.KataAssertions.requireRefusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.LstmGradients;
import org.gradientkata.contract.LstmState;
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
    value = "16 lstm-cell",
    answers = LstmCell.class,
    after = "15 rnn-cell",
    shape = 2,
    forward = 4,
    gradient = 7,
    edge = 2)
@DisplayName("16 lstm-cell")
class LstmCellTest {
  private static final int STEPS = 5;

  /** Five steps of products, each with its own rounding, against PyTorch in double precision. */
  private static final double AGREEMENT = 1e-11;

  /** The experiment on a long memory. */
  private static final int LONG = 100;

  private static final int INPUTS = 4;
  private static final int UNITS = 8;

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("the gates stand in the order i, f, g, o")
  void theGatesStandInOrder() {
    // no weights, so the biases alone are the gates' arguments
    LstmCell cell =
        new LstmCell(new DMatrixRMaj(1, 4), new DMatrixRMaj(1, 4), matrix(1, 0.5, -1, 0.8, 1.5));

    LstmState after = cell.forward(matrix(1, 7), new LstmState(matrix(1, 9), matrix(1, 2)));

    // σ(0.5) = 0.6224593312018546, σ(−1) = 0.2689414213699951, tanh(0.8) = 0.664036770267849,
    // σ(1.5) = 0.8175744761936437; so c′ = 0.2689… · 2 + 0.6224… · 0.6640… and h′ = 0.8175… tanh c′
    assertThat("c′", after.c()).because("order").isCloseTo(matrix(1, 0.951218726654355), ROUNDING);
    assertThat("h′", after.h()).because("shown").isCloseTo(matrix(1, 0.6052784252384362), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("an open forget gate and a closed input gate keep the cell state as it is")
  void keepsTheCellState() {
    DMatrixRMaj b = matrix(1, -50, 50, 3, 0);
    LstmState state = new LstmState(matrix(1, 0.2), matrix(1, 0.7));

    LstmCell cell = new LstmCell(matrix(1, 1, 1, 1, 1), new DMatrixRMaj(1, 4), b);
    for (int t = 0; t < LONG; t++) {
      state = cell.forward(matrix(1, Math.sin(t)), state);
    }

    assertThat("c(100)", state.c()).because("carousel").isCloseTo(matrix(1, 0.7), ROUNDING);
  }

  @Test
  @Grades(Stage.FORWARD)
  @DisplayName("a batch goes through a sequence as PyTorch's does")
  void goesThroughASequence() {
    Golden golden = Golden.read("lstm-cell");
    LstmState state = new LstmState(golden.matrix("h-initial"), golden.matrix("c-initial"));

    for (int t = 0; t < STEPS; t++) {
      state = cell(golden).forward(golden.matrix("x" + t), state);

      assertThat("c(" + t + ")", state.c())
          .because("sequence")
          .isCloseTo(golden.matrix("c" + t), AGREEMENT);
      assertThat("h(" + t + ")", state.h())
          .because("sequence")
          .isCloseTo(golden.matrix("h" + t), AGREEMENT);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("the gradients of a step are the slopes of its forward")
  void theGradientsOfAStepAreSlopes() {
    Golden golden = Golden.read("lstm-cell");
    DMatrixRMaj x = golden.matrix("x0");
    DMatrixRMaj h = golden.matrix("h-initial");
    DMatrixRMaj c = golden.matrix("c-initial");
    DMatrixRMaj Wx = golden.matrix("Wx");
    DMatrixRMaj Wh = golden.matrix("Wh");
    DMatrixRMaj b = golden.matrix("b");
    LstmState U = new LstmState(golden.matrix("up0"), golden.matrix("dc-last"));
    LstmCell cell = cell(golden);
    LstmState before = new LstmState(h, c);
    cell.forward(x.copy(), new LstmState(h.copy(), c.copy()));
    cell.backward(new LstmState(golden.matrix("up1"), golden.matrix("up2")));

    LstmGradients back = cell.backward(new LstmState(U.h().copy(), U.c().copy()));

    List<DMatrixRMaj> own = cell.gradients();
    GradientCheck.check(
        List.of("dc", "dh", "dx", "dWx", "dWh", "db"),
        List.of(c, h, x, Wx, Wh, b),
        () -> dot(U, new LstmCell(Wx, Wh, b).forward(x, before)),
        List.of(
            back.previous().c(),
            back.previous().h(),
            back.dx(),
            own.get(0),
            own.get(1),
            own.get(2)));
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a chain of cells sends back what PyTorch's does")
  void backPropagatesThroughTime() {
    Golden golden = Golden.read("lstm-cell");
    List<LstmCell> cells = chain(golden);
    DMatrixRMaj dh = new DMatrixRMaj(3, 4);
    DMatrixRMaj dc = golden.matrix("dc-last");
    List<DMatrixRMaj> sums =
        new ArrayList<>(
            List.of(new DMatrixRMaj(2, 16), new DMatrixRMaj(4, 16), new DMatrixRMaj(1, 16)));

    for (int t = STEPS - 1; t >= 0; t--) {
      DMatrixRMaj both = sum(golden.matrix("up" + t), dh);
      LstmGradients back = cells.get(t).backward(new LstmState(both, dc));
      assertThat("dx(" + t + ")", back.dx())
          .because("through-time")
          .isCloseTo(golden.matrix("dx" + t), AGREEMENT);
      dh = back.previous().h().copy();
      dc = back.previous().c().copy();
      for (int p = 0; p < 3; p++) {
        sums.set(p, sum(sums.get(p), cells.get(t).gradients().get(p)));
      }
    }

    assertThat("dh(0)", dh)
        .because("through-time")
        .isCloseTo(golden.matrix("dh-initial"), AGREEMENT);
    assertThat("dc(0)", dc)
        .because("through-time")
        .isCloseTo(golden.matrix("dc-initial"), AGREEMENT);
    List<String> names = List.of("dWx", "dWh", "db");
    for (int p = 0; p < 3; p++) {
      assertThat("Σ " + names.get(p), sums.get(p))
          .because("weights")
          .isCloseTo(golden.matrix(names.get(p)), AGREEMENT);
    }
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("a gradient survives 100 steps with a forget bias of 5, not with 0 or 1")
  void remembersWithALargeForgetBias() {
    // a unit for each bias; without Wh none sees the others
    DMatrixRMaj Wx = weights(INPUTS, 12, 1);
    DMatrixRMaj b = matrix(1, 0, 0, 0, 0, 1, 5, 0, 0, 0, 0, 0, 0);

    DMatrixRMaj dc = surviving(Wx, new DMatrixRMaj(3, 12), b, matrix(1, 1, 1, 1));

    assertThat("|dc|, b_f = 0", Math.abs(dc.data[0])).because("forget-bias").isBetween(0, 1e-12);
    assertThat("|dc|, b_f = 1", Math.abs(dc.data[1])).because("forget-bias").isBetween(0, 1e-5);
    assertThat("|dc|, b_f = 5", Math.abs(dc.data[2])).because("forget-bias").isBetween(0.05, 100);
  }

  @Test
  @Grades(Stage.GRADIENT)
  @DisplayName("over the same 100 steps a plain RNN loses the gradient, the LSTM keeps it")
  void keepsWhatAPlainRnnLoses() {
    DMatrixRMaj ofLengthOne = new DMatrixRMaj(1, UNITS);
    ofLengthOne.fill(1 / Math.sqrt(UNITS));
    TimeRnn rnn = new TimeRnn(weights(INPUTS, UNITS, 1), weights(UNITS, UNITS, 2), zeros(UNITS));
    rnn.forward(longSequence(), zeros(UNITS));
    List<DMatrixRMaj> dhs = new ArrayList<>(Collections.nCopies(LONG, zeros(UNITS)));
    dhs.set(LONG - 1, ofLengthOne);
    DMatrixRMaj b = zeros(4 * UNITS);
    Arrays.fill(b.data, UNITS, 2 * UNITS, 5);

    DMatrixRMaj dh = rnn.backward(dhs).dh0();
    DMatrixRMaj dc =
        surviving(weights(INPUTS, 4 * UNITS, 1), weights(UNITS, 4 * UNITS, 2), b, ofLengthOne);

    assertThat("|dh| (RNN)", Math.sqrt(dot(dh, dh))).because("rnn").isBetween(0, 1e-12);
    assertThat("|dc| (LSTM)", Math.sqrt(dot(dc, dc))).because("rnn").isBetween(0.05, 100);
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("nothing that is given is modified, nothing that was returned changes")
  void leavesItsArgumentsAlone() {
    Golden golden = Golden.read("lstm-cell");
    DMatrixRMaj x = golden.matrix("x0");
    DMatrixRMaj h = golden.matrix("h-initial");
    DMatrixRMaj c = golden.matrix("c-initial");
    DMatrixRMaj dh = golden.matrix("up0");
    DMatrixRMaj dc = golden.matrix("dc-last");
    LstmCell cell = cell(golden);

    LstmState first = cell.forward(x, new LstmState(h, c));
    LstmState back = cell.backward(new LstmState(dh, dc)).previous();
    DMatrixRMaj backBefore = back.c().copy();
    cell.forward(golden.matrix("x1"), first);
    cell.backward(new LstmState(golden.matrix("up1"), dc));

    assertThat("x", x).isUnchangedFrom(golden.matrix("x0"));
    assertThat("previous.h", h).isUnchangedFrom(golden.matrix("h-initial"));
    assertThat("previous.c", c).isUnchangedFrom(golden.matrix("c-initial"));
    assertThat("gradient.h", dh).isUnchangedFrom(golden.matrix("up0"));
    assertThat("gradient.c", dc).isUnchangedFrom(golden.matrix("dc-last"));
    assertThat("dc₁", back.c()).because("new-matrices").isUnchangedFrom(backBefore);
    assertThat("c′₁", first.c()).because("new-matrices").isCloseTo(golden.matrix("c0"), AGREEMENT);
    assertThat("c′₁", first.c()).isNotTheSameMatrixAs("h′₁", first.h());
  }

  @ParameterizedTest
  @Grades(Stage.SHAPE)
  @DisplayName("works for one row, one unit and an empty batch")
  @CsvSource({"1, 1, 1", "0, 2, 3", "4, 3, 1", "1, 1, 5"})
  void worksForEveryShape(int batch, int inputs, int units) {
    LstmCell cell =
        new LstmCell(
            GradientCheck.gaussian(inputs, 4 * units, 1),
            GradientCheck.gaussian(units, 4 * units, 2),
            GradientCheck.gaussian(1, 4 * units, 3));
    DMatrixRMaj x = new DMatrixRMaj(9, 9); // arrays longer than what the matrices will hold
    x.reshape(batch, inputs);
    DMatrixRMaj ones = new DMatrixRMaj(9, 9);
    Arrays.fill(ones.data, 1);
    ones.reshape(batch, units);

    LstmState after = cell.forward(x, new LstmState(ones, ones));
    LstmGradients back = cell.backward(new LstmState(ones, ones));

    assertThat("h′", after.h()).because("all-elements").hasShape(batch, units);
    assertThat("c′", after.c()).because("all-elements").hasShape(batch, units);
    assertThat("dx", back.dx()).because("all-elements").hasShape(batch, inputs);
    assertThat("dh", back.previous().h()).because("all-elements").hasShape(batch, units);
    assertThat("dc", back.previous().c()).because("all-elements").hasShape(batch, units);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("gates far from 0 are exactly open or shut, a NaN comes through")
  void holdsAtTheExtremes() {
    DMatrixRMaj b = matrix(1, 1e4, -1e4, 1e4, 1e4);
    LstmCell cell = new LstmCell(new DMatrixRMaj(1, 4), new DMatrixRMaj(1, 4), b);
    LstmState before = new LstmState(matrix(1, 0), matrix(1, 5));

    LstmState after = cell.forward(matrix(1, 1), before);
    LstmGradients back = cell.backward(new LstmState(matrix(1, 1), matrix(1, 1)));
    LstmState nan = cell.forward(matrix(1, Double.NaN), before);

    assertThat("c′", after.c()).because("saturated").isCloseTo(matrix(1, 1), ROUNDING);
    assertThat("dc", back.previous().c()).because("saturated").isCloseTo(matrix(1, 0), ROUNDING);
    assertThat("db", cell.gradients().get(2))
        .because("saturated")
        .isCloseTo(new DMatrixRMaj(1, 4), ROUNDING);
    assertThat("h′(NaN)", nan.h().get(0)).because("nan").isCloseTo(Double.NaN, ROUNDING);
  }

  @Test
  @Grades(Stage.EDGE)
  @DisplayName("refuses shapes that don't fit, and a backward without forward")
  void refusesBadArguments() {
    Golden golden = Golden.read("lstm-cell");
    DMatrixRMaj x = golden.matrix("x0");
    DMatrixRMaj h = golden.matrix("h-initial");
    DMatrixRMaj wrong = new DMatrixRMaj(2, 4);
    LstmCell cell = cell(golden);

    assertRefusal("forward", () -> cell(golden).backward(new LstmState(h, h)));
    assertRefusal("x is 3x4", () -> cell.forward(h, new LstmState(h, h)));
    assertRefusal("previous.h is 2x4", () -> cell.forward(x, new LstmState(wrong, h)));
    assertRefusal("previous.c is 2x4", () -> cell.forward(x, new LstmState(h, wrong)));
    assertRefusal("Wh is 2x6", () -> new LstmCell(shaped(3, 8), shaped(2, 6), shaped(1, 8)));
    assertRefusal("Wx is 3x6", () -> new LstmCell(shaped(3, 6), shaped(2, 8), shaped(1, 8)));
    assertRefusal("b is 2x8", () -> new LstmCell(shaped(3, 8), shaped(2, 8), shaped(2, 8)));
    cell.forward(x, new LstmState(h, h));
    assertRefusal("gradient.h is 2x4", () -> cell.backward(new LstmState(wrong, h)));
    assertRefusal("gradient.c is 2x4", () -> cell.backward(new LstmState(h, wrong)));
  }

  @Test
  @Grades(Stage.SHAPE)
  @DisplayName("the parameters are the matrices that were given: cells may share them")
  void parametersAreThoseGiven() {
    DMatrixRMaj Wx = shaped(3, 8);
    DMatrixRMaj Wh = shaped(2, 8);
    DMatrixRMaj b = shaped(1, 8);

    List<DMatrixRMaj> parameters = new LstmCell(Wx, Wh, b).parameters();

    require(parameters.size() == 3, "shared", parameters.size());
    require(parameters.get(0) == Wx, "shared", 0);
    require(parameters.get(1) == Wh, "shared", 1);
    require(parameters.get(2) == b, "shared", 2);
  }

  private static DMatrixRMaj shaped(int rows, int columns) {
    return new DMatrixRMaj(rows, columns);
  }

  private static void assertRefusal(String expected, Runnable call) {
    requireRefusal(
        expected,
        () -> {
          try {
            call.run();
          } catch (IllegalStateException tooEarly) {
            throw new IllegalArgumentException(tooEarly.getMessage(), tooEarly);
          }
        });
  }

  private static LstmCell cell(Golden golden) {
    return new LstmCell(golden.matrix("Wx"), golden.matrix("Wh"), golden.matrix("b"));
  }

  private static List<LstmCell> chain(Golden golden) {
    List<LstmCell> cells = new ArrayList<>();
    LstmState state = new LstmState(golden.matrix("h-initial"), golden.matrix("c-initial"));
    for (int t = 0; t < STEPS; t++) {
      cells.add(cell(golden));
      state = cells.get(t).forward(golden.matrix("x" + t), state);
    }
    return cells;
  }

  /** A hundred steps of random inputs. */
  private static List<DMatrixRMaj> longSequence() {
    return IntStream.range(0, LONG)
        .mapToObj(t -> GradientCheck.gaussian(1, INPUTS, 100 + t))
        .toList();
  }

  /**
   * What is left, at the first cell state, of a gradient at the last one, a hundred steps later.
   */
  private static DMatrixRMaj surviving(
      DMatrixRMaj Wx, DMatrixRMaj Wh, DMatrixRMaj b, DMatrixRMaj dc) {
    int units = Wh.numRows;
    List<LstmCell> cells = new ArrayList<>();
    LstmState state = new LstmState(zeros(units), zeros(units));
    for (DMatrixRMaj x : longSequence()) {
      cells.add(new LstmCell(Wx, Wh, b));
      state = cells.get(cells.size() - 1).forward(x, state);
    }
    LstmState back = new LstmState(zeros(units), dc);
    for (int t = LONG - 1; t >= 0; t--) {
      back = cells.get(t).backward(back).previous();
    }
    return back.c();
  }

  /** Weights N(0, 1)/√fanIn. */
  private static DMatrixRMaj weights(int fanIn, int columns, long seed) {
    DMatrixRMaj W = GradientCheck.gaussian(fanIn, columns, seed);
    for (int i = 0; i < W.getNumElements(); i++) {
      W.data[i] /= Math.sqrt(fanIn);
    }
    return W;
  }

  /** A row of zeros. */
  private static DMatrixRMaj zeros(int columns) {
    return new DMatrixRMaj(1, columns);
  }

  private static DMatrixRMaj sum(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj sum = a.copy();
    for (int i = 0; i < sum.getNumElements(); i++) {
      sum.data[i] += b.data[i];
    }
    return sum;
  }

  private static DMatrixRMaj matrix(int rows, double... data) {
    return new DMatrixRMaj(rows, data.length / rows, true, data);
  }

  private static double dot(LstmState a, LstmState b) {
    return dot(a.h(), b.h()) + dot(a.c(), b.c());
  }

  private static double dot(DMatrixRMaj a, DMatrixRMaj b) {
    return IntStream.range(0, a.getNumElements()).mapToDouble(i -> a.data[i] * b.data[i]).sum();
  }
}
