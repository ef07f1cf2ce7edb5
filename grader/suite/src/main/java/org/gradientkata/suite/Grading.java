package org.gradientkata.suite;

import java.lang.reflect.Method;
import java.util.Locale;
import org.gradientkata.contract.NotStarted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Turns what a test does into a verdict: each test runs under a deadline, a stub that was hit skips
 * it with a word, anything else that goes wrong becomes a message in the learner's terms.
 */
public final class Grading implements BeforeAllCallback, InvocationInterceptor {
  private static final long DEADLINE_MILLIS = Long.getLong("kata.deadline", 10_000);

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
    Results.current().start(exercise);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    grade(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    grade(invocation, context);
  }

  private static void grade(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    Exercise exercise = exercise(context);
    NotStarted.takeLatest();
    long start = System.nanoTime();
    Throwable thrown = Deadline.run(invocation::proceed, DEADLINE_MILLIS);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Verdict verdict = Verdict.of(exercise, thrown);
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
