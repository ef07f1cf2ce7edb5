package org.gradientkata.labs.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * What the derivatives ⑤ of a step are like.
 *
 * @param smallest the smallest pre-activation
 * @param zeros how many derivatives are exactly 0
 * @param count how many there are
 * @param largestSlope the largest derivative
 */
record Factors(double smallest, int zeros, int count, double largestSlope) {

  static Factors of(TracedStep step) {
    double smallest = Double.POSITIVE_INFINITY;
    int zeros = 0;
    for (int i = 0; i < step.u().getNumElements(); i++) {
      smallest = Math.min(smallest, step.u().data[i]);
      zeros += step.slopes().data[i] == 0 ? 1 : 0;
    }
    return new Factors(
        smallest, zeros, step.slopes().getNumElements(), TracedStep.largest(step.slopes()));
  }

  boolean allZero() {
    return zeros == count;
  }

  /** ① = Σ ② × ④ × ⑤ for dW1[0,0], the first examples and the sum over all. */
  static LabReport.Table section(LabTexts texts, Document000 start, TracedStep step, int shown) {
    List<List<String>> rows = new ArrayList<>();
    for (int n = 0; n < shown; n++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(n));
      values(start, step, n).forEach(value -> row.add(Figures.text(value)));
      rows.add(row);
    }
    rows.add(List.of("…", "", "", "", "", "", ""));
    String all = texts.get("labs.sum", start.x().numRows);
    rows.add(List.of(all, "", "", "", "", "① =", Figures.text(step.dW1().get(0, 0))));
    return new LabReport.Table(
        texts.get("labs.factors"),
        List.of("n", "② x[n,0]", "u[n,0]", "f(u)", "④ ∂L/∂h", "⑤ f′(u)", "②×④×⑤"),
        rows);
  }

  /** The same for every example, as numbers. */
  static LabReport.DataTable table(String lab, Document000 start, TracedStep step) {
    List<List<Object>> rows = new ArrayList<>();
    for (int n = 0; n < start.x().numRows; n++) {
      List<Object> row = new ArrayList<>(List.of(n));
      row.addAll(values(start, step, n));
      rows.add(row);
    }
    return new LabReport.DataTable(
        lab + "-factors",
        List.of("example", "x_input", "u", "f_u", "back", "slope", "product"),
        rows);
  }

  private static List<Double> values(Document000 start, TracedStep step, int n) {
    double input = start.x().get(n, 0);
    double back = step.back().get(n, 0);
    double slope = step.slopes().get(n, 0);
    double u = step.u().get(n, 0);
    return List.of(input, u, step.h().get(n, 0), back, slope, input * back * slope);
  }
}
