// Exercise 21 history-compressor: put your code in place of each NotStarted,
// then run ./mvnw test -Dtest=HistoryCompressorTest
// Lesson: docs/lessons/21-history-compressor.md (日本語: 21-history-compressor.ja.md)
package org.gradientkata.sequence;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.NotStarted;
import org.gradientkata.contract.RandomSource;
import org.gradientkata.contract.TimedSymbol;
import org.gradientkata.recurrent.TimeRnn;

/**
 * A small recurrent network that learns without labels, by predicting what comes next.
 *
 * <p>It reads a sequence of symbols with their times. The state h(t) after t of them (H units, the
 * {@link TimeRnn} of exercise 15; h(0) is 0) gives the prediction of the next one: softmax(h(t)·V +
 * c), one probability for each of the K symbols. Nothing but the sequence itself is its teacher.
 *
 * <p>Source: Schmidhuber 1992, Neural Computation 4.
 */
public final class SequencePredictor {
  private final int symbols;
  private final int hidden;
  private final TimeRnn rnn;
  private final DMatrixRMaj V;
  private final DMatrixRMaj c;
  private final DMatrixRMaj dV;
  private final DMatrixRMaj dc;

  /**
   * A predictor with random weights N(0, 1)/√fanIn and zero biases.
   *
   * @param symbols K, the number of different symbols, at least 1
   * @param hidden H, the number of units, at least 1
   * @param random source of the weights
   */
  public SequencePredictor(int symbols, int hidden, RandomSource random) {
    this.symbols = symbols;
    this.hidden = hidden;
    this.rnn =
        new TimeRnn(
            gaussian(symbols + 1, hidden, random),
            gaussian(hidden, hidden, random),
            new DMatrixRMaj(1, hidden));
    this.V = gaussian(hidden, symbols, random);
    this.c = new DMatrixRMaj(1, symbols);
    this.dV = new DMatrixRMaj(hidden, symbols);
    this.dc = new DMatrixRMaj(1, symbols);
  }

  /**
   * What the predictor expects at each place, before it sees what is there.
   *
   * @param events a sequence; may be empty
   * @return probabilities (T × K): row t is the prediction of event t from the events before it
   */
  public DMatrixRMaj predictions(List<TimedSymbol> events) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * How badly the sequence was predicted, and in which direction every parameter would make it
   * worse: the mean of −ln p over all events, p being the probability that the event which came had
   * been given, and its gradient by back-propagation through time, left in {@link #gradients()}.
   *
   * @param events a sequence, at least one event
   * @return the loss; the parameters are not changed
   */
  public double gradient(List<TimedSymbol> events) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * The state after the whole sequence: all that the predictor still knows of it.
   *
   * @param events a sequence; may be empty
   * @return a new matrix (1 × H); all 0 for an empty sequence
   */
  public DMatrixRMaj finalState(List<TimedSymbol> events) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * Back-propagates a gradient at the final state through the whole sequence, into {@link
   * #gradients()}. V and c play no part in the state, so theirs are 0; so are all of them for an
   * empty sequence.
   *
   * @param events a sequence; may be empty
   * @param dh ∂L/∂(final state) (1 × H); not modified
   */
  public void gradientOfFinalState(List<TimedSymbol> events, DMatrixRMaj dh) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * One step of gradient descent with the gradients at hand.
   *
   * @param learningRate how far
   */
  public void step(double learningRate) {
    for (int p = 0; p < parameters().size(); p++) {
      DMatrixRMaj parameter = parameters().get(p);
      for (int i = 0; i < parameter.getNumElements(); i++) {
        parameter.data[i] -= learningRate * gradients().get(p).data[i];
      }
    }
  }

  /**
   * The parameters themselves, not copies.
   *
   * @return Wx ((K + 1) × H), Wh (H × H), b (1 × H), V (H × K), c (1 × K)
   */
  public List<DMatrixRMaj> parameters() {
    List<DMatrixRMaj> all = new ArrayList<>(rnn.parameters());
    all.add(V);
    all.add(c);
    return all;
  }

  /**
   * The gradients that were computed last.
   *
   * @return in the order of {@link #parameters()}, the same matrices at every call
   */
  public List<DMatrixRMaj> gradients() {
    List<DMatrixRMaj> all = new ArrayList<>(rnn.gradients());
    all.add(dV);
    all.add(dc);
    return all;
  }

  /**
   * Events as the network reads them: K numbers, 1 for the symbol and 0 for the others, then ln(1 +
   * g) for a gap of g time steps since the event before (the first one: since time −1).
   */
  private List<DMatrixRMaj> inputs(List<TimedSymbol> events) {
    List<DMatrixRMaj> xs = new ArrayList<>();
    int before = -1;
    for (TimedSymbol event : events) {
      DMatrixRMaj x = new DMatrixRMaj(1, symbols + 1);
      x.data[event.symbol()] = 1;
      x.data[symbols] = Math.log1p(event.time() - before);
      before = event.time();
      xs.add(x);
    }
    return xs;
  }

  private static DMatrixRMaj gaussian(int rows, int columns, RandomSource random) {
    DMatrixRMaj W = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < W.data.length; i++) {
      W.data[i] = random.nextGaussian() / Math.sqrt(rows);
    }
    return W;
  }
}
