// SOLUTION of exercise 21 history-compressor. To solve it yourself, edit
// exercises/src/main/java/org/gradientkata/sequence/HistoryCompressor.java
package org.gradientkata.sequence;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
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
    // answer unpredicted
    if (predictions.numRows != events.size()) {
      throw new IllegalArgumentException(
          "predictions has " + predictions.numRows + " rows, expected " + events.size());
    }
    List<TimedSymbol> surprises = new ArrayList<>();
    for (int t = 0; t < events.size(); t++) {
      if (predictions.get(t, events.get(t).symbol()) < threshold) {
        surprises.add(events.get(t));
      }
    }
    return surprises;
    // end
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
    // answer input
    if (level < 0 || level > levels.size()) {
      throw new IllegalArgumentException(
          "level is " + level + ", expected a number from 0 to " + levels.size());
    }
    List<TimedSymbol> events = new ArrayList<>();
    for (int t = 0; t < sequence.length; t++) {
      events.add(new TimedSymbol(t, sequence[t]));
    }
    for (int below = 0; below < level; below++) {
      events = unpredicted(events, levels.get(below).predictions(events), threshold);
    }
    return events;
    // end
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
    // answer trainLevel
    double sum = 0;
    int count = 0;
    for (int[] sequence : sequences) {
      List<TimedSymbol> events = input(level, sequence);
      if (!events.isEmpty()) {
        sum += levels.get(level).gradient(events);
        levels.get(level).step(learningRate);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
    // end
  }

  /**
   * How probable the connected hierarchy holds it that a sequence is of class 1: σ(Σ w·h + bias), h
   * being the final states of all levels, each after its own input.
   *
   * @param sequence the symbols; not modified
   * @return a probability
   */
  public double probability(int[] sequence) {
    // answer probability
    double z = bias.data[0];
    int j = 0;
    for (int level = 0; level < levels.size(); level++) {
      DMatrixRMaj h = levels.get(level).finalState(input(level, sequence));
      for (int i = 0; i < hidden.get(level); i++) {
        z += w.data[j++] * h.data[i];
      }
    }
    return 0.5 * (1 + Math.tanh(z / 2));
    // end
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
    // answer fineTune
    double p = probability(sequence);
    double dz = p - label;
    List<List<TimedSymbol>> inputs = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      inputs.add(input(level, sequence)); // before any level moves: it decides what goes up
    }
    int j = 0;
    for (int level = 0; level < levels.size(); level++) {
      DMatrixRMaj h = levels.get(level).finalState(inputs.get(level));
      DMatrixRMaj dh = new DMatrixRMaj(1, hidden.get(level));
      for (int i = 0; i < hidden.get(level); i++, j++) {
        dh.data[i] = dz * w.data[j];
        w.data[j] -= learningRate * dz * h.data[i];
      }
      levels.get(level).gradientOfFinalState(inputs.get(level), dh);
      levels.get(level).step(learningRate);
    }
    bias.data[0] -= learningRate * dz;
    return -Math.log(label == 1 ? p : 1 - p);
    // end
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
