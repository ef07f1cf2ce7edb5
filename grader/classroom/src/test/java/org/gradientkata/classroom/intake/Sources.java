package org.gradientkata.classroom.intake;

/** Exercise files to hand in; what their methods give back makes them different. */
final class Sources {
  static final String SIGMOID = "org.gradientkata.activation.Sigmoid";
  static final String TANH = "org.gradientkata.activation.Tanh";

  private Sources() {}

  static String sigmoid(String value) {
    return source("Sigmoid", value);
  }

  static String tanh(String value) {
    return source("Tanh", value);
  }

  private static String source(String name, String value) {
    return "// a comment\npackage org.gradientkata.activation;\nclass "
        + name
        + " { int f() { return "
        + value
        + "; } }\n";
  }
}
