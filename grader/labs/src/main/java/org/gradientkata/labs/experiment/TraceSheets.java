package org.gradientkata.labs.experiment;

import static org.gradientkata.labs.experiment.FormulaSheet.at;
import static org.gradientkata.labs.experiment.FormulaSheet.range;

import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.labs.experiment.FormulaSheet.Look;

/**
 * Document 000's spreadsheet: some steps of gradient descent down a sheet, every value a formula,
 * so that the spreadsheet's own trace leads from a gradient back to its causes.
 */
final class TraceSheets {
  private final Document000 start;
  private final DMatrixRMaj x;
  private final FormulaSheet settings = new FormulaSheet("settings");
  private final FormulaSheet inputs = new FormulaSheet("inputs");
  private final String learningRate;
  private final String slope;
  private final String count;
  private final String scale;

  /**
   * The sheets of settings and inputs.
   *
   * @param raw the configuration before scaling
   */
  TraceSheets(Document000 raw, double scale, double learningRate, double slope) {
    this.start = raw;
    this.x = raw.scaled(scale).x();
    settings.freeze(1, 0, 24);
    settings.text(0, 0, "setting · 設定", Look.HEADING);
    settings.text(0, 1, "value · 値", Look.HEADING);
    this.learningRate = setting(1, "learning rate · 学習率", learningRate);
    this.scale = setting(2, "scale of inputs · 入力の倍率", scale);
    this.slope = setting(3, "slope (Leaky ReLU) · 傾き", slope);
    this.count = setting(4, "examples · データの数 N", raw.x().numRows);
    inputs.freeze(1, 1, 6);
    inputs.text(0, 0, "n", Look.HEADING);
    for (int i = 0; i < raw.x().numCols; i++) {
      inputs.text(0, 1 + i, "x" + i, Look.HEADING);
    }
    for (int k = 0; k < raw.t().numCols; k++) {
      inputs.text(0, 1 + raw.x().numCols + k, "t" + k, Look.HEADING);
    }
    for (int n = 0; n < raw.x().numRows; n++) {
      inputs.number(1 + n, 0, n, Look.INPUT);
    }
    inputs.matrix(1, 1, raw.x(), Look.INPUT);
    inputs.matrix(1, 1 + raw.x().numCols, raw.t(), Look.INPUT);
  }

  FormulaSheet settings() {
    return settings;
  }

  FormulaSheet inputs() {
    return inputs;
  }

  /** The two languages' notes, one below the other. */
  static FormulaSheet readMe(String key) {
    FormulaSheet sheet = new FormulaSheet("readme");
    sheet.freeze(0, 0, 110);
    int row = 0;
    for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      LabTexts texts = LabTexts.in(language);
      sheet.text(row++, 0, texts.get(key + ".title"), Look.HEADING);
      for (String paragraph : texts.get("sheet.readme").split("\n")) {
        sheet.text(row++, 0, paragraph, Look.NOTE);
      }
      sheet.text(row++, 0, texts.get(key + ".sheet"), Look.NOTE);
      row++;
    }
    return sheet;
  }

  /** A sheet of steps; squashed means that the outputs go through σ. */
  StepSheet steps(String name, List<TracedStep> steps, boolean leaky, boolean squashed) {
    return new StepSheet(name, this, steps, leaky, squashed);
  }

  /** ② × ④ × ⑤ of dW1[0,0], example by example, one step beside the other. */
  FormulaSheet trace(StepSheet steps) {
    FormulaSheet sheet = new FormulaSheet("trace");
    sheet.freeze(2, 1, 6);
    sheet.text(0, 0, "① = Σ ② × ④ × ⑤ = dW1[0,0]", Look.HEADING);
    sheet.text(1, 0, "n", Look.HEADING);
    int examples = start.x().numRows;
    for (int n = 0; n < examples; n++) {
      sheet.number(2 + n, 0, n, Look.INPUT);
    }
    sheet.text(2 + examples, 0, "①", Look.HEADING);
    for (int s = 0; s < steps.values().size(); s++) {
      traceOf(sheet, steps, s);
    }
    return sheet;
  }

  private void traceOf(FormulaSheet sheet, StepSheet steps, int s) {
    TracedStep step = steps.values().get(s);
    int left = 1 + 4 * s;
    int examples = start.x().numRows;
    sheet.text(0, left + 1, "step " + (s + 1), Look.HEADING);
    List<String> headings = List.of("② x[n,0]", "④ ∂L/∂h[n,0]", "⑤ f′(u[n,0])", "② × ④ × ⑤");
    for (int i = 0; i < headings.size(); i++) {
      sheet.text(1, left + i, headings.get(i), Look.HEADING);
    }
    double sum = 0;
    for (int n = 0; n < examples; n++) {
      int row = 2 + n;
      double input = x.get(n, 0);
      double back = step.back().get(n, 0);
      double f = step.slopes().get(n, 0);
      double product = input * back * f;
      sum += product;
      sheet.formula(row, left, steps.input(s, n, 0), input, Look.FACTOR_INPUT);
      sheet.formula(row, left + 1, steps.back(s, n, 0), back, Look.FACTOR_BACK);
      sheet.formula(row, left + 2, steps.slope(s, n, 0), f, Look.FACTOR_SLOPE);
      String factors = at(row, left) + "*" + at(row, left + 1) + "*" + at(row, left + 2);
      sheet.formula(row, left + 3, factors, product, Look.PLAIN);
    }
    String products = range(2, left + 3, 1 + examples, left + 3);
    sheet.formula(2 + examples, left + 3, "SUM(" + products + ")", sum, Look.GRADIENT);
  }

  /** Loss and some numbers of every step; a word where a number has overflowed. */
  FormulaSheet summary(StepSheet steps) {
    FormulaSheet sheet = new FormulaSheet("summary");
    sheet.freeze(1, 1, 8);
    List<String> headings =
        List.of("step", "loss", "dW1[0,0]", "dW2[0,0]", "W1[0,0]", "W2[0,0]", "b1[0]", "v[0,0]");
    for (int i = 0; i < headings.size(); i++) {
      sheet.text(0, i, headings.get(i), Look.HEADING);
    }
    for (int s = 0; s < steps.values().size(); s++) {
      TracedStep step = steps.values().get(s);
      sheet.number(1 + s, 0, s + 1, Look.INPUT);
      sheet.summary(1 + s, 1, steps.loss(s), step.loss());
      sheet.summary(1 + s, 2, steps.dW1(s), step.dW1().get(0, 0));
      sheet.summary(1 + s, 3, steps.dW2(s), step.dW2().get(0, 0));
      sheet.summary(1 + s, 4, steps.W1(s), step.W1().get(0, 0));
      sheet.summary(1 + s, 5, steps.W2(s), step.W2().get(0, 0));
      sheet.summary(1 + s, 6, steps.b1(s), step.b1().get(0, 0));
      sheet.summary(1 + s, 7, steps.v(s), step.v().get(0, 0));
    }
    return sheet;
  }

  /** The inputs as they go into the network. */
  DMatrixRMaj x() {
    return x;
  }

  Document000 start() {
    return start;
  }

  String learningRate() {
    return learningRate;
  }

  String slope() {
    return slope;
  }

  String count() {
    return count;
  }

  /** The input as it goes into the network. */
  String scaledInput(int example, int input) {
    return inputs.foreign(1 + example, 1 + input) + "*" + scale;
  }

  String target(int example, int output) {
    return inputs.foreign(1 + example, 1 + start.x().numCols + output);
  }

  private String setting(int row, String name, double value) {
    settings.text(row, 0, name, Look.PLAIN);
    settings.number(row, 1, value, Look.INPUT);
    return settings.fixed(row, 1);
  }
}
