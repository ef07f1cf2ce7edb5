package org.gradientkata.suite;

import java.lang.reflect.Constructor;
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

  /** What JUnit writes before the number of a run of a parameterized test, and then a bracket. */
  private static final String INVOCATION = "[test-template-invocation:#";

  private static volatile String running = "";

  /** Makes the extension; JUnit does. */
  public Grading() {}

  /**
   * The exercise whose tests are running.
   *
   * @return number and name
   */
  public static String running() {
    return running;
  }

  /** Says whose methods are called after the tests, so that what goes wrong there has a name. */
  static void resume(String exercise) {
    running = exercise;
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

  /** A test class that doesn't compile fails here, where JUnit would not ask about its methods. */
  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Constructor<T>> invocationContext,
      ExtensionContext context)
      throws Throwable {
    try {
      return invocation.proceed();
    } catch (Error e) {
      Exercise exercise = exercise(context);
      String title = title(exercise, context.getRequiredTestMethod());
      conclude(context, title, Verdict.of(exercise, Optional.of(Thrown.of(e))), 0, true);
      throw e;
    }
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(
      ExtensionContext rootContext) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context) {
    grade(invocation, invocationContext, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context) {
    grade(invocation, invocationContext, context);
  }

  private static void grade(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context) {
    Exercise exercise = exercise(context);
    if (Results.current().isDecided(exercise.value())) {
      invocation.skip();
      return;
    }
    ExerciseRun run = context.getStore(NAMESPACE).get(ExerciseRun.class, ExerciseRun.class);
    Optional<Verdict> forAll = run.forAll();
    if (forAll.isPresent()) {
      invocation.skip();
      conclude(context, title(exercise, invocationContext), forAll.get(), 0, true);
      return;
    }
    NotStarted.takeLatest();
    long start = System.nanoTime();
    Verdict verdict = run.run(invocation::proceed);
    boolean ofWhole = verdict.state() == State.DOES_NOT_COMPILE;
    long millis = (System.nanoTime() - start) / 1_000_000;
    conclude(context, title(exercise, invocationContext), verdict, millis, ofWhole);
  }

  /** What holds for all tests of an exercise fails once: forty times the same line helps nobody. */
  private static void conclude(
      ExtensionContext context, String title, Verdict verdict, long millis, boolean ofWhole) {
    Exercise exercise = exercise(context);
    boolean told = ofWhole && Results.current().hasFailed(exercise.value(), verdict);
    Results.current().add(outcome(exercise, context, title, verdict, millis));
    if (told) {
      verdict.reportAgain();
    } else {
      verdict.report();
    }
  }

  private static Outcome outcome(
      Exercise exercise, ExtensionContext context, String title, Verdict verdict, long millis) {
    Method method = context.getRequiredTestMethod();
    String id = context.getUniqueId();
    int number = id.lastIndexOf(INVOCATION);
    String suffix =
        number < 0 ? "" : id.substring(number + INVOCATION.length() - 1, id.length() - 1);
    return new Outcome(
        exercise.value(),
        method.getName() + suffix,
        title,
        method.getAnnotation(Grades.class).value(),
        verdict.state(),
        verdict.message(),
        millis);
  }

  private static String title(
      Exercise exercise, ReflectiveInvocationContext<Method> invocationContext) {
    for (Object argument : invocationContext.getArguments()) {
      if (argument instanceof Titled titled) {
        return titled.checkTitle();
      }
    }
    return title(exercise, invocationContext.getExecutable());
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
