package org.gradientkata.suite;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs the exercises in their order, so that a predecessor has its verdict before its followers.
 */
public final class ExerciseOrder implements ClassOrderer {

  /** Makes the order; JUnit does. */
  public ExerciseOrder() {}

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(ExerciseOrder::key));
  }

  private static String key(ClassDescriptor descriptor) {
    return descriptor.findAnnotation(Exercise.class).map(Exercise::value).orElse("");
  }
}
