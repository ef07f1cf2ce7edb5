package org.gradientkata.classroom.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.gradientkata.classroom.InEnglish;
import org.gradientkata.classroom.batch.GradeRun.Summary;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.rules.CourseRules;
import org.gradientkata.classroom.rules.CourseRulesFile;
import org.gradientkata.classroom.rules.RuledJudges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("grading by the rules of a course")
@ExtendWith(InEnglish.class)
class RuledGradingTest {
  private static final String STREAM =
      "double f(double[] x) {\n return java.util.Arrays.stream(x)\n .map(Math::exp).sum(); }";

  @TempDir private Path temp;
  private Submissions submissions;

  @BeforeEach
  void makeFolder() {
    submissions = new Submissions(temp.resolve("submissions"));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @DisplayName("tells what was used and where, whatever form the use has")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.util.stream            | double f(double[] x) { return java.util.Arrays.stream(x).sum(); }
          java.util.stream            | double f(java.util.List<Double> x) { return x.stream().count(); }
          java.util.stream            | java.util.stream.IntStream field;
          java.util.Arrays            | java.util.function.Function<double[], String> f = java.util.Arrays::toString;
          java.util.Arrays#stream     | double f(double[] x) { return java.util.Arrays.stream(x).sum(); }
          java.lang.Math#exp          | java.util.function.DoubleUnaryOperator f = Math::exp;
          java.lang.Math#exp          | java.util.function.DoubleUnaryOperator f = x -> 1 / Math.exp(x);
          java.util.Random#new        | java.util.Random f() { return new java.util.Random(7); }
          java.util.Collection#stream | long f(java.util.ArrayList<Double> x) { return x.stream().count(); }
          java.util.Collection#size   | int f() { class Mine extends java.util.ArrayList<Object> {} return new Mine().size(); }
          java.util.Map               | Object f(java.util.Map.Entry<String, String> e) { return e.getKey(); }
          java.lang.Double#NaN        | double[] f = {1, Double.valueOf(3)}; Object g = Double.class; double h = Double.NaN;
          java.util                   | java.util.List<String>[] field;
          java.lang.ArithmeticException | void f() { try { f(); } catch (ArithmeticException e) { f(); } }
          """)
  void shouldFind(String api, String body) throws IOException {
    // A constant such as NaN is copied into the class that uses it: no rule over bytecode sees it.
    boolean copied = api.endsWith("#NaN");
    submissions.file("ann", "Sigmoid", body).folder("bob", "Sigmoid");

    run("forbid:\n- api: " + api + "\n");

    ExerciseResult ann = sigmoid("ann");
    assertThat(ann.outcome()).isEqualTo(copied ? "solved" : "forbidden_api");
    if (!copied) {
      assertThat(ann.points()).isZero();
      assertThat(ann.detail())
          .startsWith("Sigmoid.java")
          .contains("does not allow " + api)
          .endsWith("was not run.");
    }
    assertThat(sigmoid("bob").points()).isEqualTo(10);
  }

  @Test
  @DisplayName("costs the named exercises alone, and what builds on them stands on the reference")
  void shouldCostNamedExercises() throws IOException {
    submissions.file("ann", "Sigmoid", STREAM).file("ann", "Tanh", STREAM);
    FakeJudges judges = new FakeJudges();

    run("forbid: [{api: java.util.stream, exercises: 01 sigmoid, reason: Loop.}]", judges);

    ExerciseResult sigmoid = sigmoid("ann");
    assertThat(sigmoid.outcome()).isEqualTo("forbidden_api");
    assertThat(sigmoid.detail())
        .isEqualTo(
            """
            Sigmoid.java:3 uses java.util.stream.DoubleStream.
            Sigmoid.java:4 uses java.util.stream.DoubleStream.sum.
            This course does not allow java.util.stream: Loop.
            The code of this exercise was not run.\
            """);
    assertThat(judges.cases)
        .allSatisfy(
            c -> assertThat(c.files()).containsOnlyKeys("org.gradientkata.activation.Tanh"));
    ExerciseResult tanh = new ResultFolder(out()).result("ann").orElseThrow().exercises().get(1);
    assertThat(tanh.pointsWithOwn()).isZero();
    assertThat(tanh.points()).isEqualTo(10);
  }

  @Test
  @DisplayName("looks into the classes that a learner added, in whichever file they stand")
  void shouldFollowCompanions() throws IOException {
    submissions
        .file("ann", "Tanh", "} class Helper { static " + STREAM)
        .file("ann", "Sigmoid", "double g(double[] x) { return Helper.f(x); }");

    run("forbid: [{api: java.util.stream, exercises: 01 sigmoid}]");

    assertThat(sigmoid("ann").detail()).startsWith("Tanh.java:3 uses ");
  }

  @Test
  @DisplayName("doesn't mind what the compiler writes for lambdas, strings and records")
  void shouldNotMindTheCompilersOwn() throws IOException {
    submissions.file(
        "ann",
        "Sigmoid",
        "record P(int x) {} Runnable f = () -> {}; String g(int i) { return \"a\" + i; }"
            + "enum E { A, B } int h(E e) { return switch (e) { case A -> 1; case B -> 2; }; }");

    run("forbid: [{api: java.lang.invoke}, {api: java.lang.StringBuilder}]");

    assertThat(sigmoid("ann").outcome()).isEqualTo("solved");
  }

  @Test
  @DisplayName("grades anew when a rule changes, and not otherwise")
  void shouldDependOnRules() throws IOException {
    submissions.file("ann", "Sigmoid", STREAM);
    run("forbid: [{api: java.net}]");

    Summary same = run("forbid:\n  - api: java.net\n");
    Summary other = run("forbid: [{api: java.util.stream}]");

    assertThat(same.kept()).isEqualTo(1);
    assertThat(other.graded()).isEqualTo(1);
    assertThat(other.changes().sums())
        .containsExactly(new Changes.Change("ann", "", 10, 0, "graded", "graded"));
    assertThat(out().resolve("batch.json")).content().contains("java.util.stream");
  }

  @Test
  @DisplayName("allows nothing that the kit forbids")
  void shouldAllowNothing() throws IOException {
    submissions.file("ann", "Sigmoid", STREAM);
    FakeJudges judges = new FakeJudges().wrong("01 sigmoid");

    run("forbid: [{api: java.net}]", judges);

    assertThat(sigmoid("ann").outcome()).isEqualTo("wrong");
    assertThat(judges.cases).allSatisfy(c -> assertThat(c.files()).hasSize(1));
  }

  private Summary run(String yaml) throws IOException {
    return run(yaml, new FakeJudges());
  }

  private Summary run(String yaml, FakeJudges judges) throws IOException {
    Path file = temp.resolve("rules.yaml");
    Files.writeString(file, yaml);
    CourseRules rules = CourseRulesFile.read(file);
    return new GradeRun(
            submissions.folder(), out(), Roster.empty(), OptionalLong.of(7), 1, Shard.WHOLE)
        .run(new RuledJudges(judges, rules), (done, all, name) -> {});
  }

  private ExerciseResult sigmoid(String learner) {
    List<ExerciseResult> all = new ResultFolder(out()).result(learner).orElseThrow().exercises();
    return all.get(0);
  }

  private Path out() {
    return temp.resolve("out");
  }
}
