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

/**
 * A hierarchy of predictors, each of which reads only what the one below could not foresee.
 *
 * <p>What can be predicted carries no news. So the lowest level learns, without labels, to predict
 * the sequence; only the symbols it failed to predict go up, each with its time; the next level
 * learns to predict those, and so on. Higher up, the sequence is shorter and events that lay far
 * apart are neighbours: a gradient reaches in one step what it would have lost over many.
 *
 * <p>At last the levels are connected: one output unit reads the final states of all of them, and
 * labels fine-tune everything by back-propagation. What goes up is a choice and has no derivative,
 * so each level gets its gradient through its own final state.
 *
 * <p>Source: Schmidhuber 1992, Neural Computation 4, which calls it the multi-level hierarchy.
 */
public final class HistoryCompressor {
  private final List<SequencePredictor> levels = new ArrayList<>();
  private final List<Integer> hidden;
  private final double threshold;
  private final double learningRate;
  private final DMatrixRMaj w;
  private final DMatrixRMaj bias;

  /**
   * A hierarchy with random weights; the output unit starts at 0.
   *
   * @param symbols number of different symbols, at least 1
   * @param hidden units of each level, from the lowest; at least one level
   * @param threshold the probability from which on a symbol counts as predicted, in (0, 1)
   * @param learningRate of every step
   * @param random source of the weights
   */
  public HistoryCompressor(
      int symbols,
      List<Integer> hidden,
      double threshold,
      double learningRate,
      RandomSource random) {
    for (int units : hidden) {
      levels.add(new SequencePredictor(symbols, units, random));
    }
    this.hidden = List.copyOf(hidden);
    this.threshold = threshold;
    this.learningRate = learningRate;
    this.w = new DMatrixRMaj(1, hidden.stream().mapToInt(Integer::intValue).sum());
    this.bias = new DMatrixRMaj(1, 1);
  }

  /**
   * What a predictor failed to predict: the events whose own symbol had got a probability under the
   * threshold.
   *
   * @param events T events
   * @param predictions probabilities (T × K), row t for event t; not modified
   * @param threshold the probability from which on a symbol counts as predicted
   * @return the events that were not predicted, with their times, in order; a new list
   * @throws IllegalArgumentException if predictions has another number of rows than there are
   *     events; the message names it
   */
  public static List<TimedSymbol> unpredicted(
      List<TimedSymbol> events, DMatrixRMaj predictions, double threshold) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * What reaches a level. Level 0 reads the whole sequence, symbol by symbol at the times 0, 1, 2,
   * …; each further level reads what the one below failed to predict of its own input.
   *
   * @param level from 0, the lowest, to the number of levels: one above the highest gives what is
   *     left unpredicted in the end
   * @param sequence the symbols; not modified
   * @return the events, in order
   * @throws IllegalArgumentException if there is no such level; the message names it
   */
  public List<TimedSymbol> input(int level, int[] sequence) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * Trains one level on its own input, without labels: for each sequence in turn a gradient of the
   * level's predictor, then a step. The other levels stay as they are. A sequence of which nothing
   * reaches the level is passed over.
   *
   * @param level from 0, the lowest
   * @param sequences the symbols of each sequence; not modified
   * @return the mean loss over the sequences that reached the level; 0 if none did
   * @throws IllegalArgumentException if there is no such level
   */
  public double trainLevel(int level, List<int[]> sequences) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * How probable the connected hierarchy holds it that a sequence is of class 1: σ(Σ w·h + bias), h
   * being the final states of all levels, each after its own input.
   *
   * @param sequence the symbols; not modified
   * @return a probability
   */
  public double probability(int[] sequence) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * Makes one supervised step, on the output unit and on all levels: the loss is −ln of the
   * probability of the right class, and its gradient at a level's final state goes back through
   * that level's whole input. All gradients belong to the weights before the step.
   *
   * @param sequence the symbols; not modified
   * @param label the right class, 0 or 1
   * @return the loss before the step
   */
  public double fineTune(int[] sequence, int label) {
    throw new NotStarted("21 history-compressor");
  }

  /**
   * The parameters themselves, not copies.
   *
   * @return those of each level from the lowest, five each (Wx, Wh, b, V, c), then the output
   *     unit's w (1 × ΣH) and bias (1 × 1)
   */
  public List<DMatrixRMaj> parameters() {
    List<DMatrixRMaj> all = new ArrayList<>();
    levels.forEach(level -> all.addAll(level.parameters()));
    all.add(w);
    all.add(bias);
    return all;
  }
}
