package org.gradientkata.labs.experiment;

import static org.gradientkata.labs.experiment.FormulaSheet.at;
import static org.gradientkata.labs.experiment.FormulaSheet.range;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.labs.experiment.FormulaSheet.Look;

/**
 * Steps of gradient descent, one block below the other. In a block: the parameters, a row for each
 * example, the gradients. A column belongs to one unit: W1[·,j] stands above u[·,j], dW1[·,j]
 * below. W2 is written transposed, so that it stands above h.
 */
final class StepSheet {
  private static final int HEADER = 2;

  private final FormulaSheet sheet;
  private final TraceSheets common;
  private final List<TracedStep> values;
  private final boolean leaky;
  private final boolean squashed;
  private final DMatrixRMaj x;
  private final int examples;
  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final int block;

  // The first column of each group.
  private final int xs = 1;
  private final int ts;
  private final int us;
  private final int hs;
  private final int slopes;
  private final int vs;
  private final int ys;
  private final int outSlopes;
  private final int dvs;
  private final int backs;
  private final int dus;

  StepSheet(
      String name, TraceSheets common, List<TracedStep> values, boolean leaky, boolean squashed) {
    this.sheet = new FormulaSheet(name);
    this.common = common;
    this.values = values;
    this.leaky = leaky;
    this.squashed = squashed;
    TracedStep first = values.get(0);
    this.x = common.x();
    this.examples = first.u().numRows;
    this.inputs = first.W1().numRows;
    this.hidden = first.W1().numCols;
    this.outputs = first.W2().numCols;
    this.block = 1 + inputs + 1 + examples + 1 + inputs + 1 + 1 + 1;
    this.ts = xs + inputs;
    this.us = ts + outputs;
    this.hs = us + hidden;
    this.slopes = hs + hidden;
    this.vs = slopes + hidden;
    this.ys = squashed ? vs + outputs : vs;
    this.outSlopes = ys + outputs;
    this.dvs = squashed ? outSlopes + outputs : vs + outputs;
    this.backs = dvs + outputs;
    this.dus = backs + hidden;
    sheet.freeze(HEADER, 1, 12);
    header();
    for (int s = 0; s < values.size(); s++) {
      parameters(s);
      for (int n = 0; n < examples; n++) {
        example(s, n);
      }
      gradients(s);
    }
  }

  FormulaSheet sheet() {
    return sheet;
  }

  List<TracedStep> values() {
    return values;
  }

  String input(int s, int n, int i) {
    return sheet.foreign(row(s, n), xs + i);
  }

  String back(int s, int n, int j) {
    return sheet.foreign(row(s, n), backs + j);
  }

  String slope(int s, int n, int j) {
    return sheet.foreign(row(s, n), slopes + j);
  }

  String loss(int s) {
    return sheet.foreign(lossRow(s), 1);
  }

  String dW1(int s) {
    return sheet.foreign(gradientRow(s), us);
  }

  String dW2(int s) {
    return sheet.foreign(gradientRow(s), hs);
  }

  String W1(int s) {
    return sheet.foreign(weightRow(s), us);
  }

  String W2(int s) {
    return sheet.foreign(weightRow(s), hs);
  }

  String b1(int s) {
    return sheet.foreign(weightRow(s) + inputs, us);
  }

  String v(int s) {
    return sheet.foreign(row(s, 0), vs);
  }

  private void header() {
    group(0, 1, "", "n");
    group(xs, inputs, "② x", "x");
    group(ts, outputs, "t", "t");
    group(us, hidden, "u = x·W1 + b1", "u");
    group(hs, hidden, "h = f(u)", "h");
    group(slopes, hidden, "⑤ f′(u)", "f′");
    group(vs, outputs, "v = h·W2 + b2", "v");
    if (squashed) {
      group(ys, outputs, "y = σ(v)", "y");
      group(outSlopes, outputs, "σ′(v)", "σ′");
    }
    group(dvs, outputs, "∂L/∂v", "dv");
    group(backs, hidden, "④ ∂L/∂h = ∂L/∂v·W2ᵀ", "④ ");
    group(dus, hidden, "∂L/∂u = ④ × ⑤", "du");
  }

  private void group(int column, int width, String title, String name) {
    for (int i = 0; i < width; i++) {
      sheet.text(0, column + i, i == 0 ? title : "", Look.HEADING);
      sheet.text(1, column + i, width == 1 ? name : name + i, Look.HEADING);
    }
  }

  private void parameters(int s) {
    TracedStep step = values.get(s);
    int top = weightRow(s);
    sheet.text(top - 1, 0, "step " + (s + 1), Look.HEADING);
    for (int i = 0; i < inputs; i++) {
      sheet.text(top + i, 0, "W1[" + i + ",j]", Look.HEADING);
      for (int j = 0; j < hidden; j++) {
        parameter(s, i, us + j, step.W1().get(i, j));
      }
    }
    sheet.text(top + inputs, 0, "b1, b2", Look.HEADING);
    for (int j = 0; j < hidden; j++) {
      parameter(s, inputs, us + j, step.b1().get(0, j));
      for (int k = 0; k < outputs; k++) {
        parameter(s, k, hs + j, step.W2().get(j, k));
      }
    }
    for (int k = 0; k < outputs; k++) {
      sheet.text(top + k, slopes, "← W2[j," + k + "]", Look.HEADING);
      parameter(s, inputs, vs + k, step.b2().get(0, k));
    }
  }

  /** A number in the first block; later the update of the one above. */
  private void parameter(int s, int offset, int column, double value) {
    int row = weightRow(s) + offset;
    if (s == 0) {
      sheet.number(row, column, value, Look.PARAMETER);
    } else {
      String before = at(weightRow(s - 1) + offset, column);
      String gradient = at(gradientRow(s - 1) + offset, column);
      String update = before + "-" + common.learningRate() + "*" + gradient;
      sheet.formula(row, column, update, value, Look.PARAMETER);
    }
  }

  private void example(int s, int n) {
    TracedStep step = values.get(s);
    int row = row(s, n);
    sheet.number(row, 0, n, Look.INPUT);
    for (int i = 0; i < inputs; i++) {
      formula(row, xs + i, common.scaledInput(n, i), x.get(n, i), Look.FACTOR_INPUT);
    }
    for (int k = 0; k < outputs; k++) {
      sheet.formula(row, ts + k, common.target(n, k), common.start().t().get(n, k), Look.PLAIN);
    }
    for (int j = 0; j < hidden; j++) {
      formula(row, us + j, preActivation(s, row, j), step.u().get(n, j), Look.PLAIN);
      formula(row, hs + j, activation(at(row, us + j)), step.h().get(n, j), Look.PLAIN);
      formula(row, slopes + j, slopeOf(row, j), step.slopes().get(n, j), Look.FACTOR_SLOPE);
    }
    output(s, n);
    for (int j = 0; j < hidden; j++) {
      formula(row, backs + j, sentBack(s, row, j), step.back().get(n, j), Look.FACTOR_BACK);
      String product = at(row, backs + j) + "*" + at(row, slopes + j);
      formula(row, dus + j, product, step.du().get(n, j), Look.PLAIN);
    }
  }

  private String preActivation(int s, int row, int j) {
    StringBuilder sum = new StringBuilder();
    for (int i = 0; i < inputs; i++) {
      sum.append(at(row, xs + i)).append('*').append(at(weightRow(s) + i, us + j)).append('+');
    }
    return sum.append(at(weightRow(s) + inputs, us + j)).toString();
  }

  private String activation(String u) {
    return leaky ? "IF(" + u + ">0," + u + "," + common.slope() + "*" + u + ")" : sigmoid(u);
  }

  /** In the form that overflows for no number. */
  private static String sigmoid(String z) {
    return "IF(" + z + ">=0,1/(1+EXP(-" + z + ")),EXP(" + z + ")/(1+EXP(" + z + ")))";
  }

  private String slopeOf(int row, int j) {
    String h = at(row, hs + j);
    return leaky ? "IF(" + at(row, us + j) + ">0,1," + common.slope() + ")" : h + "*(1-" + h + ")";
  }

  private void output(int s, int n) {
    TracedStep step = values.get(s);
    int row = row(s, n);
    String h = range(row, hs, row, hs + hidden - 1);
    for (int k = 0; k < outputs; k++) {
      int weights = weightRow(s) + k;
      String sum = "SUMPRODUCT(" + h + "," + range(weights, hs, weights, hs + hidden - 1) + ")";
      String v = sum + "+" + at(weightRow(s) + inputs, vs + k);
      formula(row, vs + k, v, step.v().get(n, k), Look.PLAIN);
      String error = "(" + at(row, ys + k) + "-" + at(row, ts + k) + ")/" + common.count();
      if (squashed) {
        double y = step.y().get(n, k);
        String cell = at(row, ys + k);
        formula(row, ys + k, sigmoid(at(row, vs + k)), y, Look.PLAIN);
        formula(row, outSlopes + k, cell + "*(1-" + cell + ")", y * (1 - y), Look.FACTOR_SLOPE);
        error += "*" + at(row, outSlopes + k);
      }
      formula(row, dvs + k, error, step.dv().get(n, k), Look.PLAIN);
    }
  }

  private String sentBack(int s, int row, int j) {
    StringBuilder sum = new StringBuilder();
    for (int k = 0; k < outputs; k++) {
      sum.append(k == 0 ? "" : "+").append(at(row, dvs + k)).append('*');
      sum.append(at(weightRow(s) + k, hs + j));
    }
    return sum.toString();
  }

  private void gradients(int s) {
    TracedStep step = values.get(s);
    int top = gradientRow(s);
    for (int i = 0; i < inputs; i++) {
      sheet.text(top + i, 0, "① dW1[" + i + ",j]", Look.HEADING);
      for (int j = 0; j < hidden; j++) {
        String factors =
            column(s, xs + i) + "," + column(s, backs + j) + "," + column(s, slopes + j);
        formula(top + i, us + j, sumProduct(factors), step.dW1().get(i, j), Look.GRADIENT);
      }
    }
    sheet.text(top + inputs, 0, "db1, db2", Look.HEADING);
    for (int j = 0; j < hidden; j++) {
      String factors = column(s, backs + j) + "," + column(s, slopes + j);
      formula(top + inputs, us + j, sumProduct(factors), step.db1().get(0, j), Look.GRADIENT);
      for (int k = 0; k < outputs; k++) {
        String pair = column(s, hs + j) + "," + column(s, dvs + k);
        formula(top + k, hs + j, sumProduct(pair), step.dW2().get(j, k), Look.GRADIENT);
      }
    }
    for (int k = 0; k < outputs; k++) {
      sheet.text(top + k, slopes, "← dW2[j," + k + "]", Look.HEADING);
      String sum = "SUM(" + column(s, dvs + k) + ")";
      formula(top + inputs, vs + k, sum, step.db2().get(0, k), Look.GRADIENT);
    }
    sheet.text(lossRow(s), 0, "loss", Look.HEADING);
    String y = range(row(s, 0), ys, row(s, examples - 1), ys + outputs - 1);
    String t = range(row(s, 0), ts, row(s, examples - 1), ts + outputs - 1);
    String loss = "SUMXMY2(" + y + "," + t + ")/(2*" + common.count() + ")";
    formula(lossRow(s), 1, loss, step.loss(), Look.GRADIENT);
  }

  private static String sumProduct(String ranges) {
    return "SUMPRODUCT(" + ranges + ")";
  }

  private String column(int s, int column) {
    return range(row(s, 0), column, row(s, examples - 1), column);
  }

  private void formula(int row, int column, String text, double value, Look look) {
    sheet.formula(row, column, text, value, look);
  }

  private int weightRow(int s) {
    return HEADER + s * block + 1;
  }

  private int row(int s, int n) {
    return weightRow(s) + inputs + 1 + n;
  }

  private int gradientRow(int s) {
    return row(s, examples) + 1;
  }

  private int lossRow(int s) {
    return gradientRow(s) + inputs + 1;
  }
}
