package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of {@link OneHiddenLayer} until its last step, or until a number overflows.
 *
 * @param steps what is kept of each step, in order
 * @param traced the first steps with all of their values, for the spreadsheet
 * @param overflowed whether the last step's numbers are no longer finite
 */
record Descent(List<Summary> steps, List<TracedStep> traced, boolean overflowed) {
  /** As many steps as a person scrolls through. */
  static final int TRACED = 8;

  /**
   * What is kept of a step.
   *
   * @param number from 1
   * @param loss ½ Σ (y − t)² / N
   * @param W1 W1[0,0] before the update
   * @param dW1 dW1[0,0]
   * @param dW2 dW2[0,0]
   * @param largest the largest |element| of dW1, db1, dW2, db2
   * @param spread how far the outputs of two examples are apart at most
   */
  record Summary(
      int number,
      double loss,
      double W1,
      double dW1,
      double dW2,
      List<Double> largest,
      double spread) {}

  static Descent run(OneHiddenLayer network, int steps, LabProgress progress) {
    List<Summary> summaries = new ArrayList<>();
    List<TracedStep> traced = new ArrayList<>();
    boolean finite = true;
    for (int number = 1; number <= steps && finite; number++) {
      TracedStep step = network.step();
      finite = step.finite();
      if (number <= TRACED) {
        traced.add(step);
      }
      summaries.add(
          new Summary(
              number,
              step.loss(),
              step.W1().get(0, 0),
              step.dW1().get(0, 0),
              step.dW2().get(0, 0),
              List.of(
                  TracedStep.largest(step.dW1()),
                  TracedStep.largest(step.db1()),
                  TracedStep.largest(step.dW2()),
                  TracedStep.largest(step.db2())),
              step.spread()));
      progress.advanced(number, steps);
    }
    return new Descent(summaries, traced, !finite);
  }

  Summary first() {
    return steps.get(0);
  }

  Summary last() {
    return steps.get(steps.size() - 1);
  }

  double[] losses() {
    return steps.stream().mapToDouble(Summary::loss).toArray();
  }

  /** All of a few steps; otherwise 1, 2, 3, 5, 10, 20, 50, 100 … and the last one. */
  List<Summary> shown() {
    return steps.stream()
        .filter(s -> steps.size() <= TRACED || s.number() == steps.size() || isRound(s.number()))
        .toList();
  }

  private static boolean isRound(int number) {
    int leading = number;
    while (leading % 10 == 0) {
      leading /= 10;
    }
    return number == 3 || leading == 1 || leading == 2 || leading == 5;
  }

  /** For CSV: every step. */
  LabReport.DataTable table(String name) {
    List<List<Object>> rows = new ArrayList<>();
    for (Summary s : steps) {
      List<Object> row = new ArrayList<>(List.of(s.number(), s.loss(), s.W1(), s.dW1(), s.dW2()));
      row.addAll(s.largest());
      rows.add(row);
    }
    return new LabReport.DataTable(
        name,
        List.of(
            "step", "loss", "W1_00", "dW1_00", "dW2_00", "max_dW1", "max_db1", "max_dW2",
            "max_db2"),
        rows);
  }
}
