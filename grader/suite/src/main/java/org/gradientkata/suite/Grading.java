package org.gradientkata.suite;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import org.gradientkata.contract.NotStarted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Turns what a test does into a verdict: the rules come first, each test runs under a deadline, a
 * stub that was hit skips it with a word, anything else that goes wrong becomes a message in the
 * learner's terms.
 */
public final class Grading implements BeforeAllCallback, InvocationInterceptor {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Grading.class);

  private static volatile String running = "";

  /** Makes the extension; JUnit does. */
  public Grading() {}

  /** The exercise whose tests are running. */
  static String running() {
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Exercise exercise = exercise(context);
    running = exercise.value();
    CappedOutput.install();
    Results.current().start(exercise);
    ClassLoader loader = context.getRequiredTestClass().getClassLoader();
    context.getStore(NAMESPACE).put(ExerciseRun.class, new ExerciseRun(exercise, loader));
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context) {
    grade(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context) {
    grade(invocation, context);
  }

  private static void grade(Invocation<Void> invocation, ExtensionContext context) {
    Exercise exercise = exercise(context);
    if (Results.current().isDecided(exercise.value())) {
      invocation.skip();
      return;
    }
    ExerciseRun run = context.getStore(NAMESPACE).get(ExerciseRun.class, ExerciseRun.class);
    NotStarted.takeLatest();
    long start = System.nanoTime();
    Optional<Verdict> forAll = run.forAll();
    Verdict verdict;
    if (forAll.isPresent()) {
      invocation.skip();
      verdict = forAll.get();
    } else {
      verdict = run.run(invocation::proceed);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Results.current().add(outcome(exercise, context, verdict, millis));
    verdict.report();
  }

  private static Outcome outcome(
      Exercise exercise, ExtensionContext context, Verdict verdict, long millis) {
    Method method = context.getRequiredTestMethod();
    String invocation =
        context.getUniqueId().replaceAll(".*\\[test-template-invocation:#(\\d+)]$", "#$1");
    String suffix = invocation.startsWith("#") ? invocation : "";
    return new Outcome(
        exercise.value(),
        method.getName() + suffix,
        title(exercise, method),
        method.getAnnotation(Grades.class).value(),
        verdict.state(),
        verdict.message(),
        millis);
  }

  private static String title(Exercise exercise, Method method) {
    if (Texts.locale().equals(Locale.JAPANESE)) {
      return Texts.of(exercise.value()).get("test." + method.getName());
    }
    return method.getAnnotation(DisplayName.class).value();
  }

  private static Exercise exercise(ExtensionContext context) {
    return context.getRequiredTestClass().getAnnotation(Exercise.class);
  }
}
