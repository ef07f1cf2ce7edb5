package org.gradientkata.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradientkata.suite.Outcome;
import org.gradientkata.suite.Standing;
import org.gradientkata.suite.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the rules over an answer's bytecode")
class RulesTest {
  private static final String SIGMOID = "01 sigmoid";
  private static final String RELU = "03 relu";
  private static final String AFFINE = "07 affine";
  private static final String RIGHT = "\nreturn 1 / (1 + Math.exp(-x));";

  @TempDir Path work;

  @ParameterizedTest
  @DisplayName("what is forbidden is named with method, line and reason, and nothing is run")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      System.exit(3);                                          | System.exit             | never end the program
      Runtime.getRuntime().halt(3);                            | Runtime.halt            | never end the program
      java.util.function.IntConsumer c = System::exit; c.accept(3); | System.exit        | never end the program
      System.setProperty("a", "b");                            | System.setProperty      | settings of the machine
      Boolean.getBoolean("a");                                 | Boolean.getBoolean      | settings of the machine
      System.setOut(null);                                     | System.setOut           | settings of the machine
      java.util.Locale.setDefault(null);                       | Locale.setDefault       | settings of the machine
      new Thread(() -> {}).start();                            | Thread.start            | no threads
      java.util.stream.IntStream.range(0, 2).parallel().sum(); | IntStream.parallel      | no threads
      java.util.List.of(1).parallelStream();                   | List.parallelStream     | no threads
      java.util.stream.StreamSupport.stream(java.util.List.of(1).spliterator(), true); | StreamSupport.stream | no threads
      new java.util.Timer();                                   | Timer                   | no threads
      java.util.concurrent.ForkJoinPool.commonPool();          | ForkJoinPool.commonPool | no threads
      new java.io.File("a").exists();                          | File.exists             | no files
      java.nio.file.Path.of("a");                              | Path.of                 | no files
      new java.util.Scanner("a");                              | Scanner                 | no files
      java.net.URI.create("a");                                | URI.create              | no network
      new ProcessBuilder("a");                                 | ProcessBuilder          | starts no other program
      java.util.ServiceLoader.load(Runnable.class);            | ServiceLoader.load      | looks for no services
      getClass().getDeclaredMethods();                         | Class.getDeclaredMethods | by reflection
      new Throwable().getStackTrace();                         | Throwable.getStackTrace | by reflection
      StackWalker.getInstance();                               | StackWalker.getInstance | by reflection
      org.gradientkata.contract.NotStarted.takeLatest();       | NotStarted.takeLatest   | must not know the tests
      org.gradientkata.suite.Texts.kit();                      | Texts.kit               | must not know the tests
      org.junit.jupiter.api.Assertions.fail();                 | Assertions.fail         | must not know the tests
      new SigmoidProbes();                                     | SigmoidProbes           | must not know the tests
      javax.swing.SwingUtilities.isEventDispatchThread();      | SwingUtilities.is       | Java's basic classes
      """)
  void forbidden(String code, String used, String reason) throws Exception {
    Submission submission = new Submission(work).with("Sigmoid", answer("value", code + RIGHT));

    List<Standing> standings = Language.in("en", () -> submission.grade(SIGMOID, RELU));

    assertThat(standings.get(0).state()).isEqualTo(State.WRONG);
    assertThat(standings.get(0).outcomes()).allMatch(o -> o.state() == State.WRONG);
    assertThat(message(standings.get(0)))
        .containsPattern("Sigmoid\\.(lambda\\S*|value) \\(Sigmoid\\.java:28\\) uses " + used)
        .contains(reason)
        .endsWith("Nothing of this exercise was run.");
    assertThat(standings.get(1).state()).isEqualTo(State.SOLVED);
  }

  @Test
  @DisplayName("a static initialiser, a helper class and a lambda hide nothing")
  void hiding() throws Exception {
    String initialiser =
        answer("value", RIGHT)
            .replace(
                "implements Activation {", "implements Activation {\n  static { System.exit(3); }");
    String helper =
        answer("value", "new Other().end();" + RIGHT)
            + "\nclass Other { void end() { System.exit(3); } }\n";
    String nested =
        answer("value", "new Object() { void end() { System.exit(3); } }.end();" + RIGHT);
    String lambda = answer("value", "Runnable r = () -> System.exit(3);\nr.run();" + RIGHT);
    int number = 0;
    for (String text : List.of(initialiser, helper, nested, lambda)) {
      Submission submission = new Submission(work.resolve("case" + number++)).with("Sigmoid", text);
      Standing standing = submission.grade(SIGMOID).get(0);
      assertThat(standing.state()).as(text).isEqualTo(State.WRONG);
      assertThat(message(standing)).contains("System.exit");
    }
  }

  @ParameterizedTest
  @DisplayName("what an exercise may use is allowed")
  @ValueSource(
      strings = {
        "System.out.print(\"\");",
        "assert x == x : x;",
        "java.util.List<Double> all = new java.util.ArrayList<>(java.util.List.of(x)); all.sort(null);",
        "double[] copy = new double[3].clone(); System.arraycopy(copy, 0, copy, 1, 2);",
        "java.util.function.DoubleUnaryOperator f = Math::exp; f.applyAsDouble(x);",
        "java.util.Random random = new java.util.Random(1); random.nextGaussian();",
        "record Pair(double a, double b) {} String s = new Pair(x, x) + \"!\" + x;",
        "enum Kind { A, B } switch (Kind.A) { case A: break; default: break; }",
        "String text = String.format(java.util.Locale.ROOT, \"%s\", getClass().getSimpleName());",
        "if (x == 12345) throw new IllegalArgumentException(\"x is \" + x);",
        "double sum = java.util.stream.DoubleStream.of(x, 1).map(v -> v * v).sum();",
        "org.ejml.dense.row.CommonOps_DDRM.identity(3);",
        "long start = System.nanoTime(); var big = new java.math.BigDecimal(2).sqrt("
            + "java.math.MathContext.DECIMAL64);",
      })
  void allowed(String code) throws Exception {
    Submission submission = new Submission(work).with("Sigmoid", answer("value", code + RIGHT));

    Standing standing = submission.grade(SIGMOID).get(0);

    assertThat(standing.state()).as(message(standing)).isEqualTo(State.SOLVED);
  }

  @ParameterizedTest
  @DisplayName(
      "a backward must not call forward or differentiate numerically, itself or by a helper")
  @ValueSource(
      strings = {
        "forward(X, true);",
        "DMatrixRMaj before = X;\nthis.again(before);",
        "Layer self = this;\nself.forward(X, true);",
        "java.util.function.UnaryOperator<DMatrixRMaj> f = v -> forward(v, true);\nf.apply(X);",
        "org.gradientkata.calculus.NumericalGradient.of(v -> 0, X);",
      })
  void backwardCallsForward(String code) throws Exception {
    String text =
        Submission.answer("Affine", Map.of("backward", code + "\nreturn X;"))
                .replaceFirst("(?s)\\}\\s*$", "")
            + "\n  private void again(DMatrixRMaj v) { forward(v, true); }\n}\n";
    text = text.replaceFirst("import ", "import org.gradientkata.contract.Layer;\nimport ");
    Submission submission =
        new Submission(work)
            .with("Affine", text)
            .withClass(
                "org/gradientkata/calculus/NumericalGradient.java",
                """
                package org.gradientkata.calculus;

                public final class NumericalGradient {
                  public static Object of(
                      org.gradientkata.contract.ScalarFunction f, org.ejml.data.DMatrixRMaj X) {
                    return X;
                  }
                }
                """);

    Standing standing = Language.in("en", () -> submission.grade(AFFINE)).get(0);

    assertThat(standing.state()).as(message(standing)).isEqualTo(State.WRONG);
    assertThat(message(standing))
        .containsPattern("Affine\\.(backward|again|lambda\\S*) \\(Affine\\.java:\\d+\\) uses ")
        .contains("A backward pass works out the derivative");
  }

  @Test
  @DisplayName("the reason is told in Japanese too")
  void japanese() throws Exception {
    Submission submission =
        new Submission(work).with("Sigmoid", answer("value", "System.exit(3);" + RIGHT));

    Standing standing = Language.in("ja", () -> submission.grade(SIGMOID)).get(0);

    assertThat(message(standing))
        .contains("Sigmoid.value (Sigmoid.java:28) が System.exit を使っています。")
        .contains("プログラムを終了させてはいけません");
  }

  private static String answer(String region, String body) {
    return Submission.answer("Sigmoid", Map.of(region, body));
  }

  private static String message(Standing standing) {
    return standing.reason().map(Outcome::message).orElse("");
  }
}
