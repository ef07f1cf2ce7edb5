package org.gradientkata.suite;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Runs the tests of an exercise stage by stage, so that the first failure that a learner reads is
 * about the simplest thing that is wrong.
 */
public final class StageOrder implements MethodOrderer {

  /** Makes the order; JUnit does. */
  public StageOrder() {}

  @Override
  public void orderMethods(MethodOrdererContext context) {
    context.getMethodDescriptors().sort(Comparator.comparing(StageOrder::stage));
  }

  private static Stage stage(MethodDescriptor method) {
    return method.findAnnotation(Grades.class).map(Grades::value).orElse(Stage.EDGE);
  }
}
